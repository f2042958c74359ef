/** The classes of `Temporal` that have a wire form: the text that their `toString` gives. */
export type TemporalKind =
  | 'Duration'
  | 'Instant'
  | 'PlainDate'
  | 'PlainDateTime'
  | 'PlainMonthDay'
  | 'PlainTime'
  | 'PlainYearMonth'
  | 'ZonedDateTime';
