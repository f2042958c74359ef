import type { Registry } from 'catga';
import type { Narrator } from './narrator.ts';

/** What `catga generate` found and wrote: every message with its handlers, before anything has run. */
export function describeGenerated(narrator: Narrator, registry: Registry): void {
  narrator.chapter('What was generated from the declarations');
  for (const { name, kind, qos, handlers } of registry.messages) {
    const handledBy = handlers.length === 0 ? 'nobody' : handlers.join(', ');
    narrator.say(`  ${kind.padEnd(8)}${name.padEnd(28)}QoS ${qos}  -> ${handledBy}`);
  }
  narrator.say(`  schema ${registry.schemaHash}, written by catga ${registry.generator}`);
  narrator.expect(
    'every message has a handler',
    registry.messages.every(({ handlers }) => handlers.length > 0),
  );
  narrator.expect(
    'every message has a route',
    registry.messages.every(({ name }) => Object.hasOwn(registry.routes, name)),
  );
}
