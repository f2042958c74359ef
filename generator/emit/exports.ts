import { codecLoaderName } from './codec-loaders.ts';
import { compare } from './identifiers.ts';
import type { Plan } from './plan.ts';
import { composedMessageName } from './references.ts';
import { renderTemplate } from './render.ts';
import { isMadeForUse, makerName } from './services/emit-services.ts';
import { planServices } from './services/plan-services.ts';

/**
 * `index.ts`: what the application imports. Messages come before the registry: a handler that imports this file, instead of
 * `messages.ts`, still finds its constructors initialised.
 */
export function printIndex(plan: Plan): string {
  const path = 'index.ts';
  const constructors = plan.own.model.messages
    .filter(({ form }) => form === 'data')
    .map(({ variable }) => variable)
    .toSorted(compare);
  const from = (name: string): string => plan.specifiers.generated(name, path);
  const lines = [
    ...exportLines('export', constructors, from('messages')),
    ...exportLines('export', ['registry', 'schemaHash'], from('registry')),
    '',
    ...exportLines('export type', ['Externals'], from('services')),
    ...exportLines('export type', ['MessageName'], from('routes')),
  ];
  return renderTemplate('index', { version: plan.generatorVersion, body: lines.join('\n') });
}

/** `composition.ts`: what an application's generated code needs in order to compose this package. */
export function printComposition(plan: Plan): string {
  const path = 'composition.ts';
  const { model } = plan.own;
  const services = planServices(model);
  const makers = services.services.filter(isMadeForUse).map(makerName);
  const from = (name: string): string => plan.specifiers.generated(name, path);
  const values: (readonly [specifier: string, name: string])[] = [
    ...['schemaHash', ...model.messages.map(codecLoaderName)].map((name): [string, string] => [from('registry'), name]),
    ...['composeServices', ...(services.scoped ? ['Scope'] : []), ...makers].map((name): [string, string] => [
      from('services'),
      name,
    ]),
  ];
  const types: [specifier: string, name: string][] = ['ExternalValues', 'Services'].map((name) => [
    from('services'),
    name,
  ]);
  for (const message of model.messages) {
    const renamed = rename(message.exportName, composedMessageName(message));
    (message.form === 'class' ? values : types).push([plan.specifiers.source(message.module, path), renamed]);
  }
  for (const handler of model.handlers) {
    if (handler.form !== 'function') continue;
    values.push([plan.specifiers.source(handler.module, path), rename(handler.exportName, handler.variable)]);
  }
  const lines = [...grouped('export', values), '', ...grouped('export type', types)];
  return renderTemplate('composition', { version: plan.generatorVersion, body: lines.join('\n') });
}

function rename(name: string, exported: string): string {
  return name === exported ? name : `${name} as ${exported}`;
}

function grouped(keyword: string, items: readonly (readonly [specifier: string, name: string])[]): readonly string[] {
  const bySpecifier = new Map<string, string[]>();
  for (const [specifier, name] of items) {
    const names = bySpecifier.get(specifier);
    if (names === undefined) bySpecifier.set(specifier, [name]);
    else names.push(name);
  }
  return [...bySpecifier]
    .toSorted(([a], [b]) => compare(a, b))
    .flatMap(([specifier, names]) => exportLines(keyword, names.toSorted(compare), specifier));
}

function exportLines(keyword: string, names: readonly string[], specifier: string): readonly string[] {
  if (names.length === 0) return [];
  const flat = `${keyword} { ${names.join(', ')} } from '${specifier}';`;
  if (flat.length <= 120) return [flat];
  return [`${keyword} {`, ...names.map((name) => `  ${name},`), `} from '${specifier}';`];
}
