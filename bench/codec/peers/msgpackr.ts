import { Packr } from 'msgpackr';
import { plainPeer, type Peer, type Value } from './peer.ts';

const packr = new Packr({ useRecords: false, mapsAsObjects: true, moreTypes: false, int64AsType: 'bigint' });

type Flat = Omit<Value<'event'>, 'attributes'> & { readonly attributes: [string, number][] };

/** Plain MessagePack, no state shared between the two sides. Integers above 32 bits are floats here: convert those. */
export const msgpackr: Peer = plainPeer(
  'msgpackr',
  (value) => packr.pack(value),
  (bytes) => packr.unpack(bytes) as unknown,
  {
    prepare: (value: Value<'event'>): Flat => ({ ...value, attributes: [...value.attributes] }),
    restore: (value: Flat) => ({
      ...value,
      attributes: new Map(value.attributes),
      payload: new Uint8Array(value.payload),
    }),
  },
);
