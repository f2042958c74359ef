import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';
import { firstDeclaration } from '../declarations-of.ts';
import { compareText } from '../project-paths.ts';

/**
 * Members in declared order, heritage first. The checker's own order puts heritage last, and that of mapped types follows
 * whichever literal it met first.
 */
export function orderedMembers(context: ScanContext, type: ts.Type): readonly ts.Symbol[] {
  const members = context.compiler.properties(type);
  if (members.length < 2) return members;
  const containers = new Map<ts.Node, number>();
  rankContainers(context, type, containers);
  const places = members.map((member) => {
    const node = firstDeclaration(member);
    const container = node && containerOf(context, node);
    return {
      member,
      rank: (container && containers.get(container)) ?? Number.MAX_SAFE_INTEGER,
      file: node?.getSourceFile().fileName ?? '\uFFFF',
      start: node?.pos ?? 0,
    };
  });
  const sorted = places.toSorted(
    (a, b) =>
      a.rank - b.rank || compareText(a.file, b.file) || a.start - b.start || compareText(a.member.name, b.member.name),
  );
  return sorted.map(({ member }) => member);
}

function rankContainers(context: ScanContext, type: ts.Type, ranks: Map<ts.Node, number>): void {
  if (type.isIntersection()) {
    for (const part of type.types) rankContainers(context, part, ranks);
    return;
  }
  const symbol = type.symbol as ts.Symbol | undefined;
  const nodes = [...(symbol?.declarations ?? [])];
  if (nodes.some((node) => ranks.has(node))) return;
  for (const base of context.compiler.baseTypes(type)) rankContainers(context, base, ranks);
  const sorted = nodes.toSorted(
    (a, b) => compareText(a.getSourceFile().fileName, b.getSourceFile().fileName) || a.pos - b.pos,
  );
  for (const node of sorted) {
    if (!ranks.has(node)) ranks.set(node, ranks.size);
  }
}

function containerOf(context: ScanContext, node: ts.Node): ts.Node {
  // A parameter property is declared by the constructor, but belongs to the class.
  return context.ts.isParameter(node) ? node.parent.parent : node.parent;
}
