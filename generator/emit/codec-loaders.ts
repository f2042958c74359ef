import { codecModuleOf, codecNames, formerName } from '../codecs/index.ts';
import type { MessageModel } from '../model/project.ts';
import { camelCase, quote } from './identifiers.ts';
import { Names } from './names.ts';
import type { Plan } from './plan.ts';
import type { Printer } from './printer.ts';
import type { References } from './references.ts';

/** The name of the loader of a message's codecs, as those who compose the package import it too. */
export function codecLoaderName({ variable }: MessageModel): string {
  return `${variable}Codecs`;
}

/**
 * Names a loader for each of the project's own codec modules: `ordersMessagesCodecs`.
 *
 * @param taken - Names that the file declares besides.
 */
export function nameCodecModules(plan: Plan, taken: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Names(taken);
  const loaders = new Map<string, string>();
  for (const message of plan.own.model.messages) {
    const path = codecModuleOf(message, plan);
    if (loaders.has(path)) continue;
    loaders.set(path, names.take(camelCase(`${path.slice(path.indexOf('/') + 1)}-codecs`)));
  }
  return loaders;
}

/**
 * A loader a codec module, and an exported one a message. `import()` stands in the text, with a literal, because that is what
 * bundlers follow.
 *
 * @param modules - From {@link nameCodecModules}.
 * @param from - The file that is printed.
 */
export function printCodecLoaders(
  printer: Printer,
  modules: ReadonlyMap<string, string>,
  plan: Plan,
  references: References,
  from: string,
): void {
  if (modules.size === 0) return;
  const make = references.runtimeValue('codecModule');
  const type = references.runtimeType('CodecLoader');
  for (const [path, name] of modules) {
    const load = `() => import(${quote(plan.specifiers.generated(path, from))})`;
    printer.call(`const ${name} = /*#__PURE__*/ `, `${make}(${quote(path)}, ${load})`, ';');
  }
  printer.line();
  for (const message of plan.own.model.messages) {
    const { body, response } = codecNames(message);
    const items = [`body: m.${body}`, ...(message.response === undefined ? [] : [`response: m.${response}`])];
    if (plan.upcastMessages.has(message.name)) items.push(`former: m.${formerName(message)}`);
    const open = `${modules.get(codecModuleOf(message, plan))}((m) => ({`;
    printer.list(`export const ${codecLoaderName(message)}: ${type} = /*#__PURE__*/ ${open}`, items, '}));', ' ');
  }
  printer.line();
}
