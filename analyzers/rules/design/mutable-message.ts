import type { ts } from 'ts-morph';
import type { FileContext, NodeEdit, Rule } from '../../rule.ts';
import { messageTypesOf, type MessageType } from './message-types.ts';
import { readonlyEdits } from './readonly-edits.ts';

/** A member of a message, or of what it is made of, that can be assigned or changed in place. */
export const mutableMessage: Rule = {
  id: 'CATGA6003',
  name: 'mutable-message',
  title: 'Message member that can be changed',
  severity: 'info',
  preset: 'strict',
  scope: 'program',
  repair: 'fix',
  messages: {
    member: {
      message:
        '`{member}` of {type} can be assigned: a message is shared by all its handlers, and what one changes the others see.',
      help: 'Write `readonly` before it.',
    },
    collection: {
      message:
        '`{member}` of {type} can be changed in place: a message is shared by all its handlers, and what one changes the others see.',
      help: 'Write `readonly T[]`, `ReadonlyMap` or `ReadonlySet`.',
    },
  },
  options: {},
  file: (context) => ({
    end() {
      for (const type of messageTypesOf(context)) {
        for (const list of type.members) judgeMembers(context, type, list, '');
      }
    },
  }),
};

type Members = readonly (ts.ClassElement | ts.TypeElement)[];

function judgeMembers(context: FileContext, type: MessageType, members: Members, path: string): void {
  const { ts } = context;
  for (const member of members) {
    if (ts.isConstructorDeclaration(member)) {
      for (const parameter of member.parameters) judgeParameter(context, type, parameter);
    } else if (ts.isPropertySignature(member) || (ts.isPropertyDeclaration(member) && isData(ts, member))) {
      judgeMember(context, type, member, path);
    }
  }
}

/** What goes over the wire: neither static nor private. */
function isData(compiler: typeof ts, member: ts.PropertyDeclaration): boolean {
  const { AccessorKeyword, PrivateKeyword, ProtectedKeyword, StaticKeyword } = compiler.SyntaxKind;
  return (
    !compiler.isPrivateIdentifier(member.name) &&
    member.modifiers?.some(({ kind }) =>
      [AccessorKeyword, PrivateKeyword, ProtectedKeyword, StaticKeyword].includes(kind),
    ) !== true
  );
}

/** `constructor(public orderId: string)`. */
function judgeParameter(context: FileContext, type: MessageType, parameter: ts.ParameterDeclaration): void {
  const { ts } = context;
  const kinds = (parameter.modifiers ?? []).map(({ kind }) => kind);
  const { PrivateKeyword, ProtectedKeyword, PublicKeyword, ReadonlyKeyword } = ts.SyntaxKind;
  const isMember = kinds.includes(PublicKeyword) || kinds.includes(ReadonlyKeyword);
  if (isMember && !kinds.includes(PrivateKeyword) && !kinds.includes(ProtectedKeyword)) {
    judgeMember(context, type, parameter, '');
  }
}

function judgeMember(
  context: FileContext,
  type: MessageType,
  member: ts.ParameterDeclaration | ts.PropertyDeclaration | ts.PropertySignature,
  path: string,
): void {
  const { ts } = context;
  const name = `${path}${member.name.getText()}`;
  const data = { member: name, type: type.name };
  if (member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) !== true) {
    const start = member.name.getStart();
    const fix: NodeEdit = { start, end: start, text: 'readonly ' };
    context.report({
      message: 'member',
      data,
      at: member.name,
      // What the class assigns later would no longer compile.
      ...(isAssignedLater(ts, member) ? {} : { fix: [fix] }),
    });
  }
  if (member.type === undefined) return;
  const edits = readonlyEdits(context, member.type);
  if (edits.length > 0) context.report({ message: 'collection', data, at: member.type, fix: edits });
  judgeLiterals(context, type, member.type, `${name}.`);
}

/** Types written in place: `{ street: string }`, `{ sku: string }[]`. */
function judgeLiterals(context: FileContext, type: MessageType, node: ts.TypeNode, path: string): void {
  const { ts } = context;
  if (ts.isTypeLiteralNode(node)) judgeMembers(context, type, node.members, path);
  else if (ts.isArrayTypeNode(node)) judgeLiterals(context, type, node.elementType, path);
  else if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) {
    judgeLiterals(context, type, node.type, path);
  } else if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) {
    for (const part of node.types) judgeLiterals(context, type, part, path);
  }
}

function isAssignedLater(compiler: typeof ts, { name, parent }: ts.NamedDeclaration): boolean {
  const owner = compiler.isConstructorDeclaration(parent) ? parent.parent : parent;
  if (!compiler.isClassLike(owner) || name === undefined) return false;
  const assigned = new RegExp(
    String.raw`this\.${name.getText().replaceAll(/\W/g, String.raw`\$&`)}\s*(?:[-+*/%&|^?]*=(?!=)|\+\+|--)`,
  );
  return owner.members.some((member) => !compiler.isConstructorDeclaration(member) && assigned.test(member.getText()));
}
