export { benchProgram } from './program.ts';
export { sampleMessages } from './sample.ts';
