/**
 * How hard a message is held on to. `0` at most once, `1` at least once, `2` exactly once in effect
 * (at least once, with duplicates absorbed by the inbox).
 */
export type QualityOfService = 0 | 1 | 2;

/** The levels by name: `QoS.AtLeastOnce` reads better than `1`. */
export const QoS: { readonly AtMostOnce: 0; readonly AtLeastOnce: 1; readonly ExactlyOnce: 2 } = {
  AtMostOnce: 0,
  AtLeastOnce: 1,
  ExactlyOnce: 2,
};
