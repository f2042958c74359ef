import { createCatga, type Catga } from '../hosting/index.ts';
import type { EventMessage, RequestMessage } from '../messages/contract.ts';
import type { MessageCodecs } from '../messages/message-codecs.ts';
import type { MessageDescriptor } from '../messages/descriptor.ts';
import { CatgaError } from '../messages/error.ts';
import type { Registry } from '../ports/index.ts';
import { type Measurement, measure, measureAsync, type Skipped } from './measurement.ts';
import { jsonLines, table } from './report.ts';

/** What {@link benchmark} takes. */
export interface BenchmarkOptions {
  readonly registry: Registry;
  /** One sample of each message by wire name, as JSON has it: what the message's own JSON codec decodes. */
  readonly samples: Readonly<Record<string, unknown>>;
  /** `false`: measures codecs only, and starts nothing. For a registry whose external services are not there. Default `true`. */
  readonly handlers?: boolean;
  /** How long each case is measured, in milliseconds. Default 200. */
  readonly timeMs?: number;
  /** Sent or published at a time. Default 128. */
  readonly inFlight?: number;
  /** `--json`, `--only <text>`, `--time <ms>`. Default: those of the process. */
  readonly args?: readonly string[];
  /** Where the report goes. Default: standard output. */
  readonly print?: (text: string) => void;
}

/** What a benchmark found. */
export interface BenchmarkReport {
  readonly measured: readonly Measurement[];
  readonly skipped: readonly Skipped[];
}

/**
 * Measures the codecs of each message and, through the registry, its handlers: how often a second. Prints a table, or with
 * `--json` one JSON object a line. `catga generate --bench` writes a program that calls it.
 *
 * Stored messages (QoS 1 and 2) are published one after the other into the in-memory queue and handled by the way.
 *
 * @throws CatgaError `CONFIGURATION_INVALID` for arguments that it does not know; and what `createCatga` throws.
 */
export async function benchmark(options: BenchmarkOptions): Promise<BenchmarkReport> {
  const { isJson, only, timeMs } = parse(options.args ?? process.argv.slice(2), options.timeMs ?? 200);
  const inFlight = options.inFlight ?? 128;
  const measured: Measurement[] = [];
  const skipped: Skipped[] = [];
  const { registry, samples } = options;
  const app = options.handlers === false ? undefined : await createCatga({ service: 'bench', registry });
  try {
    for (const descriptor of registry.messages) {
      const { name } = descriptor;
      if (only !== undefined && !name.includes(only)) continue;
      const codecs = await descriptor.codecs.load();
      let sample: object;
      try {
        sample = sampleOf(descriptor, codecs, samples);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        skipped.push({
          message: name,
          case: 'all',
          reason: `its sample does not fit (${reason}): mend it in samples.json`,
        });
        continue;
      }
      measured.push(...measureCodecs(name, codecs, sample, timeMs));
      if (app === undefined) {
        skipped.push({
          message: name,
          case: caseOf(descriptor),
          reason: 'the external services of its handlers are not there',
        });
      } else if (descriptor.handlers.length === 0) {
        skipped.push({ message: name, case: caseOf(descriptor), reason: 'it has no handler here' });
      } else measured.push(await measureHandlers(descriptor, sample, app, { timeMs, inFlight }));
    }
  } finally {
    await app?.stop();
  }
  const report = { measured, skipped };
  const print = options.print ?? ((text: string) => process.stdout.write(text));
  print(isJson ? jsonLines(report) : table(report));
  return report;
}

function sampleOf(
  { name }: MessageDescriptor,
  { body }: MessageCodecs,
  samples: Readonly<Record<string, unknown>>,
): object {
  if (!Object.hasOwn(samples, name)) throw new CatgaError('CONFIGURATION_INVALID', 'there is none');
  // The codec answers with the message's declared type, which is an object.
  const sample = body.fromJson(samples[name]) as { $type?: string };
  // The name travels beside the body, not in it. Class messages have it on their prototype.
  if (sample.$type !== name) sample.$type = name;
  return sample;
}

function measureCodecs(
  message: string,
  { body }: MessageCodecs,
  sample: object,
  timeMs: number,
): readonly Measurement[] {
  const bytes = body.encode(sample);
  const json = body.encodeJson(sample);
  const jsonBytes = new TextEncoder().encode(json).length;
  return [
    { message, case: 'encode', perSecond: measure(() => body.encode(sample), timeMs), bytes: bytes.length },
    { message, case: 'decode', perSecond: measure(() => body.decode(bytes), timeMs), bytes: bytes.length },
    { message, case: 'encode-json', perSecond: measure(() => body.encodeJson(sample), timeMs), bytes: jsonBytes },
    { message, case: 'decode-json', perSecond: measure(() => body.decodeJson(json), timeMs), bytes: jsonBytes },
  ];
}

async function measureHandlers(
  descriptor: MessageDescriptor,
  sample: object,
  { mediator }: Catga,
  { timeMs, inFlight }: { readonly timeMs: number; readonly inFlight: number },
): Promise<Measurement> {
  const { kind, name } = descriptor;
  // The registry pairs the name with what the codec decoded; the phantom member exists in types only.
  const send = (): Promise<unknown> => mediator.send(sample as unknown as RequestMessage);
  const publish = (): Promise<unknown> => mediator.publish(sample as unknown as EventMessage);
  const run = kind === 'event' ? publish : send;
  const failed = failureOf(await run());
  const perSecond = await measureAsync(run, timeMs, inFlight);
  return { message: name, case: caseOf(descriptor), perSecond, ...(failed !== undefined && { failed }) };
}

function caseOf({ kind }: MessageDescriptor): string {
  return kind === 'event' ? 'publish' : 'send';
}

/** The code of what a result or a receipt says went wrong. */
function failureOf(outcome: unknown): string | undefined {
  const { ok, error, failures } = outcome as {
    readonly ok?: boolean;
    readonly error?: CatgaError;
    readonly failures?: readonly { readonly error: CatgaError }[];
  };
  return ok === false ? error?.code : failures?.[0]?.error.code;
}

function parse(
  args: readonly string[],
  standardMs: number,
): { readonly isJson: boolean; readonly only: string | undefined; readonly timeMs: number } {
  let isJson = false;
  let only: string | undefined;
  let timeMs = standardMs;
  const rest = args.values();
  for (const arg of rest) {
    if (arg === '--json') isJson = true;
    else if (arg === '--only') only = rest.next().value;
    else if (arg === '--time') timeMs = Number(rest.next().value);
    else
      throw new CatgaError(
        'CONFIGURATION_INVALID',
        `${arg} is not known; there are --json, --only <text> and --time <ms>`,
      );
  }
  if (!(timeMs > 0)) throw new CatgaError('CONFIGURATION_INVALID', '--time takes a number of milliseconds above 0');
  return { isJson, only, timeMs };
}
