import { quote } from '../identifiers.ts';
import type { PlannedMessage } from '../plan.ts';
import type { Printer } from '../printer.ts';
import type { References } from '../references.ts';
import { pipelineOf, takesContext, type Pipeline } from './body.ts';
import type { Components } from './components.ts';
import { isExpression, layersExpression, printLayers } from './print-layers.ts';

/** How one message is dispatched: the expression, and the functions that it refers to. */
export interface Dispatch {
  readonly message: PlannedMessage;
  /** In a `switch`: an expression over the untyped message and its `arrival`. */
  readonly inline: string;
  /** Whether `inline` opens the context. */
  readonly opens: boolean;
  /** In a table: the name of the function that takes the message. Absent where `inline` needs no function. */
  readonly functionName?: string;
  readonly print: (printer: Printer) => void;
}

/** The dispatch of a command or query. Its first handler is its only one: the scanner refuses a second. */
export function requestDispatch(
  message: PlannedMessage,
  components: Components,
  references: References,
  tabled: boolean,
): Dispatch | undefined {
  const [handler] = message.handlers;
  if (handler === undefined) return undefined;
  const pipeline = pipelineOf(message, handler, components, references);
  const type = references.messageType(message);
  if (pipeline.bare && !takesContext(pipeline) && !tabled && message.model.form === 'data') {
    const call = components.call(handler, message, `message as ${type}`, 'context', references);
    return { message, inline: ended(pipeline, call, 'arrival', references), opens: false, print: () => {} };
  }
  const name = `send${message.base}`;
  return {
    message,
    functionName: name,
    inline: `${name}(message as ${type}, (context = arrival.open(message)))`,
    opens: true,
    print: (printer) => printRequest(printer, name, pipeline, references),
  };
}

function printRequest(printer: Printer, name: string, pipeline: Pipeline, references: References): void {
  const { message, layers, body } = pipeline;
  const { timeoutMs } = message.model.options;
  const parameters = [
    `message: ${references.messageType(message)}`,
    `context: ${references.runtimeType('MessageContext')}`,
  ];
  const promise = `Promise<${references.runtimeType('Result')}<unknown>>`;
  const checked = message.model.form === 'class';
  const fused = !isExpression(layers);
  const apart = fused && (checked || timeoutMs !== undefined);
  if (fused) {
    printer.func(`async function ${apart ? `handle${message.base}` : name}`, parameters, `: ${promise}`, () => {
      const thrown = references.runtimeValue('finishThrown');
      printer.tryCatch(
        'try {',
        () => {
          pipeline.printStart(printer);
          printLayers(printer, layers, body, 'finish');
        },
        () => printer.line(`return ${thrown}(error, context);`),
      );
    });
    if (!apart) return;
    printer.line();
  }
  printer.func(`function ${name}`, parameters, `: ${promise}${checked ? ' | undefined' : ''}`, () => {
    if (checked) printClassCheck(printer, 'message', message, references);
    if (!fused) pipeline.printStart(printer);
    const end = fused
      ? `handle${message.base}(message, context)`
      : ended(pipeline, layersExpression(layers, body), 'context', references);
    const timed = (): string => `${references.runtimeValue('timed')}(context, ${timeoutMs}, () => ${end})`;
    printer.call('return ', timeoutMs === undefined ? end : timed(), ';');
  });
}

/** A clone or an unregistered subclass has lost, or never had, what the class promises: it is not this message. */
export function printClassCheck(
  printer: Printer,
  subject: string,
  message: PlannedMessage,
  references: References,
): void {
  const declared = references.messageClass(message);
  printer.line(`if (Object.getPrototypeOf(${subject}) !== ${declared}.prototype) return undefined;`);
}

/** The one ending that every dispatch has. */
function ended(pipeline: Pipeline, promise: string, arrival: string, references: References): string {
  const plain = pipeline.layers.length === 0 && !pipeline.starts && !pipeline.handler.model.usesContext;
  return `${references.runtimeValue(plain ? 'guard' : 'settle')}(${promise}, ${arrival})`;
}

/** What is set in the table of messages beyond what a `switch` is good for. */
export function tableEntry({ message, functionName }: Dispatch): string {
  return `${quote(message.model.name)}, ${functionName ?? ''}`;
}
