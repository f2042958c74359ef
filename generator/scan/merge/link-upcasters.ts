import {
  createDiagnostic,
  type Diagnostic,
  type DiagnosticArguments,
  type DiagnosticId,
} from '../../diagnostics/index.ts';
import type { MessageModel, UpcasterModel } from '../../model/project.ts';
import type { MessageDraft, UpcasterDraft, UpcasterEnd } from '../fragments/index.ts';
import { compareText } from '../project-paths.ts';

/**
 * Puts upcasters in order: from each message back, by the types that they name. Whatever leaves a version without exactly one
 * way up is reported, each cause once. Sorted by message and version.
 */
export function linkUpcasters(
  messages: readonly MessageDraft[],
  drafts: readonly UpcasterDraft[],
  diagnostics: Diagnostic[],
): readonly UpcasterModel[] {
  const byKey = new Map(messages.map(({ key, model }) => [key, model]));
  const upwards = drafts.filter((draft) => {
    const wrong = wrongDirection(draft, byKey);
    if (wrong) diagnostics.push(wrong);
    return !wrong;
  });
  const single = upwards.filter((draft) => !isDouble(draft, upwards));
  diagnostics.push(...findDoubles(upwards));
  const linked: UpcasterModel[] = [];
  const placed = new Set<UpcasterDraft>();
  for (const [key, message] of byKey) {
    const chain = chainTo(key, single);
    for (const draft of chain) placed.add(draft);
    const problem = findVersionProblem(message, chain);
    if (problem) diagnostics.push(problem);
    else linked.push(...chain.flatMap((draft, step) => modelOf(draft, message, message.version - 1 - step)));
  }
  // What a doubtful step led to is not to blame.
  const doubtful = new Set(upwards.filter((draft) => !single.includes(draft)).map(({ from }) => from.key));
  const stray = single.filter((draft) => !placed.has(draft));
  diagnostics.push(...stray.flatMap((draft) => findStray(draft, single, doubtful) ?? []));
  return linked.toSorted((a, b) => compareText(a.message, b.message) || a.from - b.from);
}

function modelOf(draft: UpcasterDraft, { name }: MessageModel, from: number): readonly UpcasterModel[] {
  const { id, module, exportName, form, former, span } = draft;
  return former ? [{ id, module, exportName, position: span.position, form, message: name, from, former }] : [];
}

/** The upcasters that lead to a type, the last first. */
function chainTo(key: string, drafts: readonly UpcasterDraft[]): readonly UpcasterDraft[] {
  const chain: UpcasterDraft[] = [];
  for (let at = key; ;) {
    const next = drafts.find(({ to }) => to.key === at);
    if (!next || chain.includes(next)) return chain;
    chain.push(next);
    at = next.from.key;
  }
}

function finding(
  id: DiagnosticId,
  args: DiagnosticArguments,
  { span }: Pick<UpcasterDraft, 'span'>,
  related?: Diagnostic['related'],
): Diagnostic {
  return createDiagnostic(id, args, span.position, { end: span.end, ...(related && { related }) });
}

function wrongDirection(draft: UpcasterDraft, messages: ReadonlyMap<string, MessageModel>): Diagnostic | undefined {
  const { from, to, name, former } = draft;
  const [old, made] = [messages.get(from.key), messages.get(to.key)];
  if (!former && (made !== undefined || old === undefined)) {
    return finding('CATGA8009', { type: from.name, name, reason: 'it is a message itself' }, from);
  }
  const [reads, makes] = [old?.version ?? from.tagged, made?.version ?? to.tagged];
  const isDown = old !== undefined || (reads !== undefined && makes !== undefined && reads >= makes);
  if (!isDown || from.key === to.key) return undefined;
  return finding(
    'CATGA8004',
    { name, from: endText(from, reads), to: endText(to, makes), old: to.name, new: from.name },
    draft,
  );
}

function endText({ name }: UpcasterEnd, version: number | undefined): string {
  return version === undefined ? `\`${name}\`` : `\`${name}\` (version ${version})`;
}

const ends = ['from', 'to'] as const;

/** Whether another one before it reads, or makes, the same. */
function isDouble(draft: UpcasterDraft, drafts: readonly UpcasterDraft[]): boolean {
  return ends.some((end) => drafts.find((other) => other[end].key === draft[end].key) !== draft);
}

/** Each set of upcasters for one step once, at the second of them. */
function findDoubles(drafts: readonly UpcasterDraft[]): readonly Diagnostic[] {
  const told = new Set<UpcasterDraft>();
  return ends.flatMap((end) =>
    drafts.flatMap((draft) => {
      const same = drafts.filter((other) => other[end].key === draft[end].key);
      const [first, second] = same;
      if (!first || draft !== second || told.has(draft)) return [];
      told.add(draft);
      const names = same.map(({ exportName, module }) => `${exportName} (${module})`).join(' and ');
      const step = end === 'from' ? `bring \`${draft.from.name}\` up` : `make \`${draft.to.name}\``;
      const related = [{ position: first.span.position, message: `${first.name} does so` }];
      return [finding('CATGA8002', { names, step }, draft, related)];
    }),
  );
}

/** A gap in the versions of a chain, or more steps than there are versions. */
function findVersionProblem(message: MessageModel, chain: readonly UpcasterDraft[]): Diagnostic | undefined {
  const [last] = chain;
  const first = chain.at(-1);
  if (!last || !first) return undefined;
  const { name, version } = message;
  const gap = (missing: number, draft: UpcasterDraft): Diagnostic => {
    const args = { message: name, version, missing, next: missing + 1, oldest: missing + 1 };
    return finding('CATGA8005', args, draft);
  };
  for (const [step, draft] of chain.entries()) {
    const reads = version - 1 - step;
    const { tagged } = draft.from;
    // It leaps over a version, or stands where another version should.
    if (tagged !== undefined && tagged !== reads) return gap(Math.max(tagged, reads), draft);
  }
  const oldest = version - chain.length;
  if (oldest < 1) {
    return finding('CATGA8006', { message: name, version, needed: chain.length + 1 }, last);
  }
  return oldest > (message.oldestVersion ?? 1) ? gap(oldest - 1, first) : undefined;
}

/** An upcaster on no way to a message: its end is nowhere, or it is part of a circle. */
function findStray(
  draft: UpcasterDraft,
  drafts: readonly UpcasterDraft[],
  doubtful: ReadonlySet<string>,
): Diagnostic | undefined {
  const path = [draft];
  for (let at = draft; ;) {
    if (doubtful.has(at.to.key)) return undefined;
    const next = drafts.find(({ from }) => from.key === at.to.key);
    if (!next)
      return path.length === 1 ? finding('CATGA8001', { name: draft.name, to: draft.to.name }, draft) : undefined;
    if (path.includes(next)) {
      const circle = path.slice(path.indexOf(next)).toSorted((a, b) => compareText(a.id, b.id));
      const chain = circle.map(({ name }) => name).join(' and ');
      return circle[0] === draft ? finding('CATGA8003', { chain }, draft) : undefined;
    }
    path.push(next);
    at = next;
  }
}
