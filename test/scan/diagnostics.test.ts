import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import {
  type Diagnostic,
  createDiagnostic,
  formatDiagnostic,
  sortDiagnostics,
} from '../../generator/diagnostics/index.ts';
import { fixtures } from './fixture.ts';

const position = { file: 'src/orders.ts', line: 2, column: 12 };

const at = (line: number, id: 'CATGA1101' | 'CATGA1102'): Diagnostic =>
  createDiagnostic(id, { path: 'A.b' }, { ...position, line });

describe('diagnostics', () => {
  it('table: no template place is left empty in any fixture', () => {
    for (const { name } of readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      const findings = readFileSync(`${fixtures}${name}/expected.txt`, 'utf8')
        .split('\n')
        .filter((line) => / CATGA\d{4} /.test(line));
      expect(findings.filter((line) => /\{(name|path|tag|type|reason|member|message|property)\}/.test(line))).toEqual(
        [],
      );
    }
  });

  it('format: shows place, frame, path, chain and way out', () => {
    const diagnostic = createDiagnostic('CATGA1101', { path: 'PlaceOrder.check' }, position, {
      end: { line: 2, column: 17 },
      path: 'PlaceOrder.check',
      neededBy: ['A', 'B'],
      related: [{ position: { ...position, line: 9 }, message: 'and here' }],
    });
    const source = 'interface PlaceOrder {\n  readonly check: () => void;\n}\n';
    expect(formatDiagnostic(diagnostic, { readSource: () => source })).toBe(
      [
        'src/orders.ts:2:12 error CATGA1101: PlaceOrder.check is a function, which cannot be sent.',
        '',
        '  2 |   readonly check: () => void;',
        '    |            ^^^^^',
        '  path: PlaceOrder.check',
        '  needed by: A',
        '       then: B',
        '  see src/orders.ts:9:12: and here',
        '  help: Remove it from the message; behavior belongs to handlers and services.',
      ].join('\n'),
    );
  });

  it('format: keeps tabs before the marker and colours only when asked', () => {
    const diagnostic = createDiagnostic('CATGA1102', { path: 'A.b' }, { file: 'a.ts', line: 1, column: 2 });
    const plain = formatDiagnostic(diagnostic, { readSource: () => '\tname: symbol' });
    expect(plain).toContain('\n    | \t^^^^\n');
    expect(plain).not.toContain('\u001B');
    expect(formatDiagnostic(diagnostic, { colors: true })).toContain('\u001B[31merror');
  });

  it('sort: by position, then id, each finding once', () => {
    const sorted = sortDiagnostics([at(9, 'CATGA1101'), at(2, 'CATGA1102'), at(2, 'CATGA1101'), at(9, 'CATGA1101')]);
    expect(sorted.map(({ id, position: { line } }) => `${line} ${id}`)).toEqual([
      '2 CATGA1101',
      '2 CATGA1102',
      '9 CATGA1101',
    ]);
  });
});
