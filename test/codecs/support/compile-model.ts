import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Codec } from '../../../runtime/codecs/codec.ts';
import { codecModuleOf, codecNames, emitCodecs } from '../../../generator/codecs/index.ts';
import type { ProjectModel } from '../../../generator/model/project.ts';

export type Codecs = ReadonlyMap<string, Codec<unknown>>;

const options = { importExtension: '.ts', output: 'src/catga', generatorVersion: '0.0.0' } as const;

/** Emits the codecs of a model, writes them to a folder of their own and loads them; by wire name. */
export async function compileModel(
  model: ProjectModel,
  sources: Readonly<Record<string, string>> = {},
): Promise<Codecs> {
  const folder = mkdtempSync(join(tmpdir(), 'catga-codecs-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const { path, text } of emitCodecs(model, options)) write(join(options.output, path), text);
  for (const [path, text] of Object.entries(sources)) write(path, text);
  const codecs = new Map<string, Codec<unknown>>();
  for (const message of model.messages) {
    const path = join(folder, options.output, `${codecModuleOf(message, options)}.ts`);
    const loaded = (await import(/* @vite-ignore */ path)) as Readonly<Record<string, Codec<unknown>>>;
    const { body, response } = codecNames(message);
    const codec = loaded[body];
    if (codec !== undefined) codecs.set(message.name, codec);
    const answer = loaded[response];
    if (answer !== undefined) codecs.set(`${message.name} response`, answer);
  }
  // What was imported stays in memory.
  rmSync(folder, { recursive: true });
  return codecs;
}
