import { pascalCase, quote } from '../identifiers.ts';
import type { Plan, PlannedHandler, PlannedMessage } from '../plan.ts';
import type { Printer } from '../printer.ts';
import type { References } from '../references.ts';
import { definitionsOf, keyText, type Definitions } from '../routes.ts';
import { scopeClass } from './body.ts';
import type { Components } from './components.ts';

/** A message and one of its handlers that takes it by the array. */
interface Batched {
  readonly message: PlannedMessage;
  readonly handler: PlannedHandler;
}

/** The constant that collects the batches of a message for a handler. */
export function batchName({ base, model }: PlannedMessage, { name }: PlannedHandler): string {
  return model.kind === 'event' ? `batch${pascalCase(name)}On${base}` : `batch${base}`;
}

/** All of a message's handlers that take it by the array. */
export function batchedBy(message: PlannedMessage): readonly Batched[] {
  return message.handlers.filter(({ model }) => model.batch !== undefined).map((handler) => ({ message, handler }));
}

/** The constants, each with how its handler is called. */
export function printBatches(
  printer: Printer,
  batched: readonly Batched[],
  units: Plan['units'],
  components: Components,
  references: References,
): void {
  if (batched.length === 0) return;
  const definitions = definitionsOf({ units });
  for (const each of batched) {
    printBatch(printer, each, definitions, components, references);
    printer.line();
  }
}

function printBatch(
  printer: Printer,
  { message, handler }: Batched,
  definitions: Definitions,
  components: Components,
  references: References,
): void {
  const { kind, name, options } = message.model;
  const type = references.messageType(message);
  const open = `const ${batchName(message, handler)} = new ${references.runtimeValue('Batches')}<${type}>({`;
  printer.block(
    open,
    () => {
      printer.line(`message: ${quote(name)},`);
      printer.line(`handler: ${quote(handler.name)},`);
      if (kind === 'event') printer.line('isEvent: true,');
      if (options.partitionKey !== undefined) {
        const key = keyText(message.model, options.partitionKey, definitions.get(message.unit) ?? new Map());
        printer.line(`key: (message) => ${key},`);
      }
      printHandle(printer, { message, handler }, components, references);
    },
    '});',
  );
}

/** What does not live as long as the application is made for each batch, and disposed of after it. */
function printHandle(
  printer: Printer,
  { message, handler }: Batched,
  components: Components,
  references: References,
): void {
  const call = components.batchCall(handler, message, references);
  const parameters = call.includes('context') || components.usesScope(handler) ? '(messages, context)' : '(messages)';
  if (!components.usesScope(handler)) {
    const flat = `handle: ${parameters} => ${call},`;
    if (printer.fits(flat)) printer.line(flat);
    else printer.line(`handle: ${parameters} =>`).indented(() => printer.line(`${call},`));
    return;
  }
  const scope = components.scopes.get(handler.unit) ?? 'scope';
  printer.block(
    `handle: ${parameters} => {`,
    () => {
      const made = `new ${scopeClass(handler.unit, references)}(${components.services(handler.unit)}, context)`;
      printer.assign(`const ${scope}`, made);
      printer.line(`return ${call};`);
    },
    '},',
  );
}
