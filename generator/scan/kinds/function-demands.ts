import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';
import { isClass } from '../types/classes.ts';
import type { Demand } from './constructed.ts';

/** What the third parameter of a function handler asks for: the members of its type. */
export function functionDemands(
  context: ScanContext,
  name: string,
  parameters: readonly ts.Symbol[],
  parameter: ts.Symbol | undefined,
  fallback: ts.Node,
): readonly Demand[] {
  const { ts, compiler, exports } = context;
  for (const one of parameters) {
    const node = one.valueDeclaration;
    if (!node || !ts.isParameter(node) || !node.dotDotDotToken) continue;
    context.report('CATGA2019', { parameter: one.name, name, reason: 'is a rest parameter' }, node);
    return [];
  }
  const declaration = parameter?.valueDeclaration;
  const written = declaration && ts.isParameter(declaration) ? declaration.type : undefined;
  // Without a type of its own it is `never`, which nothing can be read from.
  if (!parameter || !written) return [];
  const type = compiler.nonNullable(compiler.typeOfSymbol(parameter));
  if (compiler.isUnresolved(type)) return [{ parameter: 'deps', type, isOptional: false, node: written }];
  const reason = problemOf(context, type);
  if (reason !== undefined) {
    context.report('CATGA2018', { name, type: written.getText().replace(/\s+/g, ' '), reason }, written);
    return [];
  }
  const symbol =
    ts.isTypeReferenceNode(written) && !written.typeArguments ? compiler.symbolOf(written.typeName) : undefined;
  const imported = symbol && exports.importOf(symbol);
  return compiler.properties(type).map((member): Demand => {
    const isOptional = (member.flags & ts.SymbolFlags.Optional) !== 0;
    const node = member.valueDeclaration ?? fallback;
    return {
      parameter: member.name,
      type: compiler.typeOfSymbol(member),
      isOptional,
      // What a package declares is shown where the project asks for it.
      node: node.getSourceFile() === fallback.getSourceFile() || !isInstalled(node) ? node : written,
      ...(imported &&
        imported.external !== true &&
        imported.name !== 'default' && {
          indirect: {
            text: `${imported.name}[${JSON.stringify(member.name)}]`,
            name: imported.name,
            module: imported.module,
          },
        }),
    };
  });
}

function problemOf(context: ScanContext, type: ts.Type): string | undefined {
  const { ts, compiler } = context;
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return 'it says nothing about what is needed';
  if (type.isUnion()) return 'which of its members are needed is not decided';
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return 'it is not an object';
  if (compiler.isArray(type) || compiler.isTuple(type)) return 'its elements have no names';
  if (compiler.callSignatures(type).length > 0) return 'it is a function';
  if (isClass(context, type)) return 'it is a class, whose members are not dependencies';
  if (compiler.indexSignatures(type).length > 0) return 'it has an index signature';
  return undefined;
}

function isInstalled(node: ts.Node): boolean {
  return node.getSourceFile().fileName.includes('/node_modules/');
}
