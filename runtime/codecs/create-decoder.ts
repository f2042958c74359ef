import type { Decoder } from './codec.ts';
import { createCodec } from './create-codec.ts';
import { Mismatch } from './mismatch.ts';
import type { Read } from './reader.ts';
import type { Shape } from './shape.ts';

/** As {@link createCodec}, for what is only read: a former version of a message. Called by generated code only. */
export function createDecoder<T>(name: string, read: Read, shape: Shape, texts: boolean): Decoder<T> {
  return createCodec<T>(name, refuse, read, shape, texts);
}

function refuse(): never {
  throw new Mismatch('the current version', 'a former one');
}
