export { startupBench } from './startup-bench.ts';
