import type { DependencyModel } from '../../model/project.ts';
import { propertyKey } from '../identifiers.ts';
import type { References } from '../references.ts';
import type { PlannedDependencies, PlannedService, ServicePlan } from './plan-services.ts';

/** How code in one place reaches what was made before. */
export interface Place {
  /** The expression for an external, by property. */
  readonly external: (property: string) => string;
  /** The expression for a service with a residence of its own. */
  readonly service: (service: PlannedService) => string;
}

/** Writes constructor calls. */
export class Construction {
  readonly #plan: ServicePlan;
  readonly #references: References;
  /** Externals that need not be there, by property. */
  readonly #optional: ReadonlySet<string>;

  constructor(plan: ServicePlan, references: References) {
    this.#plan = plan;
    this.#optional = new Set(plan.externals.flatMap(({ property, optional }) => (optional ? [property] : [])));
    this.#references = references;
  }

  /** `new PlaceOrderHandler(orders, clock)`. */
  instance(service: PlannedService, place: Place): string {
    const values = service.model.dependencies.map((dependency) => this.#value(dependency, place));
    return `new ${this.#references.sourceValue(service.model)}(${values.join(', ')})`;
  }

  /** `{ orders: orderRepository }`: what a function handler gets. */
  dependencies(planned: PlannedDependencies, place: Place): string {
    const items = planned.model.dependencies.map((dependency) => {
      const value = this.#value(dependency, place);
      const item =
        propertyKey(dependency.parameter) === value ? value : `${propertyKey(dependency.parameter)}: ${value}`;
      // An absent member and one that is `undefined` are different things under `exactOptionalPropertyTypes`.
      const absent =
        dependency.kind === 'external' && dependency.optional === true && this.#isOptional(dependency.property);
      return absent ? `...(${value} !== undefined && { ${item} })` : item;
    });
    return `{ ${items.join(', ')} }`;
  }

  #value(dependency: DependencyModel, place: Place): string {
    if (dependency.kind === 'external') return place.external(dependency.property);
    const service = this.#plan.byId.get(dependency.id);
    if (service === undefined) return 'undefined';
    return service.residence === 'use' ? this.instance(service, place) : place.service(service);
  }

  #isOptional(property: string): boolean {
    return this.#optional.has(property);
  }
}
