import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';
import type { BatchModel } from '../../model/project.ts';
import { isTagged, readConstructedTags } from '../tags/constructed-tags.ts';
import type { Demand, Draft } from './constructed.ts';

/** A constant of type `FunctionHandler<M>`, made by `handler(…)`, or its like for batches. */
export interface FunctionDraft extends Draft {
  readonly order: number;
  readonly argument: ts.TypeNode | undefined;
  readonly messageType: ts.Type | undefined;
  readonly usesContext: boolean;
  /** Made by `batchHandler(…)`. */
  readonly takesBatches: boolean;
  /** Its own `@batch`. */
  readonly batch?: BatchModel;
}

export function findFunctionHandlers(context: ScanContext): readonly FunctionDraft[] {
  return context.files.flatMap((file) => context.fragments.within(file.fileName, () => functionsIn(context, file)));
}

function functionsIn(context: ScanContext, file: ts.SourceFile): readonly FunctionDraft[] {
  const { ts } = context;
  const found: FunctionDraft[] = [];
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) {
      const draft = draftOf(context, statement, declaration);
      if (draft) found.push(draft);
    }
  }
  return found;
}

function draftOf(
  context: ScanContext,
  statement: ts.VariableStatement,
  node: ts.VariableDeclaration,
): FunctionDraft | undefined {
  const { ts, compiler, exports } = context;
  if (!ts.isIdentifier(node.name)) return undefined;
  const argument = messageArgument(context, node);
  if (!argument || isTagged(context, statement, 'ignore')) return undefined;
  const name = node.name.text;
  const symbol = compiler.symbolOf(node.name);
  const exportName = symbol && exports.exportName(symbol);
  if (exportName === undefined) {
    context.report('CATGA2001', { name, subject: 'handler' }, node);
    return undefined;
  }
  const tags = argument.takesBatches ? ['order', 'batch'] : ['order'];
  const { batch, lifetime, order } = readConstructedTags(context, statement, 'the function handler', name, tags);
  const module = exports.moduleOfFile(node.getSourceFile());
  const call = node.initializer && ts.isCallExpression(node.initializer) ? node.initializer : undefined;
  const parameters = call?.arguments[0] ? parametersOf(context, call.arguments[0]) : undefined;
  return {
    id: `${module}#${exportName}`,
    name,
    module,
    exportName,
    node,
    lifetime,
    order,
    argument: argument.node,
    messageType: argument.type,
    takesBatches: argument.takesBatches,
    ...(batch && { batch }),
    isHandler: true,
    provides: [],
    // What is not written here may well use it.
    usesContext: parameters === undefined || parameters.length > 1,
    demands: parameters?.[2] ? dependencyDemands(context, parameters[2], node) : [],
  };
}

/** What a function handler is declared for, and whether it takes it by the array. */
interface MessageArgument {
  readonly node?: ts.TypeNode;
  readonly type?: ts.Type;
  readonly takesBatches: boolean;
}

function messageArgument(context: ScanContext, node: ts.VariableDeclaration): MessageArgument | undefined {
  const { ts, compiler, exports } = context;
  if (node.type) {
    if (!ts.isTypeReferenceNode(node.type)) return undefined;
    const symbol = compiler.symbolOf(node.type.typeName);
    const takesBatches = symbol?.name === 'FunctionBatchHandler';
    if (!symbol || (symbol.name !== 'FunctionHandler' && !takesBatches) || !exports.isCatga(symbol)) return undefined;
    const [argument] = node.type.typeArguments ?? [];
    return argument ? { node: argument, takesBatches } : { takesBatches };
  }
  if (!node.initializer || !ts.isCallExpression(node.initializer)) return undefined;
  const callee = compiler.symbolOf(node.initializer.expression);
  const takesBatches = callee?.name === 'batchHandler';
  if (!callee || (callee.name !== 'handler' && !takesBatches) || !exports.isCatga(callee)) return undefined;
  const [argument] = node.initializer.typeArguments ?? [];
  if (argument) return { node: argument, takesBatches };
  const [type] = compiler.typeArguments(compiler.typeOfExpression(node.initializer));
  return type ? { type, takesBatches } : { takesBatches };
}

function parametersOf(context: ScanContext, argument: ts.Expression): readonly ts.Symbol[] {
  const [signature] = context.compiler.callSignatures(context.compiler.typeOfExpression(argument));
  return signature?.getParameters() ?? [];
}

function dependencyDemands(context: ScanContext, parameter: ts.Symbol, fallback: ts.Node): readonly Demand[] {
  const { ts, compiler, exports } = context;
  const type = compiler.typeOfSymbol(parameter);
  const written =
    parameter.valueDeclaration && ts.isParameter(parameter.valueDeclaration)
      ? parameter.valueDeclaration.type
      : undefined;
  if (!written) return [];
  const symbol =
    ts.isTypeReferenceNode(written) && !written.typeArguments ? compiler.symbolOf(written.typeName) : undefined;
  const imported = symbol && exports.importOf(symbol);
  if (compiler.isUnresolved(type)) {
    return [{ parameter: 'deps', type, isOptional: false, node: written }];
  }
  return compiler.properties(type).map((member): Demand => {
    const isOptional = (member.flags & ts.SymbolFlags.Optional) !== 0;
    return {
      parameter: member.name,
      type: compiler.typeOfSymbol(member),
      isOptional,
      node: member.valueDeclaration ?? fallback,
      ...(imported &&
        imported.external !== true && {
          indirect: {
            text: `${imported.name}[${JSON.stringify(member.name)}]`,
            name: imported.name,
            module: imported.module,
          },
        }),
    };
  });
}
