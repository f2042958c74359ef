import type { BehaviorModel, HandlerModel, MessageModel, ProjectModel, ValidatorModel } from '../model/project.ts';
import { compare, pascalCase } from './identifiers.ts';
import { moduleSpecifiers, type ModuleSpecifiers } from './module-specifier.ts';
import { Names } from './names.ts';
import { schemaHash } from './schema-hash.ts';
import { unitsOf, type Unit } from './units.ts';

/** How a project is emitted. */
export interface EmitOptions {
  /** The output folder, posix, relative to the project root: `src/catga`. */
  readonly output: string;
  /** What relative import specifiers end in. */
  readonly importExtension: '.js' | '.ts';
  /** Version of `@catga/cli`. */
  readonly generatorVersion: string;
}

/** A declaration and the unit that it belongs to. */
export interface Owned<T> {
  readonly unit: Unit;
  readonly model: T;
}

/** A handler of one message, with the name that it has in the registry. */
export interface PlannedHandler extends Owned<HandlerModel> {
  readonly name: string;
}

/** A message with all that runs for it. */
export interface PlannedMessage extends Owned<MessageModel> {
  /** In the order in which they run. */
  readonly handlers: readonly PlannedHandler[];
  /** Outermost first. */
  readonly behaviors: readonly Owned<BehaviorModel>[];
  readonly validators: readonly Owned<ValidatorModel>[];
  /** Base of the names of its functions: `PlaceOrder`, `BillingCharge`. */
  readonly base: string;
}

/** What the emitters of all files agree on. */
export interface Plan extends EmitOptions {
  readonly own: Unit;
  /** The project first, then composed packages: each once, in configured order. */
  readonly units: readonly Unit[];
  /** Of all units, sorted by wire name. */
  readonly messages: readonly PlannedMessage[];
  readonly specifiers: ModuleSpecifiers;
  readonly schemaHash: string;
}

/** Joins what belongs together: each message with its handlers, behaviors and validators, over all units. */
export function planEmit(model: ProjectModel, options: EmitOptions): Plan {
  const units = unitsOf(model);
  const [own] = units;
  const bases = new Names();
  const handlerNames = nameHandlers(units);
  const messages = units
    .flatMap((unit) => unit.model.messages.map((message): Owned<MessageModel> => ({ unit, model: message })))
    .toSorted((a, b) => compare(a.model.name, b.model.name))
    .map(({ unit, model: message }): PlannedMessage => {
      const base = bases.take(
        pascalCase(unit.variable === '' ? message.variable : `${unit.variable}-${message.variable}`),
      );
      return { unit, model: message, base, ...applied(message, unit, units, handlerNames) };
    });
  return {
    ...options,
    own,
    units,
    messages,
    specifiers: moduleSpecifiers(model, options.output, options.importExtension),
    schemaHash: schemaHash(model),
  };
}

function applied(
  message: MessageModel,
  owner: Unit,
  units: readonly Unit[],
  handlerNames: ReadonlyMap<HandlerModel, string>,
): Pick<PlannedMessage, 'handlers' | 'behaviors' | 'validators'> {
  const handlers: PlannedHandler[] = [];
  const behaviors: Owned<BehaviorModel>[] = [];
  const validators: Owned<ValidatorModel>[] = [];
  for (const unit of units) {
    for (const model of unit.model.handlers) {
      if (!model.messages.includes(message.name)) continue;
      handlers.push({ unit, model, name: handlerNames.get(model) ?? model.exportName });
    }
    for (const model of unit.model.behaviors) {
      // A package's behavior for every message means every message of that package; the application's means all.
      const everything = model.messages === 'all' && (unit === owner || unit.composed === undefined);
      if (everything || (model.messages !== 'all' && model.messages.includes(message.name)))
        behaviors.push({ unit, model });
    }
    for (const model of unit.model.validators) {
      if (model.message === message.name) validators.push({ unit, model });
    }
  }
  return {
    handlers: handlers.toSorted((a, b) => a.model.order - b.model.order),
    behaviors: behaviors.toSorted((a, b) => a.model.order - b.model.order),
    validators,
  };
}

/** A handler is called what its class or constant is called; handlers that share a name get their unique variable's. */
function nameHandlers(units: readonly Unit[]): ReadonlyMap<HandlerModel, string> {
  const uses = new Map<string, number>();
  for (const { model } of units) {
    for (const handler of model.handlers) uses.set(plainName(handler), (uses.get(plainName(handler)) ?? 0) + 1);
  }
  const names = new Map<HandlerModel, string>();
  for (const { model, composed } of units) {
    for (const handler of model.handlers) {
      const name = plainName(handler);
      const unique = uses.get(name) === 1 ? name : pascalCase(handler.variable);
      names.set(handler, uses.get(name) === 1 || composed === undefined ? unique : `${composed.packageName}/${unique}`);
    }
  }
  return names;
}

function plainName(handler: HandlerModel): string {
  return handler.exportName === 'default' ? pascalCase(handler.variable) : handler.exportName;
}
