import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';
import { phantom } from '../types/phantom.ts';

export type MessageKind = 'command' | 'query' | 'event';

/** What a message type promises, read off its phantom member. */
export interface MessageContract {
  readonly kind: MessageKind;
  readonly reliable: boolean;
  readonly response: ts.Type;
}

/**
 * The contract of a message type; `undefined` for anything else. Read by structure and not by identity, so that two
 * installed copies of the package agree. What could be of several kinds is a constraint, not a message.
 */
export function contractOf(context: ScanContext, type: ts.Type): MessageContract | undefined {
  const { compiler, ts } = context;
  if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Never)) !== 0) return undefined;
  const member = compiler.property(type, phantom);
  if (!member) return undefined;
  const contract = compiler.typeOfSymbol(member);
  const kind = memberType(context, contract, 'kind');
  const response = memberType(context, contract, 'response');
  if (!kind || !response || (kind.flags & ts.TypeFlags.StringLiteral) === 0) return undefined;
  const { value } = kind as ts.StringLiteralType;
  if (value !== 'command' && value !== 'query' && value !== 'event') return undefined;
  return { kind: value, reliable: compiler.property(contract, 'reliable') !== undefined, response };
}

function memberType(context: ScanContext, type: ts.Type, name: string): ts.Type | undefined {
  const symbol = context.compiler.property(type, name);
  return symbol && context.compiler.typeOfSymbol(symbol);
}
