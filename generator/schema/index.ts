export { checkSchema } from './check-schema.ts';
export { parseSchema } from './parse-schema.ts';
export { printSchema } from './print-schema.ts';
export { updateSchema } from './update-schema.ts';

export type { ParsedSchema } from './parse-schema.ts';
export type { Schema } from './schema.ts';
export type { SchemaCheck } from './check-schema.ts';
