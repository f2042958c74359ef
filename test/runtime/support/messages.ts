import type { Command, DomainEvent, Query } from 'catga';

// Messages as a generated constructor makes them. The phantom member exists in types only, hence the casts.

export function command<R = unknown>($type: string, members: object = {}): Command<R> {
  return { ...members, $type } as unknown as Command<R>;
}

export function query<R = unknown>($type: string, members: object = {}): Query<R> {
  return { ...members, $type } as unknown as Query<R>;
}

export function event($type: string, members: object = {}): DomainEvent {
  return { ...members, $type } as unknown as DomainEvent;
}
