import type { ts } from 'ts-morph';
import { firstDeclaration } from '../declarations-of.ts';
import { symbolKey } from '../qualified-name.ts';
import type { ScanContext } from '../scan-context.ts';
import type { Identities } from '../types/identity.ts';
import { typeText } from './type-text.ts';

/**
 * A text that two types share exactly when the compiler takes them for the same: what one asks for and another provides
 * is compared by it, since fragments outlive the compiler's types. Look-alikes differ.
 */
export function dependencyKey(context: ScanContext, identities: Identities, type: ts.Type): string {
  const { ts } = context;
  const key = identities.key(type);
  const symbol: ts.Symbol | undefined = type.aliasSymbol ?? type.symbol;
  if (!symbol) return key;
  const isDeclared =
    (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0;
  if (isDeclared) return `${key} ${symbolKey(ts, symbol)}`;
  // A function or an object without a name: what is written the same with the same imports is the same.
  const written = typeText(context, type);
  if (written) return `${key} ${JSON.stringify(written)}`;
  const node = firstDeclaration(symbol);
  return node ? `${key} ${node.getSourceFile().fileName}:${node.pos}` : key;
}
