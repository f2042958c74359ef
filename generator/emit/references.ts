import type { DeclarationModel, HandlerModel, MessageModel } from '../model/project.ts';
import { pascalCase } from './identifiers.ts';
import type { Imports } from './imports.ts';
import type { Owned, Plan } from './plan.ts';
import type { Unit } from './units.ts';

/** What a composed package exports for the application that composes it. */
export function compositionSpecifier(unit: Unit): string | undefined {
  return unit.composed === undefined ? undefined : `${unit.composed.specifier}/composition.js`;
}

/** The name under which a package exports a message's type, or class, to those who compose it. */
export function composedMessageName(message: MessageModel): string {
  return pascalCase(message.variable);
}

/** Refers to declarations from one generated file, whichever package they belong to. */
export class References {
  readonly imports: Imports;
  readonly #plan: Plan;
  readonly #from: string;

  /** @param from - The generated file that refers, for example `pipelines.ts`. */
  constructor(plan: Plan, from: string, imports: Imports) {
    this.#plan = plan;
    this.#from = from;
    this.imports = imports;
  }

  messageType({ unit, model }: Owned<MessageModel>): string {
    const composition = compositionSpecifier(unit);
    return composition === undefined
      ? this.sourceType(model)
      : this.imports.type(composition, composedMessageName(model));
  }

  messageClass({ unit, model }: Owned<MessageModel>): string {
    const composition = compositionSpecifier(unit);
    return composition === undefined
      ? this.sourceValue(model)
      : this.imports.value(composition, composedMessageName(model));
  }

  functionHandler({ unit, model }: Owned<HandlerModel>): string {
    const composition = compositionSpecifier(unit);
    return composition === undefined ? this.sourceValue(model) : this.imports.value(composition, model.variable);
  }

  sourceType({ module, exportName }: Pick<DeclarationModel, 'module' | 'exportName'>): string {
    return this.imports.type(this.#plan.specifiers.source(module, this.#from), exportName);
  }

  sourceValue({ module, exportName }: Pick<DeclarationModel, 'module' | 'exportName'>): string {
    return this.imports.value(this.#plan.specifiers.source(module, this.#from), exportName);
  }

  generatedType(path: string, name: string): string {
    return this.imports.type(this.#plan.specifiers.generated(path, this.#from), name);
  }

  generatedValue(path: string, name: string): string {
    return this.imports.value(this.#plan.specifiers.generated(path, this.#from), name);
  }

  runtimeType(name: string): string {
    return this.imports.type('catga/generated', name);
  }

  runtimeValue(name: string): string {
    return this.imports.value('catga/generated', name);
  }
}
