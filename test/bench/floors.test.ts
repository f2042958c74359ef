import { describe, expect, it } from 'vitest';
import { benches } from '../../bench/benches.ts';
import { floors } from '../../bench/floors.ts';
import { benchLine, type BenchLine } from '../../bench/line.ts';
import { verdicts } from '../../bench/verdict.ts';

function line(benchCase: string, ours: number, theirs: number): BenchLine {
  return benchLine({ bench: 'dispatch', case: benchCase, peer: 'direct', ours, theirs, unit: 'ns' });
}

describe('bench floors', () => {
  it.each(floors.map((floor) => [`${floor.bench} ${floor.case} ${floor.peer}`, floor] as const))(
    'bench floors: %s is a comparison that a benchmark makes',
    (_title, floor) => {
      const bench = benches.find((each) => each.name === floor.bench);
      expect(bench?.cases[floor.case]).toContain(floor.peer);
    },
  );

  it('bench floors: the required ids are there', () => {
    const ids = benches.flatMap((bench) => Object.keys(bench.cases).map((benchCase) => `${bench.name} ${benchCase}`));
    expect(ids).toEqual(
      expect.arrayContaining([
        'dispatch send/8',
        'dispatch hooks/3',
        'dispatch behaviors/3',
        'dispatch publish/3',
        'generate cold/1000',
        'generate cold/5000',
        'generate edit/1000',
        'generate noop/1000',
        'generate watch/1000',
        'generate typecheck/1000',
        'startup first-command/1000',
        'startup first-command/1000-single-file',
      ]),
    );
  });

  it('bench floors: a ratio above the stretch, between both, below the floor and none are told apart', () => {
    const outcome = verdicts('dispatch', [line('send/8', 70, 50), line('hooks/3', 130, 50), line('publish/3', 90, 50)]);
    const direct = outcome.filter(({ floor }) => floor.peer === 'direct');
    expect(direct.map((verdict) => [verdict.floor.case, verdict.outcome])).toEqual([
      ['send/8', 'stretch'],
      ['hooks/3', 'met'],
      ['behaviors/3', 'not measured'],
      ['publish/3', 'missed'],
    ]);
  });
});
