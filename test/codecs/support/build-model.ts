import type { MessageModel, ProjectModel, ResponseModel } from '../../../generator/model/project.ts';
import type {
  AliasShape,
  ClassConstruction,
  MemberModel,
  ObjectShape,
  RecordType,
  TypeDefinition,
  TypeModel,
} from '../../../generator/model/types.ts';

const module = 'src/messages';
const position = { file: `${module}.ts`, line: 1, column: 1 };

export const string: TypeModel = { kind: 'string' };
export const number: TypeModel = { kind: 'number' };
export const boolean: TypeModel = { kind: 'boolean' };
export const bigint: TypeModel = { kind: 'bigint' };
export const nothing: TypeModel = { kind: 'null' };
export const undefinedType: TypeModel = { kind: 'undefined' };
export const date: TypeModel = { kind: 'date' };
export const bytes: TypeModel = { kind: 'bytes' };
export const unknownType: TypeModel = { kind: 'unknown' };

export function literal(value: string | number | boolean): TypeModel {
  return { kind: 'literal', value };
}

export function union(...variants: readonly TypeModel[]): TypeModel {
  return { kind: 'union', variants };
}

export function array(element: TypeModel): TypeModel {
  return { kind: 'array', element };
}

export function reference(name: string): TypeModel {
  return { kind: 'reference', id: `${module}#${name}` };
}

/** A named type; members whose name ends in `?` are optional, in `!` undefinable. */
export function object(
  name: string,
  members: Readonly<Record<string, TypeModel>>,
  extra: {
    readonly index?: RecordType;
    readonly construct?: ClassConstruction;
    readonly wire?: NonNullable<ObjectShape['wire']>;
  } = {},
): TypeDefinition {
  const list = Object.entries(members).map(([key, type]): MemberModel => {
    if (key.endsWith('?')) return { name: key.slice(0, -1), type, optional: true };
    return key.endsWith('!') ? { name: key.slice(0, -1), type, undefinable: true } : { name: key, type };
  });
  return define(name, { kind: 'object', members: list, ...extra });
}

export function alias(name: string, type: TypeModel): TypeDefinition {
  return define(name, { kind: 'alias', type });
}

function define(name: string, shape: ObjectShape | AliasShape): TypeDefinition {
  return { id: `${module}#${name}`, name, module, expression: { name, module }, shape, position };
}

/** A project of these types, the first of them messages. */
export function project(messages: readonly string[], types: readonly TypeDefinition[]): ProjectModel {
  return {
    namespace: '',
    messages: messages.map((name) => message(name, reference(name))),
    handlers: [],
    behaviors: [],
    validators: [],
    services: [],
    upcasters: [],
    externals: [],
    types,
    modules: [],
  };
}

export function message(
  name: string,
  body: TypeModel,
  extra: { response?: ResponseModel; form?: 'class' } = {},
): MessageModel {
  return {
    module,
    exportName: name,
    position,
    name,
    variable: name.charAt(0).toLowerCase() + name.slice(1),
    kind: 'event',
    reliable: true,
    form: 'data',
    qos: 1,
    version: 1,
    body,
    options: {},
    ...extra,
  };
}
