import { quote } from '../emit/identifiers.ts';
import type { RecordType, TupleType, TypeModel } from '../model/types.ts';
import { core, nameOf, usePart, type Action, type CodecModule } from './codec-module.ts';
import { formOf, type Form } from './type-form.ts';
import { admitsUndefined } from './union-tokens.ts';

type Direction = Exclude<Action, 'shape'>;

const scalars: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'Number',
  boolean: 'Boolean',
  bigint: 'Bigint',
  null: 'Null',
  undefined: 'Undefined',
  date: 'Date',
  bytes: 'Bytes',
};

/** Writes `value` at `at`, as an expression. `owner` names what has to be printed for it. */
export function writeCall(module: CodecModule, type: TypeModel, at: string, value: string, owner: string): string {
  return callOf(module, 'write', formOf(type, module.index), `writer, ${at}, ${value}`, owner);
}

/** Reads a value, as an expression. */
export function readCall(module: CodecModule, type: TypeModel, owner: string): string {
  return callOf(module, 'read', formOf(type, module.index), 'reader', owner);
}

/** A function that writes or reads a type. */
export function functionOf(module: CodecModule, direction: Direction, type: TypeModel, owner: string): string {
  const form = formOf(type, module.index);
  return ownFunction(module, direction, form) ?? usePart(module, direction, form, owner);
}

/** The function that a type has by itself; other types are written by a call with more arguments. */
function ownFunction(module: CodecModule, direction: Direction, form: Form): string | undefined {
  const scalar = scalars[form.kind];
  if (scalar !== undefined) return core(module, direction + scalar);
  if (form.kind === 'unknown') return module.imports.value('catga/codecs/unknown', `${direction}Unknown`);
  if (form.kind === 'array' && (form.element.kind === 'number' || form.element.kind === 'string')) {
    return core(module, `${direction}${form.element.kind === 'number' ? 'Numbers' : 'Strings'}`);
  }
  if (form.kind !== 'reference') return undefined;
  const definition = module.index.byId.get(form.id);
  if (definition === undefined) throw new TypeError(`The model has no type ${form.id}.`);
  return nameOf(module, direction, definition);
}

/** The call that writes or reads a form; unions have functions of their own. */
export function callOf(
  module: CodecModule,
  direction: Direction,
  form: Form,
  parameters: string,
  owner: string,
): string {
  const own = ownFunction(module, direction, form);
  if (own !== undefined) return `${own}(${parameters})`;
  const inner = (type: TypeModel, suffix: string): string => functionOf(module, direction, type, owner + suffix);
  const call = (name: string, ...more: readonly string[]): string =>
    `${core(module, direction + name)}(${[parameters, ...more].join(', ')})`;
  switch (form.kind) {
    case 'literals':
      return call('Literal', usePart(module, 'literals', form, owner));
    case 'nullable':
      return call('Nullable', inner(form.of, ''));
    case 'undefinable':
      return call('Undefinable', inner(form.of, ''));
    case 'array':
      return call('Array', inner(form.element, 'Item'));
    case 'set':
      return call('Set', inner(form.element, 'Item'));
    case 'map':
      return call('Map', inner(form.key, 'Key'), inner(form.value, 'Value'));
    case 'record':
      return call(
        'Record',
        keyForm(module, form, owner),
        inner(form.value, 'Value'),
        ...(direction === 'write' && admitsUndefined(form.value, module.index) ? ['true'] : []),
      );
    case 'tuple':
      return tupleCall(form, inner, call);
    case 'binary':
    case 'temporal':
      return call(form.kind === 'binary' ? 'Binary' : 'Temporal', quote(form.type));
    case 'pattern':
      return call('Pattern', usePart(module, 'pattern', form, owner));
    default:
      return `${usePart(module, direction, form, owner)}(${parameters})`;
  }
}

/** What the keys of a record look like, as generated code says it. */
export function keyForm(module: CodecModule, { key, keys }: RecordType, owner: string): string {
  return keys === undefined ? String(key === 'number') : usePart(module, 'pattern', keys, `${owner}Key`);
}

function tupleCall(
  { elements, optional = 0, rest, trailing = [] }: TupleType,
  inner: (type: TypeModel, suffix: string) => string,
  call: (name: string, ...more: readonly string[]) => string,
): string {
  const fixed = `[${elements.map((element, at) => inner(element, String(at))).join(', ')}]`;
  if (optional === 0 && rest === undefined) return call('Tuple', fixed);
  const parameters = [fixed, String(optional)];
  if (rest !== undefined) parameters.push(inner(rest, 'Rest'));
  if (trailing.length > 0) {
    parameters.push(`[${trailing.map((element, at) => inner(element, `Last${at}`)).join(', ')}]`);
  }
  return call('OpenTuple', ...parameters);
}
