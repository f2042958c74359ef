import { REGISTRY_FORMAT } from '../../runtime/ports/registry.ts';
import type { Manifest } from '../emit/index.ts';

/** A manifest that was read back, or what is wrong with it. */
export type ParsedManifest = { readonly manifest: Manifest } | { readonly problem: string };

/** Parses and checks a `manifest.json`: another version of the generator may have written it, or a person edited it. */
export function parseManifest(text: string): ParsedManifest {
  let value: unknown;
  try {
    value = JSON.parse(text, restorePosition);
  } catch (error) {
    return { problem: `it is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (!isRecord(value)) return { problem: 'it is not an object' };
  if (value['format'] !== REGISTRY_FORMAT) {
    const version = typeof value['generator'] === 'string' ? `@catga/cli ${value['generator']}` : 'another version';
    return {
      problem: `it has format ${String(value['format'])}, written by ${version}; this version reads ${REGISTRY_FORMAT}`,
    };
  }
  const problem = findProblem(value, manifestShape, '');
  // The shape has been checked down to what emitters rely on.
  return problem === undefined ? { manifest: value as unknown as Manifest } : { problem };
}

/** What a value has to be: a type by name, a list of something, or an object with at least these members. */
type Shape = 'string' | 'number' | 'boolean' | 'object' | readonly [Shape] | { readonly [member: string]: Shape };

const declaration = { module: 'string', exportName: 'string', position: { file: 'string' } } as const;
const constructed = {
  ...declaration,
  id: 'string',
  variable: 'string',
  lifetime: 'string',
  dependencies: ['object'],
} as const;

const manifestShape: Shape = {
  format: 'number',
  generator: 'string',
  schemaHash: 'string',
  model: {
    namespace: 'string',
    messages: [
      {
        ...declaration,
        name: 'string',
        variable: 'string',
        kind: 'string',
        form: 'string',
        qos: 'number',
        version: 'number',
        body: { kind: 'string' },
        options: 'object',
      },
    ],
    handlers: [{ ...constructed, form: 'string', messages: ['string'], order: 'number', usesContext: 'boolean' }],
    behaviors: [{ ...constructed, order: 'number', style: 'string', hooks: [{ name: 'string', async: 'boolean' }] }],
    validators: [{ ...constructed, message: 'string', async: 'boolean' }],
    services: [{ ...constructed, disposable: 'boolean' }],
    upcasters: [
      {
        ...declaration,
        id: 'string',
        form: 'string',
        message: 'string',
        from: 'number',
        former: { body: { kind: 'string' }, expression: { name: 'string', module: 'string' } },
      },
    ],
    externals: [
      { property: 'string', type: { text: 'string', imports: ['object'] }, optional: 'boolean', neededBy: ['string'] },
    ],
    types: [{ id: 'string', name: 'string', module: 'string', shape: { kind: 'string' } }],
    modules: [{ specifier: 'string', packageName: 'string', schemaHash: 'string' }],
  },
};

function findProblem(value: unknown, shape: Shape, path: string): string | undefined {
  const at = path === '' ? 'it' : `\`${path}\``;
  if (typeof shape === 'string') {
    const fits = shape === 'object' ? isRecord(value) : typeof value === shape;
    return fits ? undefined : `${at} is not ${shape === 'object' ? 'an object' : `a ${shape}`}`;
  }
  if (isList(shape)) {
    if (!Array.isArray(value)) return `${at} is not a list`;
    for (const [index, item] of value.entries()) {
      const problem = findProblem(item, shape[0], `${path}[${index}]`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  if (!isRecord(value)) return `${at} is not an object`;
  for (const [member, inner] of Object.entries(shape)) {
    const problem = findProblem(value[member], inner, path === '' ? member : `${path}.${member}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Manifests carry the file of a declaration, but no line: lines of another package would change with its every edit. */
function restorePosition(name: string, value: unknown): unknown {
  return name === 'position' && isRecord(value) ? { line: 1, column: 1, ...value } : value;
}
