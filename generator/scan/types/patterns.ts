import type { ts } from 'ts-morph';
import type { PatternCase, PatternPart } from '../../../runtime/codecs/pattern-part.ts';
import type { PatternType } from '../../model/types.ts';
import type { ScanContext } from '../scan-context.ts';

/** A template literal type, or an intrinsic one; `undefined` where it holds what has no text of its own. */
export function patternOf(context: ScanContext, type: ts.Type): PatternType | undefined {
  const parts = partsOf(context, type);
  return parts && { kind: 'pattern', alternatives: [merged(parts)] };
}

function partsOf(context: ScanContext, type: ts.Type): readonly PatternPart[] | undefined {
  const F = context.ts.TypeFlags;
  const { flags } = type;
  if (flags & F.StringLiteral) return [(type as ts.StringLiteralType).value];
  if (flags & F.String) return [{ of: 'string' }];
  if (flags & (F.Number | F.Enum)) return [{ of: 'number' }];
  if (flags & F.BigInt) return [{ of: 'bigint' }];
  // `${any}` accepts what `${string}` does.
  if (flags & F.Any) return [{ of: 'string' }];
  if (flags & F.TemplateLiteral) return templateParts(context, type as ts.TemplateLiteralType);
  if (flags & F.StringMapping) return mappingParts(context, type as ts.StringMappingType);
  // A brand adds nothing to the text.
  if (type.isIntersection()) {
    const primitive = type.types.find((part) => context.compiler.isPrimitive(part));
    return primitive && partsOf(context, primitive);
  }
  if (type.isUnion()) {
    const alternatives = type.types.map((part) => partsOf(context, part));
    const known = alternatives.filter((parts) => parts !== undefined);
    return known.length === alternatives.length ? [{ of: known.map(merged) }] : undefined;
  }
  return undefined;
}

function templateParts(
  context: ScanContext,
  { texts, types }: ts.TemplateLiteralType,
): readonly PatternPart[] | undefined {
  const parts: PatternPart[] = [texts[0] ?? ''];
  for (const [at, type] of types.entries()) {
    const inner = partsOf(context, type);
    if (inner === undefined) return undefined;
    parts.push(...inner, texts[at + 1] ?? '');
  }
  return parts;
}

function mappingParts(
  context: ScanContext,
  { symbol, type }: ts.StringMappingType,
): readonly PatternPart[] | undefined {
  const inner = partsOf(context, type);
  if (inner === undefined) return undefined;
  // The compiler knows no others.
  const name = symbol.name as PatternCase;
  const [only] = inner;
  if (inner.length === 1 && typeof only === 'object') return [{ ...only, cases: [name, ...(only.cases ?? [])] }];
  return [{ of: [inner], cases: [name] }];
}

/** Without empty pieces, and with those that stand next to each other as one. */
function merged(parts: readonly PatternPart[]): readonly PatternPart[] {
  const result: PatternPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}
