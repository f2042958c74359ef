import { childrenOf } from '../codecs/index.ts';
import { compare } from '../emit/identifiers.ts';
import type { TypeModel } from '../model/types.ts';
import type { RecordedType, RecordedTypes } from './schema.ts';

/** The named types that `roots` lead to, sorted by name. */
export function reachable(roots: readonly TypeModel[], types: RecordedTypes): RecordedTypes {
  const found = new Map<string, RecordedType>();
  const visit = (type: TypeModel): void => {
    if (type.kind === 'reference') {
      const target = types.get(type.id);
      if (target === undefined || found.has(type.id)) return;
      found.set(type.id, target);
      if (target.kind === 'alias') visit(target.type);
      else {
        for (const member of [...target.members, ...target.removed]) visit(member.type);
        if (target.index !== undefined) visit(target.index);
      }
    } else for (const child of childrenOf(type)) visit(child);
  };
  for (const root of roots) visit(root);
  return new Map([...found].toSorted(([a], [b]) => compare(a, b)));
}
