import { Consumer } from '../delivery/index.ts';
import { messageIds } from '../ids/index.ts';
import { combineInstrumentation, type Instrumentation, loggingInstrumentation } from '../instrumentation/index.ts';
import { LocalEngine, LocalMediator } from '../mediator/index.ts';
import { MemoryQueue } from '../memory/index.ts';
import { loadCodecs, systemClock } from '../ports/index.ts';
import type { Catga } from './catga.ts';
import { checkRegistry } from './check-registry.ts';
import {
  type CatgaOptions,
  checkService,
  resolveBatchLimits,
  resolveDeliveryPolicy,
  resolveQueueOptions,
} from './options.ts';
import { Running } from './running.ts';

/**
 * Starts an application: checks the registry, constructs its services and handlers, and begins to deliver.
 *
 * Messages of QoS 1 and 2 are kept in memory: they survive a handler that fails, not the end of the process.
 *
 * @throws CatgaError `CONFIGURATION_INVALID` for an option out of range, `REGISTRY_INVALID` for a registry that this runtime
 * cannot run; and whatever a provider or constructor throws, after what had been made was disposed of.
 *
 * @example
 * ```ts
 * import { createCatga, type Registry } from 'catga';
 *
 * export async function main(registry: Registry): Promise<void> {
 *   const app = await createCatga({ service: 'orders', registry, logger: console });
 *   process.once('SIGTERM', () => void app.stop().catch(console.error));
 * }
 * ```
 */
export async function createCatga(options: CatgaOptions): Promise<Catga> {
  checkService(options.service);
  checkRegistry(options.registry);
  const clock = options.clock ?? systemClock;
  const queueOptions = resolveQueueOptions(options.queue);
  const policy = resolveDeliveryPolicy(options.delivery);
  const batchLimits = resolveBatchLimits(options.batching);
  const instrumentation = instrumentationOf(options);
  // Before the services: when a module is missing, there is nothing yet to dispose of.
  const verifyWith = options.verifyWire === true ? await loadCodecs(options.registry.messages) : undefined;
  const dispatcher = await options.registry.start();
  const queue = new MemoryQueue({ ...queueOptions, clock });
  const engine = new LocalEngine({
    registry: options.registry,
    dispatcher,
    queue,
    clock,
    newId: options.ids ?? messageIds(),
    instrumentation,
    behaviors: options.behaviors ?? [],
    verifyWith,
    batchLimits,
  });
  return new Running({
    service: options.service,
    registry: options.registry,
    mediator: new LocalMediator(engine),
    engine,
    queue,
    consumer: new Consumer(engine, queue, policy),
    dispatcher,
  });
}

function instrumentationOf(options: CatgaOptions): Instrumentation {
  const targets: Instrumentation[] = [];
  if (options.instrumentation !== undefined) targets.push(options.instrumentation);
  if (options.logger !== undefined) targets.push(loggingInstrumentation(options.logger));
  return combineInstrumentation(targets);
}
