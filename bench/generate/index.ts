export { generateBench } from './generate-bench.ts';
