import type { ts } from 'ts-morph';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { symbolKey } from '../qualified-name.ts';
import type { ScanContext } from '../scan-context.ts';
import type { BatchModel } from '../../model/project.ts';
import { isTagged, readConstructedTags } from '../tags/constructed-tags.ts';
import { nameOfFile, type Draft } from './constructed.ts';
import { constructorDemands } from './constructor-demands.ts';
import { mergedTypes } from '../declarations-of.ts';
import { reportParameterProperties } from './parameter-properties.ts';
import { isAmbient } from './placement.ts';
import { rolesOf, subjectOf, type Role, type Subject } from './roles.ts';

/** A class that generated code constructs, and what for. */
export interface ClassDraft extends Draft {
  readonly node: ts.ClassDeclaration;
  readonly type: ts.Type;
  readonly subject: Subject | 'service';
  readonly roles: readonly Role[];
  readonly order: number;
  /** Of a batch handler, its own `@batch`. */
  readonly batch?: BatchModel;
}

const accepted: Readonly<Record<ClassDraft['subject'], readonly string[]>> = {
  handler: ['lifetime', 'order'],
  behavior: ['lifetime', 'order'],
  upcaster: [],
  validator: ['lifetime', 'order'],
  service: ['lifetime', 'service'],
};

/** Finds handlers, behaviors, validators and services among the classes. */
export function findClasses(context: ScanContext): readonly ClassDraft[] {
  return context.files.flatMap((file) => context.fragments.within(file.fileName, () => classesIn(context, file)));
}

function classesIn(context: ScanContext, file: ts.SourceFile): readonly ClassDraft[] {
  const { ts, compiler, fragments } = context;
  const found: ClassDraft[] = [];
  for (const node of file.statements) {
    if (!ts.isClassDeclaration(node)) continue;
    const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
    const symbol = base && compiler.symbolOf(base.expression);
    if (symbol) fragments.current?.bases.add(symbolKey(ts, symbol));
    const draft = draftOf(context, node);
    if (draft) found.push(draft);
  }
  return found;
}

function draftOf(context: ScanContext, node: ts.ClassDeclaration): ClassDraft | undefined {
  const { ts, compiler, exports } = context;
  const symbol = compiler.symbolOf(node.name ?? node);
  if (!symbol) return undefined;
  const declarations = mergedTypes(context, symbol);
  const isService = isTagged(context, declarations, 'service');
  if (!isService && !node.heritageClauses && declarations.length < 2) return undefined;
  if (isTagged(context, declarations, 'ignore')) return undefined;
  const roles = rolesOf(context, node);
  if (roles.length === 0 && !isService) return undefined;
  const module = exports.moduleOfFile(node.getSourceFile());
  const name = node.name?.text ?? nameOfFile(context, node.getSourceFile());
  const [first, ...others] = [...new Set(roles.map((role) => subjectOf(role.name)))];
  const subject = first ?? 'service';
  const isAbstract = (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Abstract) !== 0;
  // What others extend is their base, and they are what gets constructed.
  if (isAbstract && subject !== 'service') return undefined;
  const [other] = others;
  const exportName = exports.exportName(symbol);
  const refusals = [
    ...(other ? [context.finding('CATGA2015', { name, first: subject, second: other }, node)] : []),
    ...refusalOf(context, node, name, subject, exportName),
  ];
  if (node.typeParameters) {
    context.fragments.current?.conditional.push({ base: symbolKey(ts, symbol), diagnostics: refusals });
    return undefined;
  }
  context.fragments.current?.diagnostics.push(...refusals);
  if (exportName === undefined || refusals.some(({ id }) => id !== 'CATGA2015')) {
    refuseStep(context, roles);
    return undefined;
  }
  reportParameterProperties(context, node);
  const takesBatches = roles.some((role) => role.name === 'BatchHandler');
  if (takesBatches && roles.some((role) => role.name !== 'BatchHandler') && !other)
    context.report('CATGA2015', { name, first: 'batch handler', second: 'handler' }, node);
  const tags = takesBatches ? [...accepted[subject], 'batch'] : accepted[subject];
  const { batch, lifetime, order } = readConstructedTags(context, declarations, `the ${subject}`, name, tags);
  const type = compiler.declaredType(symbol);
  return {
    id: `${module}#${exportName}`,
    name,
    module,
    exportName,
    node,
    type,
    subject,
    roles,
    lifetime,
    order,
    ...(batch && { batch }),
    isHandler: subject === 'handler',
    demands: constructorDemands(context, symbol, { name, module, exportName }),
    provides: providedTypes(context, node, type),
  };
}

/** Of an upcaster: what it makes is not at fault for having none. */
function refuseStep({ ts, compiler, fragments }: ScanContext, roles: readonly Role[]): void {
  const made = roles.find(({ name }) => name === 'Upcaster')?.second;
  const symbol = made && ts.isTypeReferenceNode(made) ? compiler.symbolOf(made.typeName) : undefined;
  if (symbol) fragments.current?.refusedSteps.push(symbolKey(ts, symbol));
}

function refusalOf(
  context: ScanContext,
  node: ts.ClassDeclaration,
  name: string,
  subject: ClassDraft['subject'],
  exportName: string | undefined,
): readonly Diagnostic[] {
  const { ts } = context;
  if (exportName === undefined)
    return [
      context.finding('CATGA2001', { name, subject: subject === 'upcaster' ? 'message upcaster' : subject }, node),
    ];
  if (isAmbient(context, node)) return [context.finding('CATGA2020', { name, subject }, node)];
  const reason =
    (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Abstract) !== 0
      ? 'it is abstract'
      : node.typeParameters
        ? 'it has type parameters'
        : hasHiddenConstructor(context, node)
          ? 'its constructor is not public'
          : undefined;
  return reason === undefined ? [] : [context.finding('CATGA2011', { name, reason }, node)];
}

function hasHiddenConstructor(context: ScanContext, node: ts.ClassDeclaration): boolean {
  const { ts } = context;
  return node.members.some(
    (member) =>
      ts.isConstructorDeclaration(member) &&
      (ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0,
  );
}

function providedTypes(context: ScanContext, node: ts.ClassDeclaration, own: ts.Type): readonly ts.Type[] {
  const { compiler } = context;
  const types = new Set<ts.Type>([own]);
  const add = (type: ts.Type): void => {
    if (types.has(type)) return;
    types.add(type);
    for (const base of compiler.baseTypes(type)) add(base);
  };
  for (const clause of node.heritageClauses ?? []) {
    for (const base of clause.types) add(compiler.typeOfNode(base));
  }
  // What a base class implements, its subclasses provide.
  for (const base of compiler.baseTypes(own)) {
    const declaration = base.symbol.valueDeclaration;
    if (declaration && context.ts.isClassDeclaration(declaration)) {
      for (const type of providedTypes(context, declaration, base)) types.add(type);
    }
  }
  return [...types];
}
