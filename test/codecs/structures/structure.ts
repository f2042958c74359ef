/** What a structure's own module exports: its enums and classes. */
export type Loaded = Readonly<Record<string, never>>;

interface Told {
  /** The row of the capability table that it belongs to. */
  readonly construct: string;
  readonly title: string;
  /** The type of the member `v`. */
  readonly type: string;
  /** Declarations that it needs. */
  readonly declare?: string;
  /** Members besides or in place of `v`; values are whole messages then. */
  readonly body?: string;
}

/** A type whose values go through both formats and come back deeply equal. */
export interface Carried extends Told {
  readonly good: Values;
  /** What is refused when it is encoded, and when it stands in the input in the plainest form. */
  readonly bad: Values;
}

/** A type that generation refuses, with every finding: its id and its member path, below the message. */
export interface Refused extends Told {
  readonly refused: readonly (readonly [id: string, path: string])[];
}

export type Values = readonly unknown[] | ((loaded: Loaded) => readonly unknown[]);
export type Structure = Carried | Refused;

/** Structures of one row of the capability table, a line each. */
export function structures(construct: string): {
  readonly carried: (title: string, type: string, good: Values, bad?: Values, declare?: string) => Carried;
  readonly body: (title: string, body: string, good: Values, bad?: Values, declare?: string) => Carried;
  readonly refused: (title: string, type: string, id: string, path?: string, declare?: string) => Refused;
} {
  return {
    carried: (title, type, good, bad = [], declare = '') => ({ construct, title, type, good, bad, declare }),
    body: (title, body, good, bad = [], declare = '') => ({ construct, title, type: '', body, good, bad, declare }),
    refused: (title, type, id, path = '.v', declare = '') => ({
      construct,
      title,
      type,
      declare,
      refused: [[id, path]],
    }),
  };
}
