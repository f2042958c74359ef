export { dispatchBench } from './dispatch-bench.ts';
