import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../runtime/ports/index.ts';

describe('system clock', () => {
  afterEach(() => void vi.useRealTimers());

  it.each([1, 1_000, 2 ** 31 - 1, 2 ** 31, 2 ** 33 + 7])('runs a task after %s ms, not sooner', async (delayMs) => {
    vi.useFakeTimers();
    let ran = 0;
    systemClock.schedule(delayMs, () => ran++);
    await vi.advanceTimersByTimeAsync(delayMs - 1);
    expect(ran).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(ran).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('runs what is due already as soon as it can', async () => {
    vi.useFakeTimers();
    let ran = 0;
    systemClock.schedule(-5, () => ran++);
    expect(ran).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(ran).toBe(1);
  });

  it('calls a task off, also in the middle of a long wait', async () => {
    vi.useFakeTimers();
    let ran = 0;
    const callOff = systemClock.schedule(2 ** 32, () => ran++);
    await vi.advanceTimersByTimeAsync(2 ** 31);
    callOff();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(2 ** 32);
    expect(ran).toBe(0);
  });
});
