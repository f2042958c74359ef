import type { MessageDescriptor } from '../messages/descriptor.ts';
import { CatgaError } from '../messages/error.ts';
import type { MessageCodecs } from '../messages/message-codecs.ts';

/**
 * Loads the codecs of messages, by wire name: of all that a back end carries, at start-up, so that the first message does not
 * wait for a module and a module that is missing stops the start.
 *
 * @throws CatgaError `REGISTRY_INVALID`, naming the message and the module.
 */
export async function loadCodecs(
  descriptors: readonly MessageDescriptor[],
): Promise<ReadonlyMap<string, MessageCodecs>> {
  return new Map(
    await Promise.all(descriptors.map(async (descriptor) => [descriptor.name, await loadOne(descriptor)] as const)),
  );
}

async function loadOne({ codecs, name }: MessageDescriptor): Promise<MessageCodecs> {
  let loaded: MessageCodecs;
  try {
    loaded = await codecs.load();
  } catch (cause) {
    throw notLoaded(name, codecs.module, cause instanceof Error ? cause.message : String(cause), { cause });
  }
  // The module may be of an earlier build than the registry: then it loads, and lacks the export.
  if ((loaded as Partial<MessageCodecs>).body !== undefined) return loaded;
  throw notLoaded(name, codecs.module, 'the module does not export it');
}

function notLoaded(name: string, module: string, why: string, options?: { readonly cause: unknown }): CatgaError {
  return new CatgaError(
    'REGISTRY_INVALID',
    `the codec of ${name} could not be loaded from the generated module ${module}: ${why}. ` +
      'Run `npx catga generate`, build again, and deploy all modules that the build wrote',
    options,
  );
}
