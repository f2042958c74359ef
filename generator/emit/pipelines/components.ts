import type { BehaviorModel, HandlerModel, ValidatorModel } from '../../model/project.ts';
import { pascalCase } from '../identifiers.ts';
import type { Names } from '../names.ts';
import type { Owned, PlannedHandler, PlannedMessage, Plan } from '../plan.ts';
import { compositionSpecifier, type References } from '../references.ts';
import { batchName } from './batches.ts';
import { isMadeForUse, makerName } from '../services/emit-services.ts';
import {
  planServices,
  type PlannedDependencies,
  type PlannedService,
  type ServicePlan,
} from '../services/plan-services.ts';
import { fromScope } from '../services/scope.ts';
import type { Unit } from '../units.ts';

/** Names that bodies of pipelines use for themselves. */
export const bodyNames: readonly string[] = (
  'arrival context createDispatcher deliver error event failures message messages publish publishers refusal replacement result ' +
  'run send senders services step stop thrown undefined'
).split(' ');

interface Local {
  readonly variable: string;
  readonly unit: Unit;
  readonly name: string;
  /** The behavior or validator that it is. */
  readonly viewed: BehaviorModel | ValidatorModel | undefined;
}

/**
 * How pipelines reach handlers, behaviors and validators: those that live as long as the application are constants of
 * `createDispatcher`, the others come from a scope or are made on the spot.
 */
export class Components {
  /** The constants, sorted by unit, then name. */
  readonly locals: readonly Local[];
  /** The names of scopes by unit, where a unit has one. */
  readonly scopes: ReadonlyMap<Unit, string>;
  readonly #plans: ReadonlyMap<Unit, ServicePlan>;
  readonly #dependencies = new Map<HandlerModel, PlannedDependencies>();
  readonly #names = new Map<string, string>();
  readonly #composed: boolean;

  constructor(plan: Plan, names: Names) {
    this.#plans = new Map(plan.units.map((unit) => [unit, planServices(unit.model)]));
    this.#composed = plan.units.length > 1;
    const scopes = new Map<Unit, string>();
    const locals: Local[] = [];
    for (const [unit, services] of this.#plans) {
      const called = (variable: string): string =>
        names.take(unit.variable === '' ? variable : unit.variable + pascalCase(variable));
      if (services.scoped) scopes.set(unit, called('scope'));
      const viewed = viewedIn(unit);
      for (const { variable, model } of usedByPipelines(unit, services)) {
        const name = called(variable);
        this.#names.set(key(unit, variable), name);
        locals.push({ unit, variable, name, viewed: viewed.get(model.id) });
      }
      for (const planned of services.dependencies) this.#dependencies.set(planned.model, planned);
    }
    this.scopes = scopes;
    this.locals = locals;
  }

  /** The planned service behind a declaration. */
  service({ unit, model }: Owned<{ readonly id: string }>): PlannedService | undefined {
    return this.#plans.get(unit)?.byId.get(model.id);
  }

  /** The `Services` of a unit, as an expression. */
  services(unit: Unit): string {
    return this.#composed ? `services.${unit.variable === '' ? 'own' : unit.variable}` : 'services';
  }

  /** Whether the component needs the scope of its unit. */
  usesScope(component: Owned<{ readonly id: string }>): boolean {
    return this.service(component)?.residence === 'message';
  }

  /** An instance, as an expression. */
  instance(component: Owned<{ readonly id: string }>, references: References): string {
    const service = this.service(component);
    const { unit } = component;
    if (service === undefined) return 'undefined';
    if (service.residence === 'message') return fromScope(this.scopes.get(unit) ?? 'scope', service);
    if (service.residence === 'application') return this.#names.get(key(unit, service.variable)) ?? service.variable;
    const composition = compositionSpecifier(unit);
    const maker =
      composition === undefined
        ? references.generatedValue('services', makerName(service))
        : references.imports.value(composition, makerName(service));
    return `${maker}(${this.services(unit)})`;
  }

  /** `placeOrderHandler.handle(message, context)`. */
  call(handler: PlannedHandler, of: PlannedMessage, message: string, context: string, references: References): string {
    const { model } = handler;
    if (model.batch !== undefined) {
      return `${batchName(of, handler)}.${of.model.kind === 'event' ? 'event' : 'request'}(${message}, ${context})`;
    }
    if (model.form === 'class' && model.ignoresMessage) {
      // The interface takes what the method leaves out.
      const contract = references.runtimeType(of.model.kind === 'event' ? 'EventHandler' : 'RequestHandler');
      const handlerType = `${contract}<${references.messageType(of)}>`;
      return `(${this.instance(handler, references)} as ${handlerType}).handle(${message}, ${context})`;
    }
    if (model.form === 'class') {
      return `${this.instance(handler, references)}.handle(${message}${model.usesContext ? `, ${context}` : ''})`;
    }
    return this.#functionCall(handler, `${message}, ${context}`, references);
  }

  /** `recordSales.handle(messages, context)`. */
  batchCall(handler: PlannedHandler, of: PlannedMessage, references: References): string {
    const { model } = handler;
    if (model.form === 'function') return this.#functionCall(handler, 'messages, context', references);
    const instance = this.instance(handler, references);
    if (model.ignoresMessage) {
      const type = `${references.runtimeType('BatchHandler')}<${references.messageType(of)}>`;
      return `(${instance} as ${type}).handle(messages, context)`;
    }
    return `${instance}.handle(messages${model.batch?.usesContext === true ? ', context' : ''})`;
  }

  #functionCall(handler: PlannedHandler, given: string, references: References): string {
    const { model, unit } = handler;
    const dependencies = this.#dependencies.get(model);
    const value = dependencies && this.#names.get(key(unit, dependencies.variable));
    return `${references.functionHandler(handler)}.handle(${given}, ${value ?? 'undefined'} as never)`;
  }
}

function key(unit: Unit, variable: string): string {
  return `${unit.variable} ${variable}`;
}

/** Behaviors and validators by id. */
function viewedIn({ model: { behaviors, validators } }: Unit): ReadonlyMap<string, BehaviorModel | ValidatorModel> {
  const viewed = new Map<string, BehaviorModel | ValidatorModel>();
  for (const model of [...behaviors, ...validators]) if (!viewed.has(model.id)) viewed.set(model.id, model);
  return viewed;
}

function usedByPipelines(unit: Unit, services: ServicePlan): readonly (PlannedService | PlannedDependencies)[] {
  const { handlers, behaviors, validators } = unit.model;
  const used = new Set([...handlers, ...behaviors, ...validators].map(({ id }) => id));
  return [
    ...services.services.filter(
      (service) => used.has(service.model.id) && service.residence === 'application' && !isMadeForUse(service),
    ),
    ...services.dependencies,
  ];
}
