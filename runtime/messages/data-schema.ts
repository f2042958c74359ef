import { CatgaError } from './error.ts';

/** What the envelope attribute `ce-dataschema` says: which message in which version. */
export interface DataSchema {
  /** The wire name. */
  readonly name: string;
  readonly version: number;
}

const highestVersion = 65_535;

/** `urn:catga:orders.order-placed:2`: the value of `ce-dataschema` (CloudEvents 1.0). */
export function dataSchemaOf({ name, version }: DataSchema): string {
  return `urn:catga:${name}:${version}`;
}

/**
 * The reverse of {@link dataSchemaOf}. Scheme and namespace are read in any case (RFC 8141, section 3.1).
 *
 * @throws CatgaError `DECODE_FAILED` for anything else.
 */
export function parseDataSchema(text: string): DataSchema {
  const [, name, digits] = /^urn:catga:([^:\s]+):([1-9]\d{0,4})$/i.exec(text) ?? [];
  const version = Number(digits);
  if (name !== undefined && version <= highestVersion) return { name, version };
  const shown = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  throw new CatgaError(
    'DECODE_FAILED',
    `ce-dataschema is ${JSON.stringify(shown)}: expected urn:catga:<name>:<version>, with a version from 1 to ${highestVersion}`,
    { details: { attribute: 'ce-dataschema', value: shown } },
  );
}
