export { analyzeBench } from './analyze-bench.ts';
