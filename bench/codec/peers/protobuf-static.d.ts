interface StaticMessage {
  encode(value: unknown): { finish(): Uint8Array };
  decode(bytes: Uint8Array): unknown;
}

export const bench: Readonly<Record<'Small' | 'Order' | 'Doc' | 'Series' | 'Event', StaticMessage>>;
