import type { Decision, DecisionCase } from '../../runtime/codecs/decision.ts';
import { quote } from '../emit/identifiers.ts';
import type { Printer } from '../emit/printer.ts';
import { printLiteral } from './emit-object-write.ts';

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
