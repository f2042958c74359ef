import { codecModuleOf, codecNames } from '../codecs/index.ts';
import type { MessageModel } from '../model/project.ts';
import { camelCase, quote } from './identifiers.ts';
import { Names } from './names.ts';
import type { Plan } from './plan.ts';
import type { Printer } from './printer.ts';
import type { References } from './references.ts';

/** The loaders of the project's own codec modules, by module: `ordersMessagesCodecs`. */
export type CodecLoaders = ReadonlyMap<string, string>;

/**
 * Names a loader for each codec module.
 *
 * @param taken - Names that the file declares or exports besides.
 */
export function nameCodecLoaders(plan: Plan, taken: Iterable<string>): CodecLoaders {
  const names = new Names(taken);
  const loaders = new Map<string, string>();
  for (const message of plan.own.model.messages) {
    const path = codecModuleOf(message, plan);
    if (loaders.has(path)) continue;
    loaders.set(path, names.take(camelCase(`${path.slice(path.indexOf('/') + 1)}-codecs`)));
  }
  return loaders;
}

/** One loader a codec module. `import()` stands in the text, with a literal, because that is what bundlers follow. */
export function printCodecLoaders(
  printer: Printer,
  loaders: CodecLoaders,
  plan: Plan,
  references: References,
  from: string,
): void {
  for (const [path, name] of loaders) {
    const load = `() => import(${quote(plan.specifiers.generated(path, from))})`;
    const make = references.runtimeValue('codecModule');
    printer.call(`const ${name} = /*#__PURE__*/ `, `${make}(${quote(path)}, ${load})`, ';');
  }
}

/** An expression that makes the loader of one message's codecs, in the parts that {@link Printer.list} takes. */
export function codecLoader(
  message: MessageModel,
  loaders: CodecLoaders,
  plan: Plan,
): { readonly open: string; readonly items: readonly string[]; readonly close: string } {
  const { body, response } = codecNames(message);
  const items = [`body: m.${body}`, ...(message.response === undefined ? [] : [`response: m.${response}`])];
  return { open: `${loaders.get(codecModuleOf(message, plan))}((m) => ({`, items, close: '}))' };
}

/** The name under which a package exports the loader of a message's codecs to those who compose it. */
export function composedCodecsName({ variable }: MessageModel): string {
  return `${variable}Codecs`;
}
