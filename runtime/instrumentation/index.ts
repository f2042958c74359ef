export { combineInstrumentation, noInstrumentation } from './instrumentation.ts';
export { loggingInstrumentation } from './logging.ts';

export type { Instrumentation, InstrumentationEvent, Operation } from './instrumentation.ts';
export type { Logger } from './logger.ts';
