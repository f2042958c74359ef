import { type Catga, type CatgaOptions, createCatga } from '../hosting/index.ts';
import { combineInstrumentation } from '../instrumentation/index.ts';
import { type CollectingInstrumentation, collectingInstrumentation } from './collecting-instrumentation.ts';

/** A running application that also keeps what its instrumentation reports. */
export interface TestCatga extends Catga {
  readonly recorded: CollectingInstrumentation;
}

/** As {@link CatgaOptions}; the service has a name by default. */
export type TestCatgaOptions = Omit<CatgaOptions, 'service'> & Partial<Pick<CatgaOptions, 'service'>>;

/**
 * Starts an application for a test: as `createCatga`, but `verifyWire` is on by default, so that what would not travel between
 * services fails here, and everything reported is kept in `recorded`.
 */
export async function createTestCatga(options: TestCatgaOptions): Promise<TestCatga> {
  const recorded = collectingInstrumentation();
  const targets = options.instrumentation === undefined ? [recorded] : [recorded, options.instrumentation];
  const app = await createCatga({
    service: 'test',
    verifyWire: true,
    ...options,
    instrumentation: combineInstrumentation(targets),
  });
  return {
    service: app.service,
    registry: app.registry,
    mediator: app.mediator,
    deadLetters: app.deadLetters,
    recorded,
    health: () => app.health(),
    stop: (stopOptions) => app.stop(stopOptions),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  };
}
