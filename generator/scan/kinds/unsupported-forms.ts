import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';
import { isTagged } from '../tags/constructed-tags.ts';
import { readTags } from '../tags/read-tags.ts';
import { reportMisplaced } from '../tags/tag-checks.ts';
import { phantom } from '../types/phantom.ts';
import { checkWireTag } from '../types/wire-option.ts';
import { bare, catgaTypeName, writtenTypes } from './callable.ts';
import { contractOf } from './contract.ts';
import { placeInWords } from './placement.ts';
import { isRoleName, rolesOf, subjectOf } from './roles.ts';

/**
 * Reports what is plainly meant for the generator, but has a form that generated code cannot reach: classes and objects in
 * constants, declarations in namespaces, tags on the wrong thing. Without it they would be left out in silence.
 */
export function reportUnsupportedForms(context: ScanContext): void {
  for (const file of context.files) {
    context.fragments.within(file.fileName, () => file.statements.forEach((statement) => visit(context, statement)));
  }
}

function visit(context: ScanContext, node: ts.Statement): void {
  const { ts } = context;
  if (ts.isModuleDeclaration(node)) {
    if (node.body && ts.isModuleBlock(node.body)) node.body.statements.forEach((inner) => visit(context, inner));
  } else if (isTagged(context, [node], 'ignore')) return;
  else if (ts.isVariableStatement(node)) visitConstants(context, node);
  else if (ts.isExportAssignment(node)) visitValue(context, node, 'default', node.expression, []);
  else if (ts.isClassDeclaration(node)) visitClass(context, node);
  else if (ts.isFunctionDeclaration(node)) reportTags(context, node, 'the function', ['service']);
  else if (ts.isInterfaceDeclaration(node)) reportTypeTags(context, node, 'the interface');
  else if (ts.isTypeAliasDeclaration(node)) reportTypeTags(context, node, 'the type');
}

function visitConstants(context: ScanContext, statement: ts.VariableStatement): void {
  const { ts, compiler, exports } = context;
  let reported = false;
  for (const node of statement.declarationList.declarations) {
    if (!ts.isIdentifier(node.name) || !node.initializer) continue;
    const symbol = compiler.symbolOf(node.name);
    if (!symbol || exports.exportName(symbol) === undefined) continue;
    const types = node.type ? [node.type] : [];
    reported = visitValue(context, node, node.name.text, node.initializer, types, statement) || reported;
  }
  if (!reported) reportTags(context, statement, 'the constant', ['service']);
}

function visitValue(
  context: ScanContext,
  node: ts.VariableDeclaration | ts.ExportAssignment,
  name: string,
  expression: ts.Expression,
  types: readonly ts.TypeNode[],
  statement: ts.Statement = node as ts.ExportAssignment,
): boolean {
  const { ts } = context;
  const value = bare(context, expression);
  const report = (subject: string, form: string, instead: string): true => {
    context.report('CATGA2016', { name, subject, form, instead }, node);
    return true;
  };
  if (ts.isClassExpression(value)) {
    const [role] = rolesOf(context, value);
    const isMessage = contractOf(context, context.compiler.declaredInstance(value)) !== undefined;
    const subject = role
      ? subjectOf(role.name)
      : isMessage
        ? 'message'
        : isTagged(context, [statement], 'service')
          ? 'service'
          : undefined;
    if (subject === undefined) return false;
    return report(subject, 'a class expression', `Declare it as a class: \`export class ${name} …\`.`);
  }
  if (!ts.isObjectLiteralExpression(value)) return false;
  for (const type of [...types, ...writtenTypes(context, expression)]) {
    const role = catgaTypeName(context, type);
    // An upcaster has no dependencies: as an object it is as good as a class.
    if (role === undefined || role === 'Upcaster' || !isRoleName(role)) continue;
    const message = ts.isTypeReferenceNode(type) ? (type.typeArguments?.[0]?.getText() ?? 'M') : 'M';
    const asFunction = ` or as a function: \`export const ${name}: FunctionHandler<${message}> = handler(async (message) => …)\``;
    const instead = `Declare it as a class that implements \`${type.getText()}\`${subjectOf(role) === 'handler' ? asFunction : ''}.`;
    return report(subjectOf(role), 'an object', instead);
  }
  return false;
}

