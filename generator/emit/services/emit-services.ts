import { access, pascalCase, propertyKey, quote, typeKey } from '../identifiers.ts';
import { withImports } from '../imports.ts';
import { Names } from '../names.ts';
import type { Plan } from '../plan.ts';
import { Printer } from '../printer.ts';
import { compositionSpecifier, References } from '../references.ts';
import { renderTemplate } from '../render.ts';
import type { Unit } from '../units.ts';
import { Construction, type Place } from './construction.ts';
import { externalType, mergeExternals, type MergedExternal } from './externals.ts';
import { planServices, type PlannedService, type ServicePlan } from './plan-services.ts';
import { printScope } from './scope.ts';

const path = 'services.ts';

/** `services.ts`: construction in dependency order, disposal in reverse. */
export function printServices(plan: Plan): string {
  const services = planServices(plan.own.model);
  const externals = mergeExternals(plan);
  const reserved = 'Composition Externals ExternalValues Scope Services composeServices createServices kept'.split(' ');
  const makers = services.services.filter(isMadeForUse).map((service) => makerName(service));
  // A class may be called like the constant that holds its instance.
  const locals = [
    ...services.services.map(({ variable }) => variable),
    ...services.dependencies.map(({ variable }) => variable),
    ...externals.map(({ property }) => property),
  ];
  const { imports, body } = withImports([...reserved, ...makers, ...locals], (used) => {
    const references = new References(plan, path, used);
    const construction = new Construction(services, references);
    return [
      printExternals(externals, references),
      printExternalValues(plan, externals, references),
      printInterface(plan, services, references),
      printCompose(services, ownExternals(plan, externals), construction, references),
      ...services.services.filter(isMadeForUse).map((service) => printMaker(service, construction, references)),
      ...(services.scoped ? [printScope(services, construction, references)] : []),
      printCreate(plan, externals, references),
    ].join('\n\n');
  });
  return renderTemplate('services', { version: plan.generatorVersion, imports, body });
}

/** Whether pipelines make it themselves, for each message anew. */
export function isMadeForUse({ residence }: PlannedService): boolean {
  return residence === 'use';
}

/** The exported function that makes a transient service. */
export function makerName({ variable }: PlannedService): string {
  return `make${pascalCase(variable)}`;
}

function printExternals(externals: readonly MergedExternal[], references: References): string {
  const printer = new Printer();
  printer.line('/** What `registry({...})` requires. */');
  if (externals.length === 0) return printer.line('export type Externals = Readonly<Record<never, never>>;').toString();
  printer.block('export interface Externals {', () => {
    for (const external of externals) {
      const type = externalType(external, references);
      const factory = `() => ${type} | Promise<${type}>`;
      const needed = `Needed by ${users(external)}.`;
      const made = 'Called once at start-up; what it makes is disposed of on stop.';
      if (printer.fits(`/** ${needed} ${made} */`)) printer.line(`/** ${needed} ${made} */`);
      else printer.lines(['/**', ` * ${needed}`, ` * ${made}`, ' */']);
      printer.line(
        external.optional
          ? `readonly ${typeKey(external.property)}?: (${factory}) | undefined;`
          : `readonly ${typeKey(external.property)}: ${factory};`,
      );
    }
  });
  return printer.toString();
}

function users({ neededBy }: MergedExternal): string {
  const shown = neededBy.slice(0, 3).join(', ');
  return neededBy.length > 3 ? `${shown} and ${neededBy.length - 3} more` : shown;
}

function printExternalValues(plan: Plan, externals: readonly MergedExternal[], references: References): string {
  const printer = new Printer();
  const own = ownExternals(plan, externals);
  printer.line('/** What the factories of {@link Externals} made for this package. */');
  if (own.length === 0) return printer.line('export type ExternalValues = Readonly<Record<never, never>>;').toString();
  printer.block('export interface ExternalValues {', () => {
    for (const external of own)
      printer.line(`readonly ${typeKey(external.property)}: ${valueType(external, references)};`);
  });
  return printer.toString();
}

/** Those of them that this package needs itself. */
function ownExternals(plan: Plan, externals: readonly MergedExternal[]): readonly MergedExternal[] {
  const properties = new Set(plan.own.model.externals.map(({ property }) => property));
  return externals.filter(({ property }) => properties.has(property));
}

function valueType(external: MergedExternal, references: References): string {
  const type = externalType(external, references);
  return external.optional ? `${type} | undefined` : type;
}

function printInterface(plan: Plan, services: ServicePlan, references: References): string {
  const printer = new Printer();
  printer.line('/** Everything that lives as long as the application. */');
  const members = [
    ...services.services
      .filter(({ residence }) => residence === 'application')
      .map(({ variable, model }) => `readonly ${variable}: ${references.sourceType(model)};`),
    ...services.dependencies.map(({ variable }) => `readonly ${variable}: object;`),
  ];
  const external = plan.own.model.externals.length > 0;
  if (members.length === 0) {
    return printer
      .line(`export type Services = ${external ? 'ExternalValues' : 'Readonly<Record<never, never>>'};`)
      .toString();
  }
  const open = `export interface Services ${external ? 'extends ExternalValues ' : ''}{`;
  return printer.block(open, () => printer.lines(members)).toString();
}

