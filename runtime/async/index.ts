export { deferred } from './deferred.ts';
export { endsWithin, pause } from './pause.ts';
export { nextTurn } from './next-turn.ts';
export { onAbort } from './on-abort.ts';

export type { Deferred } from './deferred.ts';
export type { Timers } from './pause.ts';
