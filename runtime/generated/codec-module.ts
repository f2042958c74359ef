import type { CodecLoader, MessageCodecs } from '../messages/message-codecs.ts';

/**
 * A generated module with codecs that is loaded when one of them is first needed.
 *
 * @param module - What errors call it: its path in the generated folder, without extension.
 * @param load - `() => import('./codecs/orders/messages.ts')`: bundlers follow it, and it works in their CommonJS and
 * single-file output.
 * @returns What picks one message's codecs from the module. They are picked as members, never by a string: minifiers and
 * tree shaking may do as they like.
 */
export function codecModule<M>(
  module: string,
  load: () => Promise<M>,
): (pick: (module: M) => MessageCodecs) => CodecLoader {
  return (pick) => ({ module, load: async () => pick(await load()) });
}
