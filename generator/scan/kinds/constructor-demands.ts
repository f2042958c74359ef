import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';
import type { Demand } from './constructed.ts';

/** What the constructor of a class asks for. Of an overloaded one, the first signature says it. */
export function constructorDemands(
  context: ScanContext,
  symbol: ts.Symbol,
  { name, module, exportName }: { readonly name: string; readonly module: string; readonly exportName: string },
): readonly Demand[] {
  const { ts, compiler } = context;
  const [signature] = compiler.constructSignatures(compiler.typeOfSymbol(symbol));
  const demands: Demand[] = [];
  for (const [index, parameter] of (signature?.getParameters() ?? []).entries()) {
    const node = parameter.valueDeclaration;
    const declared = node && ts.isParameter(node) ? node : undefined;
    const type = compiler.typeOfSymbol(parameter);
    const reason = declared && problemOf(context, declared, type);
    if (declared && reason !== undefined) {
      // An inherited constructor may be in a package: then the class that inherits it is shown.
      const at = declared.getSourceFile().fileName.includes('/node_modules/') ? symbol.valueDeclaration : declared.name;
      const shown = ts.isIdentifier(declared.name) ? declared.name.text : declared.name.getText();
      context.report('CATGA2019', { parameter: shown, name, reason }, at ?? declared);
      continue;
    }
    demands.push({
      parameter: parameter.name,
      type,
      isOptional: declared !== undefined && (declared.questionToken ?? declared.initializer) !== undefined,
      node: node ?? symbol.valueDeclaration ?? context.files[0] ?? (node as never),
      ...(exportName !== 'default' && {
        indirect: { text: `ConstructorParameters<typeof ${exportName}>[${index}]`, name: exportName, module },
      }),
    });
  }
  return demands;
}

function problemOf(context: ScanContext, parameter: ts.ParameterDeclaration, type: ts.Type): string | undefined {
  if (parameter.dotDotDotToken) return 'is a rest parameter, for which there is no number of values to pass';
  if (context.ts.isIdentifier(parameter.name)) return undefined;
  // A type with a name gives the dependency one; `{ clock }: { clock: Clock }` has none.
  const symbol: ts.Symbol | undefined = type.aliasSymbol ?? type.symbol;
  const isNamed = symbol !== undefined && !symbol.name.startsWith('__');
  return isNamed ? undefined : 'is taken apart and has no name';
}
