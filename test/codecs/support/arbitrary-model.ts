import * as fc from 'fast-check';
import { planUnion } from '../../../generator/codecs/plan-union.ts';
import { indexTypes } from '../../../generator/codecs/type-index.ts';
import type { ProjectModel } from '../../../generator/model/project.ts';
import type { MemberModel, TypeDefinition, TypeModel, WireOption } from '../../../generator/model/types.ts';
import { message } from './build-model.ts';

/** A type as a tree; lowering gives its objects names. */
type Tree =
  | { readonly tree: 'leaf'; readonly type: TypeModel }
  | { readonly tree: 'array' | 'set'; readonly element: Tree }
  | { readonly tree: 'tuple' | 'union'; readonly parts: readonly Tree[] }
  | { readonly tree: 'record'; readonly key: 'string' | 'number'; readonly value: Tree }
  | { readonly tree: 'map'; readonly key: Tree; readonly value: Tree }
  | {
      readonly tree: 'object';
      readonly members: readonly TreeMember[];
      readonly index?: Tree;
      readonly wire?: Wire;
    }
  /** The message that it stands in. */
  | { readonly tree: 'self' };

type Wire = WireOption | undefined;

interface TreeMember {
  readonly name: string;
  readonly type: Tree;
  readonly presence: 'required' | 'optional' | 'undefinable';
}

const names = [
  'id',
  'name',
  'kind',
  'type',
  'value',
  'a',
  'count',
  'constructor',
  'toString',
  '__proto__',
  'a-b',
  'größe',
  '',
  'class',
  'at',
  'reader',
  '$value',
  'aVeryLongMemberNameThatNeedsALongerHeaderThanUsual',
  '日本',
  "it's",
  'new\nline',
];
const words = ['created', 'paid', 'x', '', 'größer', 'a value that is longer than a short string can be'];

const scalar = fc.constantFrom<TypeModel['kind']>(
  'string',
  'string',
  'number',
  'number',
  'boolean',
  'bigint',
  'null',
  'date',
  'bytes',
  'unknown',
  'undefined',
);
const literal: fc.Arbitrary<TypeModel> = fc
  .oneof(fc.constantFrom(...words), fc.constantFrom(0, 1, -1, 2.5, 1000, 2 ** 40), fc.boolean())
  .map((value) => ({ kind: 'literal', value }));
const leaf: fc.Arbitrary<Tree> = fc.oneof(
  { weight: 4, arbitrary: scalar.map((kind): Tree => ({ tree: 'leaf', type: { kind } as TypeModel })) },
  { weight: 1, arbitrary: literal.map((type): Tree => ({ tree: 'leaf', type })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<TypeModel>(
        { kind: 'binary', type: 'Int16Array' },
        { kind: 'binary', type: 'Float64Array' },
        { kind: 'binary', type: 'ArrayBuffer' },
        { kind: 'pattern', alternatives: [['id-', { of: 'number' }]] },
        { kind: 'tuple', elements: [{ kind: 'string' }, { kind: 'number' }], optional: 1 },
        { kind: 'tuple', elements: [{ kind: 'boolean' }], rest: { kind: 'number' } },
        { kind: 'tuple', elements: [], rest: { kind: 'string' }, trailing: [{ kind: 'number' }, { kind: 'date' }] },
      )
      .map((type): Tree => ({ tree: 'leaf', type })),
  },
);

const wire = fc.constantFrom<Wire>('positional', 'keepUnknown', undefined);

const { tree } = fc.letrec<{ tree: Tree; object: Tree }>((tie) => {
  const member = fc.record<TreeMember>({
    name: fc.constantFrom(...names),
    type: tie('tree'),
    presence: fc.constantFrom('required', 'required', 'optional', 'undefinable'),
  });
  const members = fc.uniqueArray(member, { maxLength: 6, selector: ({ name }) => name });
  return {
    object: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ tree: fc.constant('object' as const), members, wire }),
      },
      { weight: 1, arbitrary: fc.record({ tree: fc.constant('object' as const), members, index: tie('tree') }) },
    ),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      tie('tree').map((element): Tree => ({ tree: 'array', element })),
      tie('tree').map((element): Tree => ({ tree: 'set', element })),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((parts): Tree => ({ tree: 'tuple', parts })),
      fc.array(tie('tree'), { minLength: 2, maxLength: 4 }).map((parts): Tree => ({ tree: 'union', parts })),
      fc.array(literal, { minLength: 2, maxLength: 12 }).map((list): Tree => ({
        tree: 'union',
        parts: list.map((type): Tree => ({ tree: 'leaf', type })),
      })),
      fc.record({ tree: fc.constant('record' as const), key: fc.constantFrom('string', 'number'), value: tie('tree') }),
      fc.record({ tree: fc.constant('map' as const), key: tie('tree'), value: tie('tree') }),
      fc.constant<Tree>({ tree: 'self' }),
      tie('object'),
      tie('object'),
    ),
  };
});

const bodyMembers = fc.uniqueArray(
  fc.record<TreeMember>({
    name: fc.constantFrom(...names),
    type: tree,
    presence: fc.constantFrom('required', 'optional', 'undefinable'),
  }),
  { minLength: 1, maxLength: 6, selector: ({ name }) => name },
);

