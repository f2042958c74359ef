import { Decoder, Encoder } from '@msgpack/msgpack';
import { plainPeer, type Peer, type Value } from './peer.ts';

const encoder = new Encoder({ useBigInt64: true });
const decoder = new Decoder({ useBigInt64: true });

type Flat = Omit<Value<'event'>, 'attributes'> & { readonly attributes: [string, number][] };

/** Reused encoder and decoder, which is its fastest use. It has no form for a Map: entries, converted outside the timing. */
export const msgpackMsgpack: Peer = plainPeer(
  'msgpack-msgpack',
  (value) => encoder.encode(value),
  (bytes) => decoder.decode(bytes),
  {
    prepare: (value: Value<'event'>): Flat => ({ ...value, attributes: [...value.attributes] }),
    restore: (value: Flat) => ({ ...value, attributes: new Map(value.attributes) }),
  },
);
