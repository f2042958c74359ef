import type { ts } from 'ts-morph';
import type { MessageModel } from '../../model/project.ts';
import type { TypeDefinition, TypeModel } from '../../model/types.ts';
import type { ScanContext } from '../scan-context.ts';
import { readTags } from '../tags/read-tags.ts';

/** Keys must be there in every valid message and be text or a number; other paths must exist. */
export function checkKeyPaths(
  context: ScanContext,
  definitions: ReadonlyMap<string, TypeDefinition>,
  message: MessageModel,
  declarations: readonly ts.Node[],
): void {
  const { idempotencyKey, partitionKey, personal = [], traceTags = [] } = message.options;
  const check = (tag: string, path: string, isKey: boolean): void => {
    const reason = problemOf(definitions, message.body, path.split('.'), isKey);
    if (reason === undefined) return;
    const node = readTags(context.ts, declarations).find(
      ({ name, argument }) => name === tag && argument.includes(path),
    )?.node;
    const at = node ?? declarations[0];
    if (at) context.report('CATGA1008', { tag, path, name: message.exportName, reason }, at);
  };
  if (idempotencyKey !== undefined) check('idempotencyKey', idempotencyKey, true);
  if (partitionKey !== undefined) check('partitionKey', partitionKey, true);
  for (const path of traceTags) check('traceTag', path, false);
  for (const path of personal) check('personal', path, false);
}

function problemOf(
  definitions: ReadonlyMap<string, TypeDefinition>,
  type: TypeModel,
  path: readonly string[],
  isKey: boolean,
): string | undefined {
  const [name, ...rest] = path;
  if (name === undefined)
    return isKey && !isText(definitions, type) ? 'it is not a string, number or bigint' : undefined;
  if (type.kind === 'union') {
    const problems = type.variants.map((variant) => problemOf(definitions, variant, path, isKey));
    // A key is read off every message; a member to log or to hide may be in one variant only.
    return isKey
      ? problems.find((problem) => problem !== undefined)
      : problems.every((problem) => problem !== undefined)
        ? problems[0]
        : undefined;
  }
  if (!isKey && type.kind === 'array') return problemOf(definitions, type.element, path, isKey);
  const shape = type.kind === 'reference' ? definitions.get(type.id)?.shape : undefined;
  if (shape?.kind === 'alias') return problemOf(definitions, shape.type, path, isKey);
  if (!shape) return `\`${name}\` is not a member`;
  const member = shape.members.find((candidate) => candidate.name === name);
  if (!member) return `there is no member \`${name}\``;
  if (isKey && (member.optional === true || member.undefinable === true)) return `\`${name}\` may be missing`;
  return problemOf(definitions, member.type, rest, isKey);
}

function isText(definitions: ReadonlyMap<string, TypeDefinition>, type: TypeModel): boolean {
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'bigint':
      return true;
    case 'literal':
      return typeof type.value !== 'boolean';
    case 'union':
      return type.variants.every((variant) => isText(definitions, variant));
    case 'reference': {
      const shape = definitions.get(type.id)?.shape;
      return shape?.kind === 'alias' && isText(definitions, shape.type);
    }
    default:
      return false;
  }
}
