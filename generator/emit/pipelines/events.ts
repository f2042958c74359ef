import { camelCase, propertyKey, quote } from '../identifiers.ts';
import type { PlannedHandler, PlannedMessage } from '../plan.ts';
import type { Printer } from '../printer.ts';
import type { References } from '../references.ts';
import { pipelineOf, type Pipeline } from './body.ts';
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
    functionName: name,
    inline: `${name}(event as ${references.messageType(message)}, context)`,
    print: (printer) => {
      for (const pipeline of pipelines) {
        printHandler(printer, pipeline, references);
        printer.line();
      }
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
  const parameters = parametersOf(message, references, { event: pipelines.length > 0 });
  printer.func(`async function ${inner}`, parameters, `: ${promise}`, () => {
    if (pipelines.length === 0) {
      printer.line(`return ${published}(context, 0, undefined);`);
      return;
    }
    printer.line(`let failures: readonly ${references.runtimeType('HandlerFailure')}[] | undefined;`);
    for (const pipeline of pipelines) {
      printer.tryCatch(
        'try {',
        () => printer.call('await ', isolatedCall(pipeline, components, references), ';'),
        () => {
          const failed = references.runtimeValue('failed');
          printer.line(`failures = ${failed}(failures, ${quote(pipeline.handler.name)}, error);`);
        },
      );
    }
    printer.line(`return ${published}(context, ${pipelines.length}, failures);`);
  });
  if (!checked) return;
  printer.line();
  printer.func(`function ${name}`, parametersOf(message, references, {}), `: ${promise} | undefined`, () => {
    printClassCheck(printer, 'event', message, references);
    printer.line(`return ${inner}(event, context);`);
  });
}

/** The parameters of an event's function; an underscore marks those that its body does not use. */
function parametersOf(
  message: PlannedMessage,
  references: References,
  used: { readonly event?: boolean; readonly context?: boolean },
): readonly string[] {
  const name = (parameter: 'event' | 'context'): string => (used[parameter] === false ? `_${parameter}` : parameter);
  return [
    `${name('event')}: ${references.messageType(message)}`,
    `${name('context')}: ${references.runtimeType('MessageContext')}`,
  ];
}

function takesContext({ handler }: Pipeline): boolean {
  const { form, ignoresMessage, usesContext } = handler.model;
  return usesContext || ignoresMessage === true || form === 'function';
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
