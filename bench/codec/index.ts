export { codecBench } from './codec-bench.ts';
