import { readKeyText } from './known-keys.ts';
import { memberOf, setMember } from './member.ts';
import { Mismatch, mistyped } from './mismatch.ts';
import { readMapHeader } from './read.ts';
import type { Read, Reader } from './reader.ts';
import type { PatternShape, RecordShape } from './shape.ts';
import { writeString } from './text-encoding.ts';
import { writeMapHeader } from './write.ts';
import type { Write, Writer } from './writer.ts';

/** What keys look like: any text, numbers (`true`), or text of a form. */
export type KeyForm = boolean | PatternShape;

/** Whether a key is of the form. Keys of `Record<number, …>` are numbers as JavaScript prints them. */
export function isOfForm(form: KeyForm, key: string): boolean {
  if (form === false) return true;
  return form === true ? String(Number(key)) === key : form.matches(key);
}

function checkKey(form: KeyForm, key: string, offset: number): void {
  if (isOfForm(form, key)) return;
  throw new Mismatch(typeof form === 'object' ? `${form.text} as key` : 'a number as key', 'another key', offset);
}

/** The form of an index signature's keys. */
export function formOfKeys({ key, keys }: Pick<RecordShape, 'key' | 'keys'>): KeyForm {
  return keys ?? key === 'number';
}

/**
 * The keys that are written: own, not declared as members, and of the form that the type names. Those of `undefined` are
 * where the type has it (`undefinable`): as nil, and come back.
 */
export function indexKeys(
  value: object,
  declared: readonly string[],
  form: KeyForm = false,
  undefinable = false,
): readonly string[] {
  return Object.keys(value).filter(
    (key) => !declared.includes(key) && (undefinable || memberOf(value, key) !== undefined) && isOfForm(form, key),
  );
}

export function writeEntries(
  writer: Writer,
  position: number,
  value: object,
  keys: readonly string[],
  form: KeyForm,
  write: Write,
): number {
  let at = position;
  for (const key of keys) {
    checkKey(form, key, at);
    at = write(writer, writeString(writer, at, key), memberOf(value, key));
  }
  return at;
}

export function writeRecord(
  writer: Writer,
  position: number,
  value: unknown,
  form: KeyForm,
  write: Write,
  undefinable = false,
): number {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mistyped(position, 'an object', value);
  const keys = indexKeys(value, [], false, undefinable);
  return writeEntries(writer, writeMapHeader(writer, position, keys.length), value, keys, form, write);
}

export function readRecord(reader: Reader, form: KeyForm, read: Read): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (let left = readMapHeader(reader); left > 0; left--) readEntry(reader, record, readKeyText(reader), form, read);
  return record;
}

/** One entry of an index signature, after its key. */
export function readEntry(reader: Reader, record: object, key: string, form: KeyForm, read: Read): void {
  checkKey(form, key, reader.at);
  setMember(record, key, read(reader));
}
