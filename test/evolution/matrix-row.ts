/** A change of one message between two generations of a project. `$` in declarations is the number of the case. */
export interface Case {
  readonly number: number;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** Written by the generation before, and by the one after. */
  readonly oldValues: readonly object[];
  readonly newValues: readonly object[];
  /** The findings of `catga schema check`, sorted; absent where the change is compatible. */
  readonly breaks?: readonly string[] | string;
  /** The values are of the response. */
  readonly response?: true;
  /** Nothing throws, but what is read is not what was written. */
  readonly misread?: true;
  /** What the first old value is for a new consumer, through the upcasters. */
  readonly bridged?: object;
}

export type Row = Omit<Case, 'number' | 'title'>;

export const event = (own: string, more = ''): string => `export interface M$ extends DomainEvent { ${own} }\n${more}`;
const request = (answer: string): string => `export interface M$ extends Command<${answer}> { readonly q: string }\n`;

/** A change of the members of an event. */
export function members(
  before: string,
  after: string,
  oldValues: readonly object[],
  newValues: readonly object[],
  breaks?: Row['breaks'],
): Row {
  return { before: event(before), after: event(after), oldValues, newValues, ...(breaks !== undefined && { breaks }) };
}

function valuesOf(list: readonly unknown[]): readonly object[] {
  return list.map((a) => ({ a }));
}

/** A change of the type of the member `a`. */
export function type(
  before: string,
  after: string,
  old: readonly unknown[],
  now: readonly unknown[],
  breaks?: Row['breaks'],
): Row {
  return members(`a: ${before}`, `a: ${after}`, valuesOf(old), valuesOf(now), breaks);
}

/** A change of a response. */
export function response(
  before: string,
  after: string,
  oldValues: readonly unknown[],
  newValues: readonly unknown[],
  breaks?: Row['breaks'],
): Row {
  return {
    before: request(before),
    after: request(after),
    // A response need not be an object; the codecs take what the type says.
    oldValues: oldValues as readonly object[],
    newValues: newValues as readonly object[],
    response: true,
    ...(breaks !== undefined && { breaks }),
  };
}
