import type { ExternalModel } from '../../model/project.ts';
import { compare } from '../identifiers.ts';
import type { Plan } from '../plan.ts';
import type { References } from '../references.ts';
import { compositionSpecifier } from '../references.ts';
import type { Unit } from '../units.ts';

/** One property of `registry({...})`, whoever asks for it. */
export interface MergedExternal {
  readonly property: string;
  /** Every one who asks for it can do without. */
  readonly optional: boolean;
  /** The first unit that asks for it, and how it declares it. */
  readonly unit: Unit;
  readonly model: ExternalModel;
  /** Names of the declarations that need it, for people. */
  readonly neededBy: readonly string[];
}

/** What `registry({...})` requires, the composed packages' needs included: one property each, sorted. */
export function mergeExternals(plan: Plan): readonly MergedExternal[] {
  const merged = new Map<string, MergedExternal>();
  for (const unit of plan.units) {
    for (const model of unit.model.externals) {
      const earlier = merged.get(model.property);
      const users = model.neededBy.map((id) => userName(id, unit));
      merged.set(model.property, {
        property: model.property,
        unit: earlier?.unit ?? unit,
        model: earlier?.model ?? model,
        optional: (earlier?.optional ?? true) && model.optional,
        neededBy: [...(earlier?.neededBy ?? []), ...users],
      });
    }
  }
  return [...merged.values()].toSorted((a, b) => compare(a.property, b.property));
}

function userName(id: string, unit: Unit): string {
  const name = id.slice(id.indexOf('#') + 1);
  return unit.composed === undefined ? name : `${name} of ${unit.composed.packageName}`;
}

/** The type of what the factory makes, as generated code writes it; without `undefined`. */
export function externalType({ unit, model }: Pick<MergedExternal, 'unit' | 'model'>, references: References): string {
  const composition = compositionSpecifier(unit);
  if (composition !== undefined) {
    const values = `${references.imports.type(composition, 'ExternalValues')}['${model.property}']`;
    return model.optional ? `NonNullable<${values}>` : values;
  }
  let { text } = model.type;
  for (const { name, module, external } of model.type.imports) {
    const local =
      external === true ? references.imports.type(module, name) : references.sourceType({ module, exportName: name });
    if (local !== name)
      text = text.replaceAll(new RegExp(String.raw`(?<![\w$.'"])${escape(name)}(?![\w$'"])`, 'g'), local);
  }
  return text;
}

function escape(name: string): string {
  return name.replaceAll('$', String.raw`\$`);
}
