import type { ts } from 'ts-morph';
import type { TypeView } from '../syntax/type-view.ts';
import { catgaNameOf } from './catga-name.ts';

const interfaces: ReadonlySet<string> = new Set(['BatchHandler', 'EventHandler', 'RequestHandler']);
const makers: ReadonlySet<string> = new Set(['batchHandler', 'handler']);

/** The type of the messages that a declaration handles, whether the generator takes it or not; `undefined`: it is no handler. */
export function handledType(
  view: TypeView,
  node: ts.ClassLikeDeclaration | ts.VariableDeclaration,
): ts.Type | undefined {
  return view.ts.isClassLike(node) ? typeOfClass(view, node) : typeOfFunction(view, node);
}

function typeOfFunction(view: TypeView, { initializer }: ts.VariableDeclaration): ts.Type | undefined {
  const { ts, checker } = view;
  let call = initializer;
  while (
    call !== undefined &&
    (ts.isParenthesizedExpression(call) || ts.isAsExpression(call) || ts.isSatisfiesExpression(call))
  ) {
    call = call.expression;
  }
  if (call === undefined || !ts.isCallExpression(call)) return undefined;
  if (!makers.has(catgaNameOf(view, call.expression) ?? '')) return undefined;
  const [written] = call.typeArguments ?? [];
  if (written !== undefined) return checker.getTypeFromTypeNode(written);
  const made = checker.getTypeAtLocation(call);
  return 'target' in made ? checker.getTypeArguments(made as ts.TypeReference)[0] : undefined;
}

function typeOfClass(view: TypeView, node: ts.ClassLikeDeclaration): ts.Type | undefined {
  const { checker } = view;
  const written = (node.heritageClauses ?? [])
    .flatMap(({ types }) => types)
    .find((base) => interfaces.has(catgaNameOf(view, base.expression) ?? ''))?.typeArguments?.[0];
  if (written !== undefined) return checker.getTypeFromTypeNode(written);
  if (!isHandler(view, node, new Set())) return undefined;
  // A base class has the interface: what it is instantiated with shows in the method.
  const method = checker.getPropertyOfType(checker.getTypeAtLocation(node), 'handle');
  const parameter = method && checker.getTypeOfSymbolAtLocation(method, node).getCallSignatures()[0]?.parameters[0];
  if (parameter === undefined) return undefined;
  const taken = checker.getTypeOfSymbolAtLocation(parameter, node);
  return checker.isArrayType(taken) ? checker.getTypeArguments(taken as ts.TypeReference)[0] : taken;
}

function isHandler(view: TypeView, node: ts.Node, seen: Set<ts.Node>): boolean {
  const { ts, checker } = view;
  if ((!ts.isClassLike(node) && !ts.isInterfaceDeclaration(node)) || seen.has(node)) return false;
  seen.add(node);
  return (node.heritageClauses ?? [])
    .flatMap(({ types }) => types)
    .some(({ expression }) => {
      if (interfaces.has(catgaNameOf(view, expression) ?? '')) return true;
      const symbol = checker.getSymbolAtLocation(expression);
      const target =
        symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
      return (target?.declarations ?? []).some((declaration) => isHandler(view, declaration, seen));
    });
}
