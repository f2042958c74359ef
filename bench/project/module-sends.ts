/**
 * A function that sends each command and the query of one module and publishes its event, as source text: the program at the
 * edge, which names every constructor and infers every response.
 *
 * @param source - The module's file, without folder and extension.
 */
export function moduleSends(noun: string, source: string): string {
  const variable = noun.charAt(0).toLowerCase() + noun.slice(1);
  return `import type { Mediator } from 'catga';
import { change${noun}, close${noun}, find${noun}s, open${noun}, ${variable}StatusChanged } from '../catga/messages.js';
import type { ${noun}Line, ${noun}View } from '../modules/${source}.js';
import { Priority, Severity, type CustomerId, type Page } from '../shared.js';

/** Opens a ${noun}, changes it, says so, looks for it and closes it. */
export async function use${noun}(
  mediator: Mediator,
  customerId: CustomerId,
  lines: readonly ${noun}Line[],
): Promise<Page<${noun}View> | undefined> {
  const opened = await mediator.send(
    open${noun}({
      customerId,
      priority: Priority.Normal,
      lines,
      address: { street: 's', city: 'c', postalCode: null, location: [1, 2] },
      labels: [],
      attachment: new Uint8Array(4),
      note: null,
    }),
  );
  if (!opened.ok) return undefined;
  const { id, revision: expectedRevision } = opened.value;
  const changed = await mediator.send(
    change${noun}({ id, expectedRevision, address: { city: 'd' }, balances: new Map([['EUR', 1]]), reason: 'moved' }),
  );
  if (changed.ok) {
    const audit = { actor: customerId, at: changed.value.createdAt, severity: Severity.Info, tags: new Set(['moved']) };
    const totals = new Map([['all', opened.value.total]]);
    await mediator.publish(
      ${variable}StatusChanged({ id, from: 'draft', to: changed.value.status, audit, payment: null, totals }),
    );
  }
  const found = await mediator.send(
    find${noun}s({
      customerId,
      statuses: ['draft', 'active'],
      page: { size: 10, after: null, direction: 'ascending' },
      filters: {},
    }),
  );
  await mediator.send(close${noun}({ id, at: new Date(0), severity: Severity.Warning, confirmedBy: new Set(['p']) }));
  return found.ok ? found.value : undefined;
}
`;
}

/** Declarations of one module's constructors as somebody would type them by hand, and the import that they need. */
export function moduleConstructors(noun: string, source: string): { readonly import: string; readonly text: string } {
  const messages = [`Open${noun}`, `Change${noun}`, `Close${noun}`, `Find${noun}s`, `${noun}StatusChanged`];
  const text = messages.map((message) => {
    const variable = message.charAt(0).toLowerCase() + message.slice(1);
    return `export declare const ${variable}: MessageConstructor<${message}, '${variable}'>;\n`;
  });
  return { import: `import type { ${messages.join(', ')} } from '../modules/${source}.js';\n`, text: text.join('') };
}
