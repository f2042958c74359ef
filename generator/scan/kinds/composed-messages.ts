import { dirname } from 'node:path';
import type { ts } from 'ts-morph';
import type { ComposedPackage } from '../../composition/index.ts';
import type { MessageModel } from '../../model/project.ts';
import { toPosix, withoutExtension } from '../project-paths.ts';

/** Finds the message of a composed package that a type of that package is. */
export type ComposedMessages = (symbol: ts.Symbol) => MessageModel | undefined;

/**
 * A handler of the application may name an event of a composed package by its type. Which message that is follows from the
 * package that declares the type and the name that it has there: the manifest tells no more that would survive a build.
 */
export function composedMessages(packages: readonly ComposedPackage[]): ComposedMessages {
  return (symbol) => {
    const file = symbol.declarations?.[0]?.getSourceFile().fileName;
    if (file === undefined) return undefined;
    const path = toPosix(file);
    const owner = packages.find(({ root }) => path.startsWith(`${root}/`));
    if (owner === undefined) return undefined;
    const named = owner.module.model.messages.filter(({ exportName }) => exportName === symbol.name);
    if (named.length < 2) return named[0];
    const inside = withoutExtension(path.slice(owner.root.length + 1));
    const fitting = named.filter(({ module }) => tail(module) === tail(inside));
    return fitting.length === 1 ? fitting[0] : undefined;
  };
}

/** `orders/messages` of both `src/orders/messages` and `dist/orders/messages`. */
function tail(module: string): string {
  const [, ...rest] = module.split('/');
  return dirname(module) === '.' ? module : rest.join('/');
}
