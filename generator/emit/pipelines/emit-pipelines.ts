import { pascalCase, quote } from '../identifiers.ts';
import { withImports } from '../imports.ts';
import { Names } from '../names.ts';
import type { Plan } from '../plan.ts';
import { Printer } from '../printer.ts';
import { References } from '../references.ts';
import { renderTemplate } from '../render.ts';
import { batchedBy, batchName, printBatches } from './batches.ts';
import { retryName } from './body.ts';
import { bodyNames, Components } from './components.ts';
import { eventDispatch, isDirect } from './events.ts';
import { requestDispatch, tableEntry, type Dispatch } from './requests.ts';
import { viewType } from './view-type.ts';

const path = 'pipelines.ts';

/** Up to here a `switch` is faster than a `Map` (bench dispatch/send/8); beyond, it grows with each message. */
const switchLimit = 32;

/** `pipelines.ts`: the dispatcher, with every pipeline written out as text. */
export function printPipelines(plan: Plan): string {
  const functionNames = plan.messages.flatMap(({ base }) => [
    `send${base}`,
    `handle${base}`,
    `publish${base}`,
    `run${base}`,
    `retry${base}`,
  ]);
  const batchNames = plan.messages.flatMap(batchedBy).map(({ message, handler }) => batchName(message, handler));
  functionNames.push(...batchNames);
  const names = new Names([...bodyNames, ...functionNames]);
  const components = new Components(plan, names);
  const locals = [...components.locals.map(({ name }) => name), ...components.scopes.values()];
  const { imports, body } = withImports([...bodyNames, ...functionNames, ...locals], (used) => {
    const references = new References(plan, path, used);
    return [...printPolicies(plan, references), printDispatcher(plan, components, references)].join('\n\n');
  });
  return renderTemplate('pipelines', { version: plan.generatorVersion, imports, body });
}

