/** `src/shared.ts` of a synthetic project: enums, brands, generics and services that every module uses. */
export const sharedSource: string = `/** How soon something is wanted. */
export enum Priority {
  Low = 'low',
  Normal = 'normal',
  High = 'high',
}

/** How bad something is. */
export enum Severity {
  Info,
  Warning,
  Error,
}

/** Identifies a customer; not any string. */
export type CustomerId = string & { readonly __brand: 'CustomerId' };

/** An amount in a currency. */
export interface Money {
  readonly amount: number;
  readonly currency: 'EUR' | 'USD' | 'CNY' | 'GBP';
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly next?: string;
}

/** Which page of a list. */
export interface PageRequest {
  readonly size: number;
  readonly after: string | null;
  readonly direction: 'ascending' | 'descending';
}

/** Who did what, and when. */
export interface AuditEntry {
  readonly actor: string;
  readonly at: Date;
  readonly severity: Severity;
  readonly tags: ReadonlySet<string>;
}

/** What an operator sets. */
export interface Settings {
  readonly currency: Money['currency'];
  readonly limit: number;
}

/** Tells the time. */
export interface Clock {
  now(): Date;
}

/** @service */
export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}

/** Keeps who did what, and when. @service */
export class AuditTrail {
  readonly #entries: AuditEntry[] = [];
  constructor(private readonly clock: Clock) {}

  record(actor: string, severity: Severity, ...tags: readonly string[]): AuditEntry {
    const entry: AuditEntry = { actor, at: this.clock.now(), severity, tags: new Set(tags) };
    if (this.#entries.length < 10_000) this.#entries.push(entry);
    return entry;
  }
}
`;
