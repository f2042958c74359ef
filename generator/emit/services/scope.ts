import { pascalCase } from '../identifiers.ts';
import { Printer } from '../printer.ts';
import type { References } from '../references.ts';
import type { Construction, Place } from './construction.ts';
import type { PlannedService, ServicePlan } from './plan-services.ts';

/** How code outside of `Scope` asks it for a service. */
export function fromScope(scope: string, { variable, transient }: PlannedService): string {
  return transient ? `${scope}.${factoryName(variable)}()` : `${scope}.${variable}`;
}

function factoryName(variable: string): string {
  return `new${pascalCase(variable)}`;
}

/** The class `Scope`: services that live as long as one message, each made when it is first asked for. */
export function printScope(plan: ServicePlan, construction: Construction, references: References): string {
  const services = plan.services.filter(({ residence }) => residence === 'message');
  const disposes = services.some(({ model }) => model.disposable);
  const lazy = services.filter(({ transient }) => !transient);
  const place: Place = {
    external: (property) => `this.#services.${property}`,
    service: (service) =>
      service.residence === 'message' ? fromScope('this', service) : `this.#services.${service.variable}`,
  };
  const printer = new Printer();
  printer.line('/** What lives as long as one message: made when first asked for, disposed of in reverse. */');
  printer.block('export class Scope {', () => {
    printer.line('readonly #services: Services;');
    if (disposes) printer.line(`readonly #context: ${references.runtimeType('MessageContext')};`);
    for (const { variable, model } of lazy) printer.line(`#${variable}: ${references.sourceType(model)} | undefined;`);
    printer.line();
    // Taken in any case: pipelines make all scopes alike.
    const context = `${disposes ? 'context' : '_context'}: ${references.runtimeType('MessageContext')}`;
    printer.func('constructor', ['services: Services', context], '', () => {
      printer.line('this.#services = services;');
      if (disposes) printer.line('this.#context = context;');
    });
    for (const service of services) {
      printer.line();
      const instance = construction.instance(service, place);
      if (service.transient) printTransient(printer, service, instance, references);
      else printLazy(printer, service, instance, references);
    }
  });
  return printer.toString();
}

function printLazy(printer: Printer, service: PlannedService, instance: string, references: References): void {
  const { variable, model } = service;
  printer.block(`get ${variable}(): ${references.sourceType(model)} {`, () => {
    printer.block(`if (this.#${variable} === undefined) {`, () => {
      printer.assign(`this.#${variable}`, instance);
      if (model.disposable) printer.line(dispose(`this.#${variable}`, references));
    });
    printer.line(`return this.#${variable};`);
  });
}

function printTransient(printer: Printer, service: PlannedService, instance: string, references: References): void {
  const { variable, model } = service;
  printer.block(`${factoryName(variable)}(): ${references.sourceType(model)} {`, () => {
    if (!model.disposable) {
      printer.line(`return ${instance};`);
      return;
    }
    printer.line(`const ${variable} = ${instance};`);
    printer.line(dispose(variable, references));
    printer.line(`return ${variable};`);
  });
}

/** Resources go to the context as they are made: it disposes of them in reverse, after the commit or roll-back. */
function dispose(resource: string, references: References): string {
  return `${references.runtimeValue('disposeWith')}(this.#context, [${resource}]);`;
}
