import type { PatternPart } from '../../runtime/codecs/pattern-part.ts';
import { quote } from '../emit/identifiers.ts';
import type { PatternType } from '../model/types.ts';
import { pure, type CodecModule } from './codec-module.ts';

/** The constant that checks text of a form. */
export function patternConstant(module: CodecModule, { alternatives }: PatternType, name: string): string {
  return `const ${name} = ${pure(module, 'pattern', alternatives.map(partsText).join(', '))};`;
}

function partsText(parts: readonly PatternPart[]): string {
  return `[${parts.map(partText).join(', ')}]`;
}

function partText(part: PatternPart): string {
  if (typeof part === 'string') return quote(part);
  const of = typeof part.of === 'string' ? quote(part.of) : `[${part.of.map(partsText).join(', ')}]`;
  const cases = part.cases === undefined ? '' : `, cases: [${part.cases.map(quote).join(', ')}]`;
  return `{ of: ${of}${cases} }`;
}
