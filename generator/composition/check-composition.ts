import { createDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import { unitsOf, type Unit } from '../emit/units.ts';
import type { DeclarationModel, ExternalModel, MessageModel, ProjectModel } from '../model/project.ts';
import type { SourcePosition } from '../model/types.ts';

/** What packages that are each right by themselves cannot both have in one application. */
export function checkComposition(model: ProjectModel): readonly Diagnostic[] {
  const units = unitsOf(model);
  if (units.length === 1) return [];
  return [...sharedNames(units), ...sharedHandlers(units), ...sharedExternals(units)];
}

function sharedNames(units: readonly Unit[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const owners = new Map<string, { readonly unit: Unit; readonly message: MessageModel }>();
  for (const unit of units) {
    for (const message of unit.model.messages) {
      const earlier = owners.get(message.name);
      if (earlier === undefined) owners.set(message.name, { unit, message });
      else if (earlier.unit !== unit) {
        const packages = `${nameOf(earlier.unit)} and ${nameOf(unit)}`;
        found.push(
          createDiagnostic('CATGA2053', { name: message.name, packages }, ownPosition(earlier.unit, earlier.message)),
        );
      }
    }
  }
  return found;
}

/** The scanner finds two handlers within one package; here are those of different packages. */
function sharedHandlers(units: readonly Unit[]): readonly Diagnostic[] {
  const requests = new Set(
    units.flatMap(({ model }) => model.messages.flatMap(({ kind, name }) => (kind === 'event' ? [] : [name]))),
  );
  const found: Diagnostic[] = [];
  const owners = new Map<
    string,
    { readonly unit: Unit; readonly exportName: string; readonly declaration: DeclarationModel }
  >();
  for (const unit of units) {
    for (const handler of unit.model.handlers) {
      for (const message of handler.messages) {
        if (!requests.has(message)) continue;
        const earlier = owners.get(message);
        if (earlier === undefined) owners.set(message, { unit, exportName: handler.exportName, declaration: handler });
        else if (earlier.unit !== unit) {
          const handlers = `${earlier.exportName} of ${nameOf(earlier.unit)} and ${handler.exportName} of ${nameOf(unit)}`;
          found.push(
            createDiagnostic('CATGA2002', { message, handlers }, ownPosition(earlier.unit, earlier.declaration)),
          );
        }
      }
    }
  }
  return found;
}

function sharedExternals(units: readonly Unit[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const owners = new Map<string, { readonly unit: Unit; readonly external: ExternalModel }>();
  for (const unit of units) {
    for (const external of unit.model.externals) {
      const earlier = owners.get(external.property);
      if (earlier === undefined) owners.set(external.property, { unit, external });
      else if (earlier.external.type.text !== external.type.text) {
        const types = `\`${earlier.external.type.text}\` of ${nameOf(earlier.unit)} and \`${external.type.text}\` of ${nameOf(unit)}`;
        const position = ownPosition(earlier.unit, earlier.external);
        found.push(createDiagnostic('CATGA2054', { property: external.property, types }, position));
      }
    }
  }
  return found;
}

function nameOf(unit: Unit): string {
  return unit.composed?.packageName ?? 'this application';
}

function ownPosition(unit: Unit, { position }: { readonly position: SourcePosition }): SourcePosition {
  return unit.composed === undefined ? position : { file: 'catga.config.ts', line: 1, column: 1 };
}
