import { describe, expect, it } from 'vitest';
import { interleave } from '../../bench/interleave.ts';
import { benchLine } from '../../bench/line.ts';
import { median } from '../../bench/statistics.ts';
import { linesTable } from '../../bench/table.ts';

describe('bench lines', () => {
  it('bench lines: a ratio above 1 says that ours takes less', () => {
    const line = benchLine({ bench: 'codec', case: 'small/encode', peer: 'avsc', ours: 100, theirs: 250, unit: 'ns' });
    expect(line).toEqual({
      bench: 'codec',
      case: 'small/encode',
      peer: 'avsc',
      ours: 100,
      theirs: 250,
      unit: 'ns',
      ratio: 2.5,
    });
  });

  it('bench lines: the best of several peers is named', () => {
    const line = benchLine({
      bench: 'codec',
      case: 'small/encode',
      peer: 'best-portable',
      ours: 1,
      theirs: 1,
      unit: 'ns',
      theirsName: 'avsc',
    });
    expect(line.theirs_name).toBe('avsc');
    expect(linesTable([line])).toContain('best-portable (avsc)');
  });

  it('bench statistics: the median of odd and even counts, whatever the order', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });

  it('bench interleaving: everything is measured once a round, each round starts with another, the first does not count', async () => {
    const order: string[] = [];
    let cold = true;
    const medians = await interleave(
      {
        a: async () => {
          order.push('a');
          const value = cold ? 1000 : 1;
          cold = false;
          return value;
        },
        b: async () => {
          order.push('b');
          return 2;
        },
      },
      1,
    );
    expect(order).toEqual(['a', 'b', 'b', 'a']);
    expect(medians).toEqual({ a: 1, b: 2 });
  });
});