function visitClass(context: ScanContext, node: ts.ClassDeclaration): void {
  const { ts } = context;
  for (const clause of node.heritageClauses ?? []) {
    if (clause.token !== ts.SyntaxKind.ImplementsKeyword) continue;
    for (const base of clause.types) reportMessageInterface(context, node, base);
  }
  const own = context.compiler.symbolOf(node.name ?? node);
  checkWireTag(context, node, own !== undefined && isTagged(context, [node], 'wire') && isMessageType(context, own));
  // Those at the top level are found.
  const place = ts.isSourceFile(node.parent) ? undefined : placeInWords(context, node);
  if (place === undefined) return;
  const [role] = rolesOf(context, node);
  if (!role && !isTagged(context, [node], 'service')) return;
  const name = node.name?.text ?? 'default';
  const instead = 'Move it to the top level of a module and export it there.';
  const subject = role ? subjectOf(role.name) : 'service';
  context.report('CATGA2016', { name, subject, form: `a class in ${place}`, instead }, node);
}

const messageClasses: Readonly<Record<string, string>> = {
  Command: 'CommandMessage',
  Query: 'QueryMessage',
  DomainEvent: 'DomainEventMessage',
  ReliableEvent: 'ReliableEventMessage',
};

/** The member that makes a class a message is an accessor of the base class; an interface has no say in that. */
function reportMessageInterface(
  context: ScanContext,
  node: ts.ClassDeclaration,
  base: ts.ExpressionWithTypeArguments,
): void {
  const { compiler, exports, ts } = context;
  const symbol = compiler.symbolOf(base.expression);
  if (!symbol || !Object.hasOwn(messageClasses, symbol.name) || !exports.isCatga(symbol)) return;
  const own = compiler.symbolOf(node.name ?? node);
  const member = own && compiler.property(compiler.declaredType(own), phantom);
  if (member && (member.flags & ts.SymbolFlags.Accessor) !== 0) return;
  const args = base.typeArguments?.map((argument) => argument.getText()).join(', ');
  const extend = `${messageClasses[symbol.name] ?? ''}${args === undefined ? '' : `<${args}>`}`;
  const name = node.name?.text ?? 'default';
  context.report('CATGA1019', { name, base: base.getText(), extend }, base);
}

function reportTypeTags(
  context: ScanContext,
  node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration,
  subject: string,
): void {
  const tags = readTags(context.ts, [node]).filter(
    ({ name }) => name === 'service' || name === 'message' || name === 'qos' || name === 'wire',
  );
  if (tags.length === 0) return;
  const symbol = context.compiler.symbolOf(node.name);
  // The tags of messages and of their bases are read, or judged, where messages are found.
  const isMessage = symbol !== undefined && isMessageType(context, symbol);
  checkWireTag(context, node, isMessage);
  if (isMessage && tags.every(({ name }) => name !== 'service')) return;
  for (const tag of tags) if (tag.name !== 'wire') reportMisplaced(context, tag, subject, node.name.text);
}

function isMessageType(context: ScanContext, symbol: ts.Symbol): boolean {
  return contractOf(context, context.compiler.declaredType(symbol)) !== undefined;
}

function reportTags(context: ScanContext, node: ts.Statement, subject: string, names: readonly string[]): void {
  const { ts } = context;
  for (const tag of readTags(ts, [node])) {
    if (!names.includes(tag.name)) continue;
    const declared = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node;
    const name = declared && ts.getNameOfDeclaration(declared as ts.Declaration)?.getText();
    reportMisplaced(context, tag, subject, name ?? 'default');
  }
}
