import { camelCase, propertyKey, quote } from '../identifiers.ts';
import type { PlannedHandler, PlannedMessage } from '../plan.ts';
import type { Printer } from '../printer.ts';
import type { References } from '../references.ts';
import { pipelineOf, takesContext, type Pipeline } from './body.ts';
import type { Components } from './components.ts';
import { printLayers } from './print-layers.ts';
import { printClassCheck, type Dispatch } from './requests.ts';

/** The dispatch of an event, and its handlers' functions. */
export function eventDispatch(
  message: PlannedMessage,
  components: Components,
  references: References,
): Dispatch & { readonly printSubscriptions: (printer: Printer) => void } {
  const pipelines = message.handlers.map((handler) => pipelineOf(message, handler, components, references));
  const name = `publish${message.base}`;
  return {
    message,
    ...((isDirect(message) || pipelines.length > 0) && { functionName: name }),
    // Only what is handed over directly has a case; the type is imported where it is named.
    inline: isDirect(message) ? `${name}(event as ${references.messageType(message)}, arrival)` : '',
    opens: false,
    print: (printer) => {
      for (const [index, pipeline] of pipelines.entries()) {
        if (index > 0) printer.line();
        printHandler(printer, pipeline, references);
      }
      if (!isDirect(message)) return;
      if (pipelines.length > 0) printer.line();
      printPublish(printer, name, message, pipelines, components, references);
    },
    printSubscriptions: (printer) => {
      if (pipelines.length === 0) return;
      printer.block(
        `${propertyKey(message.model.name)}: [`,
        () => pipelines.forEach((pipeline) => printSubscription(printer, pipeline, references)),
        '],',
      );
    },
  };
}

/** Whether an event is handed to its handlers as it is published. Of a higher QoS it is stored, and delivered from there. */
export function isDirect({ model }: PlannedMessage): boolean {
  return model.qos === 0;
}

/** Whether publishing needs a context: something is around a handler, or one of them takes it. */
function opensContext(pipelines: readonly Pipeline[]): boolean {
  return pipelines.some((pipeline) => !pipeline.bare || takesContext(pipeline));
}

/** `sendReceiptOnOrderPlaced`. */
function functionName(message: PlannedMessage, handler: PlannedHandler): string {
  return `${camelCase(handler.name)}On${message.base}`;
}

/** One handler with its behaviors, for the queue and, where there is more to it than its call, for `publish`. */
function printHandler(printer: Printer, pipeline: Pipeline, references: References): void {
  const { message, handler, layers, body } = pipeline;
  const returns = pipeline.bare ? 'void' : `${references.runtimeType('Result')}<unknown>`;
  const used = !pipeline.bare || takesContext(pipeline);
  printer.func(
    `async function ${functionName(message, handler)}`,
    parametersOf(message, references, { context: used }),
    `: Promise<${returns}>`,
    () => {
      if (pipeline.bare) printer.line(`await ${body.call};`);
      else {
        pipeline.printStart(printer);
        printLayers(printer, layers, body);
      }
    },
  );
}

