import { plainPeer, type Peer, type Value } from './peer.ts';

interface Flat {
  readonly change: { readonly paidAt: string };
  readonly at: string;
  readonly seq: string;
  readonly attributes: [string, number][];
  readonly payload: string;
}

/** The platform's JSON, with the step to bytes and back that every transport needs. */
export const jsonBytes: Peer = plainPeer(
  'json-bytes',
  (value) => Buffer.from(JSON.stringify(value)),
  (bytes) => JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()) as unknown,
  {
    prepare: (value: Value<'event'>) => ({
      ...value,
      seq: String(value.seq),
      attributes: [...value.attributes],
      payload: Buffer.from(value.payload).toString('base64'),
    }),
    restore: (value: Flat) => ({
      ...value,
      at: new Date(value.at),
      seq: BigInt(value.seq),
      attributes: new Map(value.attributes),
      payload: new Uint8Array(Buffer.from(value.payload, 'base64')),
      change: { ...value.change, paidAt: new Date(value.change.paidAt) },
    }),
  },
);
