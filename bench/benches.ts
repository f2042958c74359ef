import { analyzeBench } from './analyze/index.ts';
import type { Bench } from './bench.ts';
import { codecBench } from './codec/index.ts';
import { dispatchBench } from './dispatch/index.ts';
import { generateBench } from './generate/index.ts';
import { startupBench } from './startup/index.ts';

/** Every benchmark that there is. */
export const benches: readonly Bench[] = [analyzeBench, codecBench, dispatchBench, generateBench, startupBench];
