import { REGISTRY_FORMAT } from '../../runtime/ports/registry.ts';
import { batchPolicy } from '../model/batch-policy.ts';
import type { MessageOptions } from '../model/project.ts';
import { codecLoaderName, nameCodecModules, printCodecLoaders } from './codec-loaders.ts';
import { propertyKey, quote } from './identifiers.ts';
import { withImports } from './imports.ts';
import type { Pieces } from './pieces.ts';
import type { Plan, PlannedMessage } from './plan.ts';
import { Printer } from './printer.ts';
import { compositionSpecifier, References } from './references.ts';
import { renderTemplate } from './render.ts';
import { mergeExternals } from './services/externals.ts';

const path = 'registry.ts';

// No declaration can bring one into the text: in literals it is escaped.
const hashPlaceholder = '\0';

/** `registry.ts`: what `createCatga` is given. All but the hash of the shapes is printed anew only for another `surface`. */
export function printRegistry(plan: Plan, surface: string, pieces?: Pieces): string {
  const frame = pieces?.text('frame', [surface], () => printFrame(plan)) ?? printFrame(plan);
  pieces?.finish();
  return frame.replace(hashPlaceholder, plan.schemaHash);
}

function printFrame(plan: Plan): string {
  const externals = mergeExternals(plan);
  const required = externals.some(({ optional }) => !optional);
  const declared = ['registry', 'schemaHash', 'start', 'externals', ...plan.own.model.messages.map(codecLoaderName)];
  const modules = nameCodecModules(plan, declared);
  const { imports, body } = withImports([...declared, ...modules.values()], (used) => {
    const references = new References(plan, path, used);
    const printer = new Printer();
    printCodecLoaders(printer, modules, plan, references, path);
    printer.line('/** Hash of all wire shapes: equal hashes, equal bytes. */');
    printer.line(`export const schemaHash: string = '${hashPlaceholder}';`);
    printer.line();
    const registry = references.runtimeType('Registry');
    const type = references.generatedType('services', 'Externals');
    let parameter = '';
    if (externals.length > 0) parameter = required ? `externals: ${type}` : `externals: ${type} = {}`;
    printer.line('/** Everything that `createCatga` executes. Nothing is constructed before it starts. */');
    printer.block(`export function registry(${parameter}): ${registry} {`, () => {
      printClassNames(printer, plan, references);
      printer.block(
        'return {',
        () => {
          printer.line(`format: ${REGISTRY_FORMAT},`);
          printer.line(`generator: ${quote(plan.generatorVersion)},`);
          printer.line('schemaHash,');
          printer.line(`namespace: ${quote(plan.own.model.namespace)},`);
          printMessages(printer, plan, references);
          printer.line(`${shorthand('routes', references.generatedValue('routes', 'routes'))},`);
          printModules(printer, plan, references);
          printer.line(`start: () => start(${externals.length > 0 ? 'externals' : '{}'}),`);
        },
        '};',
      );
    });
    printer.line();
    printStart(printer, type, references);
    return printer.toString();
  });
  return renderTemplate('registry', {
    version: plan.generatorVersion,
    skipped: !namesOthers(plan),
    imports,
    body,
  });
}

/** Whether it names anything that is not generated along with it, so that a compiler may find it out of date. */
function namesOthers({ messages, units }: Plan): boolean {
  return units.length > 1 || messages.some(({ model }) => model.form === 'class');
}

function shorthand(name: string, value: string): string {
  return name === value ? name : `${name}: ${value}`;
}

/** The only place that names class messages: a prototype is changed when the registry is made, not when a module loads. */
function printClassNames(printer: Printer, plan: Plan, references: References): void {
  for (const message of plan.messages) {
    if (message.model.form !== 'class') continue;
    const nameClass = references.runtimeValue('nameClass');
    printer.line(`${nameClass}(${references.messageClass(message)}, ${quote(message.model.name)});`);
  }
}

function printMessages(printer: Printer, plan: Plan, references: References): void {
  if (plan.messages.length === 0) {
    printer.line('messages: [],');
    return;
  }
  printer.block(
    'messages: [',
    () => {
      for (const message of plan.messages) {
        printDescriptor(printer, message, codecsOf(message, references));
      }
    },
    '],',
  );
}

function codecsOf({ model, unit }: PlannedMessage, references: References): string {
  const composition = compositionSpecifier(unit);
  const name = codecLoaderName(model);
  return composition === undefined ? name : references.imports.value(composition, name);
}

function printDescriptor(printer: Printer, message: PlannedMessage, codecs: string): void {
  const { name, kind, version, qos, options } = message.model;
  const items = [
    `name: ${quote(name)}`,
    `kind: ${quote(kind)}`,
    `version: ${version}`,
    `qos: ${qos}`,
    `codecs: ${codecs}`,
  ];
  items.push(`handlers: [${message.handlers.map((handler) => quote(handler.name)).join(', ')}]`);
  items.push(...batchItems(message));
  items.push(...optionItems(options));
  // One line a message, however long: two branches that each add one merge without a conflict in a neighbour.
  printer.line(`{ ${items.join(', ')} },`);
}

/** How those of its handlers that take it by the array do so. */
function batchItems({ handlers, model }: PlannedMessage): readonly string[] {
  const policies = handlers.flatMap((handler): readonly string[] => {
    const policy = batchPolicy(model, handler.model);
    return policy === undefined ? [] : [`${propertyKey(handler.name)}: ${literal(policy)}`];
  });
  return policies.length === 0 ? [] : [`batches: { ${policies.join(', ')} }`];
}

/** Tags as data; each is read somewhere in the runtime. */
function optionItems(options: MessageOptions): readonly string[] {
  const items: string[] = [];
  for (const [name, value] of Object.entries(options) as [string, unknown][]) {
    // What is left of it stands beside each handler.
    if (value !== undefined && name !== 'batch') items.push(`${name}: ${literal(value)}`);
  }
  return items;
}

function literal(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${literal(inner)}`)
    .join(', ')} }`;
}

function printModules(printer: Printer, plan: Plan, references: References): void {
  const stamps = plan.units.flatMap((unit) => {
    const specifier = compositionSpecifier(unit);
    if (unit.composed === undefined || specifier === undefined) return [];
    const { packageName, schemaHash } = unit.composed;
    const actual = references.imports.value(specifier, 'schemaHash');
    return [`{ name: ${quote(packageName)}, expected: ${quote(schemaHash)}, actual: ${actual} },`];
  });
  if (stamps.length === 0) printer.line('modules: [],');
  else printer.block('modules: [', () => printer.lines(stamps), '],');
}

function printStart(printer: Printer, externals: string, references: References): void {
  const dispatcher = references.runtimeType('Dispatcher');
  const createServices = references.generatedValue('services', 'createServices');
  const createDispatcher = references.generatedValue('pipelines', 'createDispatcher');
  printer.block(`async function start(externals: ${externals}): Promise<${dispatcher}> {`, () => {
    printer.line(`const { services, dispose } = await ${createServices}(externals);`);
    printer.line(`return ${createDispatcher}(services, dispose);`);
  });
}
