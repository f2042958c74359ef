import type { BehaviorModel, HandlerModel, MessageModel, ProjectModel, ValidatorModel } from '../model/project.ts';
import type { EmissionCache } from './emission-cache.ts';
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
  /** Wire names of the project's own messages that have upcasters. */
  readonly upcastMessages: ReadonlySet<string>;
  readonly specifiers: ModuleSpecifiers;
  readonly schemaHash: string;
}

/**
 * Joins what belongs together: each message with its handlers, behaviors and validators, over all units. `cache` has what
 * the run before found out.
 */
export function planEmit(model: ProjectModel, options: EmitOptions, cache?: EmissionCache): Plan {
  const units = unitsOf(model);
  let messages: readonly PlannedMessage[] | undefined;
  return {
    ...options,
    own: units[0],
    units,
    // Most edits print nothing that asks for them.
    get messages() {
      return (messages ??= planMessages(units));
    },
    upcastMessages: new Set(model.upcasters.map(({ message }) => message)),
    specifiers: specifiersOf(model, options, cache),
    schemaHash: cache?.schemaHash.of(model, cache.changes) ?? schemaHash(model),
  };
}

function planMessages(units: readonly Unit[]): readonly PlannedMessage[] {
  const bases = new Names();
  const components = componentsOf(units);
  return units
    .flatMap((unit) => unit.model.messages.map((message): Owned<MessageModel> => ({ unit, model: message })))
    .toSorted((a, b) => compare(a.model.name, b.model.name))
    .map(({ unit, model: message }): PlannedMessage => {
      const base = bases.take(
        pascalCase(unit.variable === '' ? message.variable : `${unit.variable}-${message.variable}`),
      );
      return { unit, model: message, base, ...applied(message, unit, components) };
    });
}

function specifiersOf(
  model: ProjectModel,
  { output, importExtension }: EmitOptions,
  cache: EmissionCache | undefined,
): ModuleSpecifiers {
  const known = cache?.changes && cache.specifiers;
  const specifiers = known ?? moduleSpecifiers(model, output, importExtension);
  if (cache) cache.specifiers = specifiers;
  return specifiers;
}

/** What runs for messages, by wire name, in the order of units and declarations. */
interface Components {
  readonly handlers: ReadonlyMap<string, readonly PlannedHandler[]>;
  readonly behaviors: ReadonlyMap<string, readonly Ranked[]>;
  /** Behaviors for every message. */
  readonly general: readonly Ranked[];
  readonly validators: ReadonlyMap<string, readonly Owned<ValidatorModel>[]>;
}

interface Ranked extends Owned<BehaviorModel> {
  readonly rank: number;
}

function componentsOf(units: readonly Unit[]): Components {
  const handlers = new Map<string, PlannedHandler[]>();
  const behaviors = new Map<string, Ranked[]>();
  const general: Ranked[] = [];
  const validators = new Map<string, Owned<ValidatorModel>[]>();
  const names = nameHandlers(units);
  let rank = 0;
  for (const unit of units) {
    for (const model of unit.model.handlers) {
      const handler = { unit, model, name: names.get(model) ?? model.exportName };
      for (const message of new Set(model.messages)) add(handlers, message, handler);
    }
    for (const model of unit.model.behaviors) {
      const behavior = { unit, model, rank: rank++ };
      if (model.messages === 'all') general.push(behavior);
      else for (const message of new Set(model.messages)) add(behaviors, message, behavior);
    }
    for (const model of unit.model.validators) add(validators, model.message, { unit, model });
  }
  return { handlers, behaviors, general, validators };
}

function add<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [item]);
  else list.push(item);
}

function applied(
  { name }: MessageModel,
  owner: Unit,
  { handlers, behaviors, general, validators }: Components,
): Pick<PlannedMessage, 'handlers' | 'behaviors' | 'validators'> {
  // A package's behavior for every message means every message of that package; the application's means all.
  const everywhere = general.filter(({ unit }) => unit === owner || unit.composed === undefined);
  return {
    handlers: (handlers.get(name) ?? []).toSorted((a, b) => a.model.order - b.model.order),
    behaviors: [...everywhere, ...(behaviors.get(name) ?? [])]
      .toSorted((a, b) => a.model.order - b.model.order || a.rank - b.rank)
      .map(({ unit, model }) => ({ unit, model })),
    validators: validators.get(name) ?? [],
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