/** All handlers in turn; what one throws stops no other, and every error is kept. */
function printPublish(
  printer: Printer,
  name: string,
  message: PlannedMessage,
  pipelines: readonly Pipeline[],
  components: Components,
  references: References,
): void {
  const checked = message.model.form === 'class';
  const promise = `Promise<${references.runtimeType('PublishReceipt')}>`;
  const published = references.runtimeValue('published');
  const inner = checked ? `run${message.base}` : name;
  const opens = opensContext(pipelines);
  const parameters = (event: string): readonly string[] => [
    `${event}: ${references.messageType(message)}`,
    `arrival: ${references.runtimeType('Arrival')}`,
  ];
  printer.func(`async function ${inner}`, parameters(pipelines.length > 0 ? 'event' : '_event'), `: ${promise}`, () => {
    if (opens) printer.line('const context = arrival.open(event);');
    if (pipelines.length > 0) {
      printer.line(`let failures: readonly ${references.runtimeType('HandlerFailure')}[] | undefined;`);
      const calls = pipelines.map((pipeline) => isolatedCall(pipeline, components, references));
      const failed = references.runtimeValue('failed');
      const handlers = `[${pipelines.map(({ handler }) => quote(handler.name)).join(', ')}]`;
      printSteps(printer, calls, (step) =>
        printer.line(`failures = ${failed}(failures, ${handlers}, ${step}, error);`),
      );
    }
    printer.line(
      `return ${published}(${opens ? 'context' : 'arrival'}, ${pipelines.length}, ${pipelines.length > 0 ? 'failures' : 'undefined'});`,
    );
  });
  if (!checked) return;
  printer.line();
  printer.func(`function ${name}`, parameters('event'), `: ${promise} | undefined`, () => {
    printClassCheck(printer, 'event', message, references);
    printer.line(`return ${inner}(event, arrival);`);
  });
}

/**
 * Awaits `calls` in turn; after one that throws goes on with the next. One `try` for all: an `await` in a block of its own
 * measures dearer (bench dispatch/publish/3).
 */
function printSteps(printer: Printer, calls: readonly string[], printFailed: (step: string) => void): void {
  const last = calls.length - 1;
  if (last === 0) {
    printer.tryCatch(
      'try {',
      () => printer.call('await ', calls[0] ?? '', ';'),
      () => printFailed('1'),
    );
    return;
  }
  printer.line('let step = 0;');
  printer.block(`while (step < ${calls.length}) {`, () => {
    printer.tryCatch(
      'try {',
      () => {
        for (const [index, call] of calls.entries()) {
          const run = (): void => {
            printer.line(`step = ${index + 1};`);
            printer.call('await ', call, ';');
          };
          if (index === last) run();
          else printer.block(`if (step === ${index}) {`, run);
        }
      },
      () => printFailed('step'),
    );
  });
}

/** The parameters of an event handler's function; an underscore marks a context that its body does not use. */
function parametersOf(
  message: PlannedMessage,
  references: References,
  used: { readonly context: boolean },
): readonly string[] {
  return [
    `event: ${references.messageType(message)}`,
    `${used.context ? 'context' : '_context'}: ${references.runtimeType('MessageContext')}`,
  ];
}

/** A handler that takes the context gets one with a unit of work of its own, so that one failure rolls back one handler. */
function isolatedCall(pipeline: Pipeline, components: Components, references: References): string {
  const { message, handler } = pipeline;
  if (pipeline.bare && !handler.model.usesContext)
    return components.call(handler, message, 'event', 'context', references);
  const isolated = references.runtimeValue('isolated');
  const { timeoutMs } = message.model.options;
  if (pipeline.bare)
    return `${isolated}(context, (own) => ${components.call(handler, message, 'event', 'own', references)})`;
  const call = `${functionName(message, handler)}(event, own)`;
  const limited =
    timeoutMs === undefined ? call : `${references.runtimeValue('timed')}(own, ${timeoutMs}, () => ${call})`;
  return `${isolated}(context, (own) => ${limited})`;
}

function printSubscription(printer: Printer, pipeline: Pipeline, references: References): void {
  const { message, handler } = pipeline;
  const { timeoutMs } = message.model.options;
  const type = references.messageType(message);
  const call = `${functionName(message, handler)}(event, context)`;
  const end = `${references.runtimeValue(pipeline.bare ? 'settleEvent' : 'settle')}(${call}, context)`;
  const run =
    timeoutMs === undefined ? end : `${references.runtimeValue('timed')}(context, ${timeoutMs}, () => ${end})`;
  printer.block(
    '{',
    () => {
      printer.line(`handler: ${quote(handler.name)},`);
      const open = `deliver: (event: ${type}, context) =>`;
      if (printer.fits(`${open} ${run},`)) printer.line(`${open} ${run},`);
      else printer.line(open).indented(() => printer.line(`${run},`));
    },
    '},',
  );
}
