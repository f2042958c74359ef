import type { Decision, DecisionCase } from '../../runtime/codecs/decision.ts';
import { compare, quote } from '../emit/identifiers.ts';
import type { Printer } from '../emit/printer.ts';
import type { TypeModel, UnionType } from '../model/types.ts';
import { coreType, use, usePart, type CodecModule } from './codec-module.ts';
import { onlyLiterals } from './emit-literals.ts';
import { literalValue, printLiteral } from './literal.ts';
import { decided } from './union-plan.ts';

export function printDecision(printer: Printer, type: string, name: string, decision: Decision): void {
  const text = decisionText(decision);
  const flat = `const ${name}: ${type} = ${text};`;
  if (printer.fits(flat) || typeof decision === 'number') {
    printer.line(flat);
    return;
  }
  const member = decision.member === undefined ? '' : `member: ${quote(decision.member)}, `;
  printer.block(
    `const ${name}: ${type} = {`,
    () => {
      if (member !== '') printer.line(member.trim());
      printer.block('cases: [', () => printer.lines(decision.cases.map((option) => `${caseText(option)},`)), '],');
    },
    '};',
  );
}

function decisionText(decision: Decision): string {
  if (typeof decision === 'number') return String(decision);
  const member = decision.member === undefined ? '' : `member: ${quote(decision.member)}, `;
  return `{ ${member}cases: [${decision.cases.map(caseText).join(', ')}] }`;
}

function caseText({ absent, literals, kinds, leads }: DecisionCase): string {
  const parts: string[] = [];
  if (absent !== undefined) parts.push('absent: true');
  if (literals !== undefined) parts.push(`literals: [${literals.map(printLiteral).join(', ')}]`);
  if (kinds !== undefined) {
    parts.push(`kinds: [${kinds.map((side) => `[${side.map(quote).join(', ')}]`).join(', ')}]`);
  }
  parts.push(`leads: ${decisionText(leads)}`);
  return `{ ${parts.join(', ')} }`;
}

/** The constant that the functions of a union refer to. */
export function printConstant(printer: Printer, module: CodecModule, type: UnionType, name: string): void {
  const plan = decided(module, type);
  const literals = onlyLiterals(plan.variants);
  if (literals === undefined) return printDecision(printer, coreType(module, 'Decision'), name, plan.decision);
  const values = literals.map((literal) => printLiteral(literalValue(literal)));
  const types = [...new Set(literals.map((literal) => typeof literalValue(literal)))].toSorted(compare);
  const element = types.length > 1 ? `(${types.join(' | ')})` : types.join('');
  printer.list(`const ${name}: readonly ${element}[] = [`, values, '];');
}

/** The shape of a type, as text. */
export function shapeText(module: CodecModule, type: TypeModel, name: string): string {
  switch (type.kind) {
    case 'array':
    case 'set':
      return `{ kind: '${type.kind}', element: ${shapeText(module, type.element, `${name}Item`)} }`;
    case 'tuple': {
      const elements = type.elements.map((element, at) => shapeText(module, element, `${name}${at}`));
      return `{ kind: 'tuple', elements: [${elements.join(', ')}] }`;
    }
    case 'map': {
      const key = shapeText(module, type.key, `${name}Key`);
      return `{ kind: 'map', key: ${key}, value: ${shapeText(module, type.value, `${name}Value`)} }`;
    }
    case 'record':
      return `{ kind: 'record', key: '${type.key}', value: ${shapeText(module, type.value, `${name}Value`)} }`;
    case 'literal':
      return `{ kind: 'literals', values: [${printLiteral(literalValue(type))}] }`;
    case 'reference': {
      const recursive = module.index.recursive.has(type.id) ? ', recursive: true' : '';
      return `{ kind: 'reference', of: () => ${use(module, 'shape', type, name)}${recursive} }`;
    }
    case 'union': {
      const plan = decided(module, type);
      if (onlyLiterals(plan.variants) !== undefined) {
        return `{ kind: 'literals', values: ${usePart(module, 'literals', type, name)} }`;
      }
      const decision = usePart(module, 'decision', type, name);
      const variants = plan.variants.map((variant, at) => shapeText(module, variant, `${name}${at}`));
      return `{ kind: 'union', decision: ${decision}, variants: [${variants.join(', ')}] }`;
    }
    default:
      return quote(type.kind);
  }
}