function printCompose(
  services: ServicePlan,
  externals: readonly MergedExternal[],
  construction: Construction,
  references: References,
): string {
  const kept = services.services.filter(({ residence }) => residence === 'application');
  const fields = new Printer(2);
  const names = new Names(services.services.map(({ variable }) => variable));
  const place: Place = {
    external: (property) => access('externals', property),
    service: (service) => {
      if (service.residence === 'application') return `this.${service.variable}`;
      // A transient that has to be disposed of: one for each who needs it, and as long-lived.
      const field = `#${names.take(service.variable + '1')}`;
      printMade(service, field);
      return `this.${field}`;
    },
  };
  const printMade = (service: PlannedService, field: string): void => {
    const instance = construction.instance(service, place);
    const made = service.model.disposable ? `kept(made, ${instance})` : instance;
    fields.assign(`readonly ${field}: ${references.sourceType(service.model)}`, made);
  };
  for (const external of externals) {
    fields.assign(
      `readonly ${fieldKey(external.property)}: ${valueType(external, references)}`,
      place.external(external.property),
    );
  }
  for (const service of kept) printMade(service, fieldKey(service.variable));
  for (const planned of services.dependencies) {
    fields.assign(`readonly ${planned.variable}: object`, construction.dependencies(planned, place));
  }
  const text = fields.toString();
  const isKept = text.includes('kept(made, ');
  const parameters = [
    `${externals.length > 0 ? 'externals' : '_externals'}: ExternalValues`,
    `${isKept ? 'made' : '_made'}: unknown[]`,
  ];
  const printer = new Printer();
  printer.line('/** Constructs the services of this package. What has to be disposed of is added to `made`. */');
  printer.func('export function composeServices', parameters, ': Services', () => {
    if (text === '') {
      printer.line('return {};');
      return;
    }
    // Fields, not constants: from every constant the compiler goes back through all before it (bench generate/typecheck).
    printer.block('class Composition {', () => printer.raw(text));
    printer.line('return new Composition();');
  });
  if (!isKept) return printer.toString();
  printer.line();
  printer.block('function kept<T>(made: unknown[], service: T): T {', () =>
    printer.lines(['made.push(service);', 'return service;']),
  );
  return printer.toString();
}

/** A class has its constructor where it says so without brackets. */
function fieldKey(name: string): string {
  return name === 'constructor' ? "['constructor']" : typeKey(name);
}

function printMaker(service: PlannedService, construction: Construction, references: References): string {
  const place: Place = {
    external: (property) => `services.${property}`,
    service: ({ variable }) => `services.${variable}`,
  };
  const instance = construction.instance(service, place);
  const parameter = instance.includes('services.') ? 'services' : '_services';
  const printer = new Printer();
  printer.line('/** Made for each message. */');
  printer.block(
    `export function ${makerName(service)}(${parameter}: Services): ${references.sourceType(service.model)} {`,
    () => printer.line(`return ${instance};`),
  );
  return printer.toString();
}

/** The type of `Services` of a composed unit, under a name of its own. */
function unitServicesType(unit: Unit, references: References): string {
  const composition = compositionSpecifier(unit);
  return composition === undefined
    ? references.generatedType('services', 'Services')
    : references.imports.type(composition, 'Services');
}

function printCreate(plan: Plan, externals: readonly MergedExternal[], references: References): string {
  const disposeAll = references.runtimeValue('disposeAll');
  const composed = plan.units.filter((unit) => unit.composed !== undefined);
  const printer = new Printer();
  if (composed.length > 0) {
    printer.line('/** The services of this application and of the packages that it is composed of. */');
    printer.block('export interface ComposedServices {', () => {
      printer.line('readonly own: Services;');
      for (const unit of composed) printer.line(`readonly ${unit.variable}: ${unitServicesType(unit, references)};`);
    });
    printer.line();
  }
  const result = composed.length > 0 ? 'ComposedServices' : 'Services';
  const parameter = externals.length > 0 ? 'externals' : '_externals';
  printer.line('/** Calls the factories, then constructs everything that lives as long as the application. */');
  const returns = `: Promise<{ readonly services: ${result}; readonly dispose: () => Promise<void> }>`;
  printer.func('export async function createServices', [`${parameter}: Externals`], returns, () => {
    printer.line('const made: unknown[] = [];');
    printer.tryCatch(
      'try {',
      () => {
        for (const external of externals) printExternal(printer, external, references);
        for (const unit of composed) {
          const compose = references.imports.value(compositionSpecifier(unit) ?? '', 'composeServices');
          printer.line(`const ${unit.variable} = ${compose}(${picked(unit)}, made);`);
        }
        const own = `composeServices(${picked(plan.own)}, made)`;
        if (composed.length === 0) printer.line(`const services = ${own};`);
        else
          printer.list('const services = {', [`own: ${own}`, ...composed.map(({ variable }) => variable)], '};', ' ');
        printer.line(`return { services, dispose: () => ${disposeAll}(made) };`);
      },
      () => {
        printer.block(
          `await ${disposeAll}(made).catch((disposal: unknown) => {`,
          () => printer.list('throw new AggregateError(', ['[error, disposal]', quote(startUpFailed)], ');'),
          '});',
        );
        printer.line('throw error;');
      },
    );
  });
  return printer.toString();
}

const startUpFailed = 'Start-up failed, and so did disposing of what had been made.';

function printExternal(printer: Printer, external: MergedExternal, references: References): void {
  const { property, optional } = external;
  const call = `await externals.${property}${optional ? '?.' : ''}()`;
  printer.line(`const ${property}: ${valueType(external, references)} = ${call};`);
  printer.line(`${optional ? `if (${property} !== undefined) ` : ''}made.push(${property});`);
}

function picked(unit: Unit): string {
  const items = unit.model.externals.map(({ property }) => propertyKey(property));
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
}