const body = fc.record({ members: bodyMembers, wire });

/** Projects with a few messages of any shape that can be decided. */
export const arbitraryModel: fc.Arbitrary<ProjectModel> = fc
  .array(body, { minLength: 1, maxLength: 6 })
  .map((bodies) => lower(bodies));

interface Body {
  readonly members: readonly TreeMember[];
  readonly wire: Wire;
}

function lower(bodies: readonly Body[]): ProjectModel {
  const types: TypeDefinition[] = [];
  const model: ProjectModel = {
    namespace: '',
    messages: bodies.map((_, at) => message(`Message${at}`, { kind: 'reference', id: idOf(`Message${at}`) })),
    handlers: [],
    behaviors: [],
    validators: [],
    services: [],
    upcasters: [],
    externals: [],
    types,
    modules: [],
  };
  for (const [at, own] of bodies.entries()) lowerObject(types, `Message${at}`, own, `Message${at}`);
  // A second look with all types known: unions that cannot be decided keep their first variant.
  const decidable = types.map((definition) => ({ ...definition, shape: decide(definition.shape, model) }));
  return { ...model, types: decidable };
}

const module = 'src/messages';

function idOf(name: string): string {
  return `${module}#${name}`;
}

function lowerObject(
  types: TypeDefinition[],
  name: string,
  { members, index, wire: option }: { members: readonly TreeMember[]; index?: Tree; wire?: Wire },
  root: string,
): TypeModel {
  const at = types.length;
  const position = { file: `${module}.ts`, line: 1, column: 1 };
  const empty: TypeDefinition = { id: idOf(name), name, module, shape: { kind: 'object', members: [] }, position };
  types.push(empty);
  const list = members.map(({ name: member, type, presence }, place): MemberModel => ({
    name: member,
    // A required member of its own type could have no value.
    type: lowerTree(types, presence !== 'optional' && type.tree === 'self' ? text : type, `${name}M${place}`, root),
    ...(presence === 'optional' ? { optional: true } : {}),
    ...(presence === 'undefinable' ? { undefinable: true } : {}),
  }));
  const rest = index === undefined ? undefined : lowerTree(types, index, `${name}Rest`, root);
  types[at] = {
    ...empty,
    shape: {
      kind: 'object',
      members: list,
      ...(rest === undefined ? {} : { index: { kind: 'record', key: 'string', value: rest } }),
      ...(option !== undefined && rest === undefined ? { wire: option } : {}),
    },
  };
  return { kind: 'reference', id: idOf(name) };
}

const text: Tree = { tree: 'leaf', type: { kind: 'string' } };

function lowerTree(types: TypeDefinition[], node: Tree, name: string, root: string): TypeModel {
  switch (node.tree) {
    case 'leaf':
      return node.type;
    case 'self':
      return { kind: 'reference', id: idOf(root) };
    case 'array':
    case 'set':
      return { kind: node.tree, element: lowerTree(types, node.element, `${name}I`, root) };
    case 'tuple':
      return {
        kind: 'tuple',
        elements: node.parts.map((part, at) => lowerTree(types, finite(part), `${name}T${at}`, root)),
      };
    case 'union':
      return {
        kind: 'union',
        variants: node.parts.map((part, at) => lowerTree(types, finite(part), `${name}U${at}`, root)),
      };
    case 'record':
      return { kind: 'record', key: node.key, value: lowerTree(types, node.value, `${name}V`, root) };
    case 'map':
      return {
        kind: 'map',
        key: lowerTree(types, node.key, `${name}K`, root),
        value: lowerTree(types, node.value, `${name}V`, root),
      };
    default:
      return lowerObject(types, name, node, root);
  }
}

function finite(node: Tree): Tree {
  return node.tree === 'self' ? text : node;
}

function decide(shape: TypeDefinition['shape'], model: ProjectModel): TypeDefinition['shape'] {
  if (shape.kind === 'alias') return shape;
  return {
    ...shape,
    members: shape.members.map((member) => ({ ...member, type: decideType(member.type, model) })),
    ...(shape.index === undefined ? {} : { index: { ...shape.index, value: decideType(shape.index.value, model) } }),
  };
}

function decideType(type: TypeModel, model: ProjectModel): TypeModel {
  const next = (child: TypeModel): TypeModel => decideType(child, model);
  switch (type.kind) {
    case 'array':
    case 'set':
      return { ...type, element: next(type.element) };
    case 'tuple':
      return { ...type, elements: type.elements.map(next) };
    case 'record':
      return { ...type, value: next(type.value) };
    case 'map':
      return { ...type, key: next(type.key), value: next(type.value) };
    case 'union': {
      let variants: TypeModel[] = [];
      const flat = type.variants
        .map(next)
        .flatMap((variant) => (variant.kind === 'union' ? variant.variants : [variant]));
      for (const variant of flat) {
        const more = [...variants, variant];
        const plan = planUnion(more, indexTypes(model));
        if ('decision' in plan && plan.variants.length === more.length) variants = more;
      }
      const [first] = variants;
      return variants.length === 1 && first !== undefined ? first : { kind: 'union', variants };
    }
    default:
      return type;
  }
}
