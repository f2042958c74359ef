import type { Decision, DecisionCase } from '../../runtime/codecs/decision.ts';
import { quote } from '../emit/identifiers.ts';
import type { UnionType } from '../model/types.ts';
import { core, coreType, pure, type CodecModule } from './codec-module.ts';
import type { LiteralType } from '../model/types.ts';
import { literalValue, printLiteral } from './literal.ts';
import { decided, placeTagOf, tagOf, type Tag } from './union-plan.ts';

/** The constant by which values of a union find their variant. */
export function decisionConstant(module: CodecModule, type: UnionType, name: string): string {
  const { decision } = decided(module.index, type);
  const tag = tagOf(decision);
  const named = tag === undefined ? decisionText(module, decision) : tagText(module, 'byTag', quote(tag.member), tag);
  const wire = typeof decision === 'number' ? undefined : decision.wire;
  if (wire === undefined) {
    return tag === undefined
      ? `const ${name}: ${coreType(module, 'Decision')} = ${named};`
      : `const ${name} = ${named};`;
  }
  const place = placeTagOf(wire);
  const text = place === undefined ? decisionText(module, wire) : tagText(module, 'byPlace', place.member, place);
  return `const ${name} = ${pure(module, 'onWire', `${named}, ${text}`)};`;
}

function tagText(module: CodecModule, maker: 'byPlace' | 'byTag', member: string, { variants }: Tag): string {
  const leading = variants.map((literals) => {
    const texts = literals.map(printLiteral);
    return texts.length === 1 ? texts.join('') : `[${texts.join(', ')}]`;
  });
  return pure(module, maker, [member, ...leading].join(', '));
}

/** The constant with the values of a type that has literals only. */
export function literalsConstant(module: CodecModule, literals: readonly LiteralType[], name: string): string {
  const values = literals.map((literal) => printLiteral(literalValue(literal)));
  return `const ${name} = ${pure(module, 'literals', values.join(', '))};`;
}

/** Looks within looks that the compiler takes as they are. */
const MOST_NESTED = 8;

function decisionText(module: CodecModule, decision: Decision, depth = 1): string {
  if (typeof decision === 'number') return String(decision);
  const member = decision.member === undefined ? '' : `member: ${quote(decision.member)}, `;
  const cases = decision.cases.map((option) => caseText(module, option, depth + 1));
  const text = `{ ${member}cases: [${cases.join(', ')}] }`;
  return depth > MOST_NESTED ? pure(module, 'look', text) : text;
}

function caseText(module: CodecModule, { absent, literals, kinds, leads }: DecisionCase, depth: number): string {
  const parts: string[] = [];
  if (absent !== undefined) parts.push('absent: true');
  if (literals !== undefined) parts.push(`literals: [${literals.map(printLiteral).join(', ')}]`);
  if (kinds !== undefined) parts.push(`kinds: ${core(module, 'kinds')}(${kinds[0].map(quote).join(', ')})`);
  parts.push(`leads: ${decisionText(module, leads, depth)}`);
  return `{ ${parts.join(', ')} }`;
}