function printPolicies(plan: Plan, references: References): readonly string[] {
  const lines = plan.messages.flatMap((message) => {
    const { retry } = message.model.options;
    if (retry === undefined || message.handlers.length === 0) return [];
    const policy = `{ retries: ${retry.retries}, backoff: ${quote(retry.backoff)}, delayMs: ${retry.delayMs} }`;
    return [`const ${retryName(message)}: ${references.runtimeType('RetryPolicy')} = ${policy};`];
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function printDispatcher(plan: Plan, components: Components, references: References): string {
  const handled = plan.messages.filter(({ model, handlers }) => model.kind === 'event' || handlers.length > 0);
  const commands = handled.filter(({ model }) => model.kind !== 'event');
  const requests = commands.flatMap((message) => {
    const dispatch = requestDispatch(message, components, references, commands.length > switchLimit);
    return dispatch === undefined ? [] : [dispatch];
  });
  const events = handled
    .filter(({ model }) => model.kind === 'event')
    .map((message) => eventDispatch(message, components, references));
  const direct = events.filter(({ message }) => isDirect(message));
  const batched = handled.flatMap(batchedBy);
  const servicesType = references.generatedType('services', plan.units.length > 1 ? 'ComposedServices' : 'Services');
  const result = `Promise<${references.runtimeType('Result')}<unknown>> | undefined`;
  const receipt = `Promise<${references.runtimeType('PublishReceipt')}> | undefined`;
  const body = new Printer(1);
  printBatches(body, batched, plan.units, components, references);
  for (const dispatch of [...requests, ...events]) {
    if (dispatch.functionName === undefined) continue;
    dispatch.print(body);
    body.line();
  }
  if (requests.length > switchLimit)
    printTable(
      body,
      'senders',
      requests,
      `(message: never, context: ${references.runtimeType('MessageContext')}) => ${result}`,
    );
  if (direct.length > switchLimit)
    printTable(
      body,
      'publishers',
      direct,
      `(event: never, arrival: ${references.runtimeType('Arrival')}) => ${receipt}`,
    );
  printSend(body, requests, references, result);
  body.line();
  printPublish(body, direct, references, receipt);
  body.line();
  body.block(
    'return {',
    () => {
      body.line('send,');
      body.line('publish,');
      if (events.every(({ message }) => message.handlers.length === 0)) body.line('subscriptions: {},');
      else body.block('subscriptions: {', () => events.forEach((event) => event.printSubscriptions(body)), '},');
      if (batched.length > 0)
        body.list(
          'batches: [',
          batched.map(({ message, handler }) => batchName(message, handler)),
          '],',
        );
      body.line('stop,');
    },
    '};',
  );
  const text = body.toString();
  const words = wordsOf(text);
  const locals = printLocals(components, references, words);
  const isUsed = locals !== '' || words.has('services');
  const printer = new Printer();
  printer.line('/** Binds the handlers, each with its behaviors, to the messages that they handle. */');
  // What a compiler would call unused is left out, or marked.
  const parameters = [`${isUsed ? '' : '_'}services: ${servicesType}`, 'stop: () => Promise<void>'];
  printer.func('export function createDispatcher', parameters, `: ${references.runtimeType('Dispatcher')}`, () =>
    printer.raw(locals + text),
  );
  return printer.toString();
}

/** Every word of a text, as names are words: one pass, however many names are asked for. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\w$\u0080-\uffff]+/g));
}

/** The constants that the body uses; a behavior that applies to no message is none of them. */
function printLocals(components: Components, references: References, words: ReadonlySet<string>): string {
  const used = components.locals.filter(({ name }) => words.has(name));
  if (used.length === 0) return '';
  const printer = new Printer(1);
  const plain = used.filter(({ viewed }) => viewed === undefined);
  for (const unit of new Set(plain.map((local) => local.unit))) {
    // One declaration: with one each, the compiler goes back through all of them for what `services` is (bench
    // generate/typecheck).
    const items = plain
      .filter((local) => local.unit === unit)
      .map(({ variable, name }) => (variable === name ? name : `${variable}: ${name}`));
    printer.list('const {', items, `} = ${components.services(unit)};`, ' ');
  }
  for (const { unit, variable, name, viewed } of used) {
    if (viewed === undefined) continue;
    printer.assign(`const ${name}: ${viewType(viewed, references)}`, `${components.services(unit)}.${variable}`);
  }
  printer.line();
  return `${printer.toString()}\n`;
}

function printTable(printer: Printer, name: string, dispatches: readonly Dispatch[], type: string): void {
  const element = pascalCase(name).slice(0, -1);
  printer.line(`type ${element} = ${type};`);
  // An array of pairs would have the compiler compare every pair's type with every other's (bench generate/typecheck).
  printer.line(`const ${name} = new Map<string, ${element}>();`);
  printer.lines(dispatches.map((dispatch) => `${name}.set(${tableEntry(dispatch)});`));
  printer.line();
}

function printSend(printer: Printer, dispatches: readonly Dispatch[], references: References, returns: string): void {
  printEntry(printer, 'send', 'message', dispatches, references, returns, () => {
    const table = dispatches.length > switchLimit;
    const opens = table || dispatches.some((dispatch) => dispatch.opens);
    if (opens) printer.line(`let context: ${references.runtimeType('MessageContext')} | undefined;`);
    printer.tryCatch(
      'try {',
      () => {
        if (!table) printSwitch(printer, 'message', dispatches);
        else {
          printer.line(`const run = senders.get(${typeOf('message')} as string);`);
          printer.line('return run?.(message as never, (context = arrival.open(message)));');
        }
      },
      () =>
        printer.line(
          `return ${references.runtimeValue('endThrown')}(${opens ? 'context ?? arrival' : 'arrival'}, error);`,
        ),
    );
  });
}

function printPublish(
  printer: Printer,
  dispatches: readonly Dispatch[],
  references: References,
  returns: string,
): void {
  printEntry(printer, 'publish', 'event', dispatches, references, returns, () => {
    if (dispatches.length > switchLimit)
      printer.line(`return publishers.get(${typeOf('event')} as string)?.(event as never, arrival);`);
    else printSwitch(printer, 'event', dispatches);
  });
}

function printEntry(
  printer: Printer,
  name: string,
  subject: string,
  dispatches: readonly Dispatch[],
  references: References,
  returns: string,
  body: () => void,
): void {
  const empty = dispatches.length === 0;
  const arrival = references.runtimeType('Arrival');
  const parameters = empty
    ? [`_${subject}: object`, `_arrival: ${arrival}`]
    : [`${subject}: object`, `arrival: ${arrival}`];
  printer.func(`function ${name}`, parameters, `: ${returns}`, () => {
    if (empty) printer.line('return undefined;');
    else body();
  });
}

function printSwitch(printer: Printer, subject: string, dispatches: readonly Dispatch[]): void {
  printer.block(`switch (${typeOf(subject)}) {`, () => {
    for (const { message, inline } of dispatches) {
      printer.line(`case ${quote(message.model.name)}:`).indented(() => printer.line(`return ${inline};`));
    }
    printer.line('default:').indented(() => printer.line('return undefined;'));
  });
}

function typeOf(subject: string): string {
  return `(${subject} as { readonly $type?: unknown }).$type`;
}
