import type { Constructed, DependencyModel, ExternalModel, HandlerModel, ProjectModel } from '../../model/project.ts';
import { compare } from '../identifiers.ts';
import { Names } from '../names.ts';
import { unitsOf } from '../units.ts';

/**
 * Where an instance lives.
 *
 * - `application`: made once, in `composeServices`.
 * - `message`: made by a `Scope`, which lives as long as one message and disposes of it.
 * - `use`: made wherever it is needed; nothing has to be disposed of afterwards.
 */
type Residence = 'application' | 'message' | 'use';

/** A class that generated code constructs. */
export interface PlannedService {
  readonly model: Constructed & { readonly disposable: boolean };
  readonly residence: Residence;
  /** Member of `Services`, getter or method of `Scope`. */
  readonly variable: string;
  /** In a scope, made anew each time. */
  readonly transient: boolean;
}

/** A function handler with dependencies: they are one object, made once. */
export interface PlannedDependencies {
  readonly model: HandlerModel;
  /** Member of `Services`: `onPlaceOrderDependencies`. */
  readonly variable: string;
}

/** Everything that `services.ts` of one unit constructs. */
export interface ServicePlan {
  readonly externals: readonly ExternalModel[];
  /** Dependencies before what needs them. */
  readonly services: readonly PlannedService[];
  readonly byId: ReadonlyMap<string, PlannedService>;
  readonly dependencies: readonly PlannedDependencies[];
  /** Whether there is a `Scope`. */
  readonly scoped: boolean;
}

const plans = new WeakMap<ProjectModel, ServicePlan>();

/** Decides what is constructed where, and in which order. */
export function planServices(model: ProjectModel): ServicePlan {
  const plan = plans.get(model) ?? makePlan(model);
  plans.set(model, plan);
  return plan;
}

function makePlan(model: ProjectModel): ServicePlan {
  const constructed = inOrder(constructedOf(model));
  const names = new Names([
    ...model.externals.map(({ property }) => property),
    ...unitsOf(model).map(({ variable }) => variable),
  ]);
  const residences = new Residences(constructed);
  const services = constructed.map((service): PlannedService => ({
    model: service,
    residence: residences.of(service),
    variable: names.take(service.variable),
    transient: service.lifetime === 'transient',
  }));
  const dependencies = model.handlers
    .filter(({ form, dependencies: needed }) => form === 'function' && needed.length > 0)
    .map((handler): PlannedDependencies => ({
      model: handler,
      variable: names.take(`${handler.variable}Dependencies`),
    }));
  return {
    externals: model.externals,
    services,
    byId: new Map(services.map((service) => [service.model.id, service])),
    dependencies,
    scoped: services.some(({ residence }) => residence === 'message'),
  };
}

type Class = Constructed & { readonly disposable: boolean };

/** Every class once: one that is, say, a service and a handler is constructed once. */
function constructedOf(model: ProjectModel): readonly Class[] {
  const classes = new Map<string, Class>();
  const handlers = model.handlers.filter(({ form }) => form === 'class');
  for (const declared of [...model.services, ...model.behaviors, ...model.validators, ...handlers]) {
    if (!classes.has(declared.id)) classes.set(declared.id, declared);
  }
  return [...classes.values()].toSorted((a, b) => compare(a.id, b.id));
}

function inOrder(classes: readonly Class[]): readonly Class[] {
  const byId = new Map(classes.map((declared) => [declared.id, declared]));
  const ordered: Class[] = [];
  const visited = new Set<string>();
  const visit = (declared: Class): void => {
    // The scanner refuses cycles, so whatever was visited is complete.
    if (visited.has(declared.id)) return;
    visited.add(declared.id);
    for (const id of serviceIds(declared.dependencies)) {
      const needed = byId.get(id);
      if (needed !== undefined) visit(needed);
    }
    ordered.push(declared);
  };
  classes.forEach(visit);
  return ordered;
}

function serviceIds(dependencies: readonly DependencyModel[]): readonly string[] {
  return dependencies.flatMap((dependency) => (dependency.kind === 'service' ? [dependency.id] : []));
}

class Residences {
  readonly #byId: ReadonlyMap<string, Class>;

  constructor(classes: readonly Class[]) {
    this.#byId = new Map(classes.map((declared) => [declared.id, declared]));
  }

  of(declared: Class): Residence {
    if (declared.lifetime === 'scoped' || this.#needsScope(declared)) return 'message';
    if (declared.lifetime === 'singleton') return 'application';
    return this.#disposes(declared) ? 'message' : 'use';
  }

  /** Whether something that it needs belongs to one message: then so does it. */
  #needsScope({ dependencies }: Pick<Constructed, 'dependencies'>): boolean {
    return serviceIds(dependencies).some((id) => {
      const needed = this.#byId.get(id);
      return needed !== undefined && (needed.lifetime === 'scoped' || this.#needsScope(needed));
    });
  }

  /** Whether making one leaves something to dispose of: itself, or a transient part. */
  #disposes(declared: Class): boolean {
    if (declared.disposable) return true;
    return serviceIds(declared.dependencies).some((id) => {
      const needed = this.#byId.get(id);
      return needed !== undefined && needed.lifetime === 'transient' && this.#disposes(needed);
    });
  }
}
