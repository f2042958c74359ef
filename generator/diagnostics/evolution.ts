import type { DiagnosticEntry } from './entry.ts';

/** 80xx: former versions of messages and their upcasters. 81xx: what `catga schema check` compares. */
export type EvolutionId =
  | 'CATGA8001'
  | 'CATGA8002'
  | 'CATGA8003'
  | 'CATGA8004'
  | 'CATGA8005'
  | 'CATGA8006'
  | 'CATGA8007'
  | 'CATGA8008'
  | 'CATGA8009'
  | 'CATGA8101'
  | 'CATGA8102'
  | 'CATGA8103'
  | 'CATGA8104'
  | 'CATGA8105'
  | 'CATGA8106'
  | 'CATGA8107'
  | 'CATGA8108'
  | 'CATGA8109'
  | 'CATGA8110'
  | 'CATGA8111'
  | 'CATGA8112'
  | 'CATGA8113'
  | 'CATGA8114'
  | 'CATGA8115'
  | 'CATGA8117'
  | 'CATGA8118'
  | 'CATGA8119';

const bump =
  'Take the change back, or raise `@version` and write an `Upcaster` from the former shape (see docs/evolution.md).';

export const evolution: Readonly<Record<EvolutionId, DiagnosticEntry>> = {
  CATGA8001: {
    severity: 'error',
    title: 'Upcaster leads nowhere',
    message: '{name} makes `{to}`, which is neither a message nor read by another upcaster.',
    help: 'Let it make the message, or write the upcaster that brings `{to}` up.',
  },
  CATGA8002: {
    severity: 'error',
    title: 'Two upcasters for one step',
    message: '{names} both {step}.',
    help: 'Keep one of them: a former version has one way up.',
  },
  CATGA8003: {
    severity: 'error',
    title: 'Upcasters in a circle',
    message: '{chain} lead back to where they began and never to a message.',
    help: 'Let the last of them make the message.',
  },
  CATGA8004: {
    severity: 'error',
    title: 'Upcaster in the wrong direction',
    message: '{name} leads from {from} down to {to}.',
    help: 'Swap the type arguments: `Upcaster<{old}, {new}>` brings the older version up.',
  },
  CATGA8005: {
    severity: 'error',
    title: 'Gap in the versions of a message',
    message: '`{message}` is version {version}, but nothing brings version {missing} up to version {next}.',
    help: 'Write an upcaster for that step, or, where nothing that old exists any more, say so: `@version {version} from {oldest}`.',
  },
  CATGA8006: {
    severity: 'error',
    title: 'More upcasters than versions',
    message: '`{message}` is version {version}, but its upcasters lead to version {needed}.',
    help: 'Tag the message `@version {needed}`, or remove the upcasters that are not needed.',
  },
  CATGA8007: {
    severity: 'error',
    title: 'Asynchronous upcaster',
    message: '{name} returns a promise, but a message is decoded in one go.',
    help: 'Make `upcast` synchronous; what it would have to ask for belongs into the handler.',
  },
  CATGA8008: {
    severity: 'error',
    title: 'Upcaster with dependencies',
    message: 'The constructor of {name} takes `{parameter}`, but upcasters are given nothing.',
    help: 'Compute the new members from the old ones alone; what needs a service belongs into the handler.',
  },
  CATGA8009: {
    severity: 'error',
    title: 'Former version cannot be read',
    message: '`{type}`, which {name} reads, cannot stand for a former version: {reason}.',
    help: 'Export an interface with the members as they were, without `extends Command` or the like.',
  },
  CATGA8101: {
    severity: 'error',
    title: 'Member removed',
    message: '{messages}: the member `{path}` of type `{was}` was removed; {who}',
    help: bump,
  },
  CATGA8102: {
    severity: 'error',
    title: 'Type changed',
    message: '{messages}: `{path}` was `{was}` and is `{is}`; {who}',
    help: bump,
  },
  CATGA8103: {
    severity: 'error',
    title: 'Required member added',
    message: '{messages}: the required member `{path}` of type `{is}` was added; {who}',
    help: 'Make it optional, or {bridge} (docs/evolution.md).',
  },
  CATGA8104: {
    severity: 'error',
    title: 'Optional member made required',
    message: '{messages}: `{path}` was optional and is required; {who}',
    help: bump,
  },
  CATGA8105: {
    severity: 'error',
    title: 'Required member made optional',
    message: '{messages}: `{path}` was required and is optional; {who}',
    help: bump,
  },
  CATGA8106: {
    severity: 'error',
    title: 'Values added',
    message: '{messages}: `{path}` may be `{is}` now; {who}',
    help: bump,
  },
  CATGA8107: {
    severity: 'error',
    title: 'Values removed',
    message: '{messages}: `{path}` may no longer be `{was}`; {who}',
    help: bump,
  },
  CATGA8108: {
    severity: 'error',
    title: 'Union no longer decided alike',
    message: '{messages}: values of `{was}` at `{path}` are taken for another variant by the other generation; {who}',
    help: 'Rename the added member, or give every variant a literal member that tells it apart (a new message).',
  },
  CATGA8109: {
    severity: 'error',
    title: 'Name used again',
    message: '{messages}: `{path}` was `{was}` before it was removed and comes back as `{is}`; {who}',
    help: 'Choose another name: old messages may still carry the former member.',
  },
  CATGA8110: {
    severity: 'error',
    title: 'Message removed',
    message: 'The {kind} `{name}` is no longer declared; what is stored or sent under that name has no reader.',
    help: 'Keep it, tagged `@deprecated`, until nobody sends it; then record the removal: `catga schema update --accept-breaking`.',
  },
  CATGA8111: {
    severity: 'error',
    title: 'Message renamed',
    message:
      'The {kind} `{name}` is gone and `{now}` has its shape: a new wire name is a new message to everybody else.',
    help: 'Keep the wire name: tag the declaration `@message {name}`.',
  },
  CATGA8112: {
    severity: 'error',
    title: 'Response added or removed',
    message: '`{name}` {change}; callers and handlers that were not updated expect the other.',
    help: 'Declare a new message for the new answer and keep this one until nobody sends it.',
  },
  CATGA8113: {
    severity: 'error',
    title: 'Kind of message changed',
    message: '`{name}` was {was} and is {is}: it is sent to another place and answered differently.',
    help: 'Declare a new message with another wire name.',
  },
  CATGA8114: {
    severity: 'error',
    title: 'Delivery guarantee lowered',
    message: '`{name}` was QoS {was} and is {is}: receivers that relied on delivery lose messages.',
    help: 'Keep `@qos`, or raise `@version` and write an `Upcaster` from the former shape.',
  },
  CATGA8115: {
    severity: 'error',
    title: 'Version went backwards',
    message: '`{name}` was version {was} and is version {is}: what was sent since cannot be told apart.',
    help: 'Tag it `@version {was}`, or higher where the shape has changed.',
  },
  CATGA8117: {
    severity: 'error',
    title: 'Former type differs from what was recorded',
    message:
      '`{type}` stands for version {version} of `{name}`, but cannot read what was recorded of it: `{path}` was `{was}`, here it is `{is}`.',
    help: 'Declare the members as they were: `catga.schema.json` says how.',
  },
  CATGA8118: {
    severity: 'error',
    title: 'Layout changed',
    message: '{messages}: `{path}` was written as {was} and is written as {is}; {who}',
    help: 'Keep `@wire` as it was, or raise `@version` and write an `Upcaster` from the former shape.',
  },
  CATGA8119: {
    severity: 'error',
    title: 'Order of members changed',
    message: '{messages}: the members of `{path}`, which is positional, were `{was}` and are `{is}`; {who}',
    help: 'Put them back in that order; a new one goes last, and optional.',
  },
};
