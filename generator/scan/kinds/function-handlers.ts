import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';
import type { BatchModel } from '../../model/project.ts';
import { isTagged, readConstructedTags } from '../tags/constructed-tags.ts';
import { bare, catgaTypeName, isHandlerCall, writtenTypes } from './callable.ts';
import { nameOfFile, type Draft } from './constructed.ts';
import { functionDemands } from './function-demands.ts';
import { isAmbient } from './placement.ts';

/** A constant, or a default export, made by `handler(…)`, or by `batchHandler(…)`. */
export interface FunctionDraft extends Draft {
  readonly order: number;
  readonly argument: ts.TypeNode | undefined;
  readonly messageType: ts.Type | undefined;
  readonly usesContext: boolean;
  readonly call: ts.CallExpression;
  /** Made by `batchHandler(…)`. */
  readonly takesBatches: boolean;
  /** Its own `@batch`. */
  readonly batch?: BatchModel;
}

interface Candidate {
  readonly name: string;
  readonly exportName: string | undefined;
  readonly node: ts.VariableDeclaration | ts.ExportAssignment;
  /** Where its tags are. */
  readonly statement: ts.Statement;
  readonly expression: ts.Expression | undefined;
  readonly types: readonly ts.TypeNode[];
}

export function findFunctionHandlers(context: ScanContext): readonly FunctionDraft[] {
  return context.files.flatMap((file) => context.fragments.within(file.fileName, () => functionsIn(context, file)));
}

function functionsIn(context: ScanContext, file: ts.SourceFile): readonly FunctionDraft[] {
  const candidates = file.statements.flatMap((statement) => candidatesOf(context, statement));
  return candidates.map((candidate) => draftOf(context, candidate)).filter((draft) => draft !== undefined);
}

function candidatesOf(context: ScanContext, statement: ts.Statement): readonly Candidate[] {
  const { ts, compiler, exports } = context;
  if (ts.isExportAssignment(statement) && statement.isExportEquals !== true) {
    const { expression } = statement;
    const name = nameOfFile(context, statement.getSourceFile());
    const types = writtenTypes(context, expression);
    return [{ name, exportName: 'default', node: statement, statement, expression, types }];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap((node): readonly Candidate[] => {
    if (!ts.isIdentifier(node.name)) return [];
    const { initializer, type, name } = node;
    const written = initializer ? writtenTypes(context, initializer) : [];
    if (!type && written.length === 0 && !(initializer && ts.isCallExpression(bare(context, initializer)))) return [];
    const symbol = compiler.symbolOf(name);
    const exportName = symbol && exports.exportName(symbol);
    return [
      {
        name: name.text,
        exportName,
        node,
        statement,
        expression: initializer,
        types: [...(type ? [type] : []), ...written],
      },
    ];
  });
}

function draftOf(context: ScanContext, candidate: Candidate): FunctionDraft | undefined {
  const { name, exportName, node, statement, expression, types } = candidate;
  const declared = types.find((type) => isFunctionType(catgaTypeName(context, type)));
  const made = expression && bare(context, expression);
  const call = made && isHandlerCall(context, made) ? made : undefined;
  if ((!declared && !call) || isTagged(context, [statement], 'ignore')) return undefined;
  if (exportName === undefined) {
    context.report('CATGA2001', { name, subject: 'handler' }, node);
    return undefined;
  }
  if (isAmbient(context, statement)) {
    context.report('CATGA2020', { name, subject: 'handler' }, node);
    return undefined;
  }
  if (!call) {
    // The type says nothing about dependencies, so what is not made here cannot be given any.
    const form = made && context.ts.isObjectLiteralExpression(made) ? 'an object' : 'something other than `handler(…)`';
    const instead = `Make it where it is declared: \`export const ${name}: ${declared?.getText() ?? 'FunctionHandler'} = handler(async (message, context, deps: Deps) => …)\`.`;
    context.report('CATGA2016', { name, subject: 'function handler', form, instead }, node);
    return undefined;
  }
  const takesBatches = context.compiler.symbolOf(call.expression)?.name === 'batchHandler';
  const tags = takesBatches ? ['order', 'batch'] : ['order'];
  const { batch, lifetime, order } = readConstructedTags(context, [statement], 'the function handler', name, tags);
  const module = context.exports.moduleOfFile(node.getSourceFile());
  const parameters = call.arguments[0] ? parametersOf(context, call.arguments[0]) : undefined;
  const [, second, third] = parameters ?? [];
  return {
    id: `${module}#${exportName}`,
    name,
    module,
    exportName,
    node,
    lifetime,
    order,
    call,
    takesBatches,
    ...(batch && { batch }),
    ...messageArgument(context, call, declared),
    isHandler: true,
    provides: [],
    // What is not written here may well use it.
    usesContext: parameters === undefined || second !== undefined || parameters.some((one) => isRest(context, one)),
    demands: functionDemands(context, name, parameters ?? [], third, node),
  };
}

function isFunctionType(name: string | undefined): boolean {
  return name === 'FunctionHandler' || name === 'FunctionBatchHandler';
}

function messageArgument(
  context: ScanContext,
  call: ts.CallExpression,
  declared: ts.TypeNode | undefined,
): Pick<FunctionDraft, 'argument' | 'messageType'> {
  const { ts, compiler } = context;
  const written = declared && ts.isTypeReferenceNode(declared) ? declared.typeArguments?.[0] : undefined;
  const argument = written ?? call.typeArguments?.[0];
  if (argument) return { argument, messageType: undefined };
  const [messageType] = compiler.typeArguments(compiler.typeOfExpression(call));
  return { argument: undefined, messageType };
}

function parametersOf(context: ScanContext, argument: ts.Expression): readonly ts.Symbol[] {
  const [signature] = context.compiler.callSignatures(context.compiler.typeOfExpression(argument));
  return signature?.getParameters() ?? [];
}

function isRest(context: ScanContext, parameter: ts.Symbol): boolean {
  const node = parameter.valueDeclaration;
  return node !== undefined && context.ts.isParameter(node) && node.dotDotDotToken !== undefined;
}
