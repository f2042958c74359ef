import {
  createDiagnostic,
  type Diagnostic,
  type DiagnosticArguments,
  type DiagnosticId,
} from '../../diagnostics/index.ts';
import type { UpcasterModel } from '../../model/project.ts';
import type { MessageDraft, UpcasterDraft, UpcasterEnd } from '../fragments/index.ts';
import { compareText } from '../project-paths.ts';

/**
 * Puts upcasters in order: from each message back, by the types that they name. Whatever leaves a version without exactly one
 * way up is reported, each cause once. Sorted by message and version.
 *
 * @param refused - Keys of types that upcasters make which were refused.
 */
export function linkUpcasters(
  messages: readonly MessageDraft[],
  drafts: readonly UpcasterDraft[],
  refused: ReadonlySet<string>,
  diagnostics: Diagnostic[],
): readonly UpcasterModel[] {
  const byKey = new Map(messages.map((message) => [message.key, message]));
  const reported = new Set(refused);
  const upwards = drafts.filter((draft) => {
    const wrong = wrongDirection(draft, byKey);
    if (!wrong) return true;
    diagnostics.push(wrong);
    reported.add(draft.from.key).add(draft.to.key);
    return false;
  });
  const single = upwards.filter((draft) => !isDouble(draft, upwards));
  for (const { to } of upwards.filter((draft) => !single.includes(draft))) reported.add(to.key);
  diagnostics.push(...findDoubles(upwards));
  const linked: UpcasterModel[] = [];
  const chains = new Map([...byKey.values()].map((message) => [message, chainTo(message.key, single)]));
  const placed = new Set([...chains.values()].flat());
  // What a doubtful step led to is not to blame.
  const doubtful = new Set(upwards.filter((draft) => !single.includes(draft)).map(({ from }) => from.key));
  const stray = single.filter((draft) => !placed.has(draft));
  diagnostics.push(...stray.flatMap((draft) => findStray(draft, single, doubtful) ?? []));
  for (const [message, chain] of chains) {
    const problem = findVersionProblem(message, chain, isReported(message, chain, reported, stray));
    if (problem) diagnostics.push(problem);
    else linked.push(...modelsOf(message, chain));
  }
  return linked.toSorted((a, b) => compareText(a.message, b.message) || a.from - b.from);
}

function modelsOf({ model }: MessageDraft, chain: readonly UpcasterDraft[]): readonly UpcasterModel[] {
  const { name, version } = model;
  return chain.flatMap(({ id, module, exportName, form, former, span }, step) =>
    former
      ? [{ id, module, exportName, position: span.position, form, message: name, from: version - 1 - step, former }]
      : [],
  );
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

function wrongDirection(draft: UpcasterDraft, messages: ReadonlyMap<string, MessageDraft>): Diagnostic | undefined {
  const { from, to, name, former } = draft;
  const [old, made] = [messages.get(from.key)?.model, messages.get(to.key)?.model];
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

/** A gap in the versions of a chain, or more steps than there are versions. `isCut`: its first step was reported itself. */
function findVersionProblem(
  { model, end }: MessageDraft,
  chain: readonly UpcasterDraft[],
  isCut: boolean,
): Diagnostic | undefined {
  const { name, version, position, oldestVersion = 1 } = model;
  const declaration = { span: { position, end } };
  const gap = (missing: number, at: Pick<UpcasterDraft, 'span'>): Diagnostic => {
    const args = { message: name, version, missing, next: missing + 1, oldest: missing + 1 };
    return finding('CATGA8005', args, at);
  };
  for (const [step, draft] of chain.entries()) {
    const reads = version - 1 - step;
    const { tagged } = draft.from;
    // It leaps over a version, or stands where another version should.
    if (tagged !== undefined && tagged !== reads) return gap(Math.max(tagged, reads), draft);
  }
  const oldest = version - chain.length;
  if (oldest < 1) {
    return finding('CATGA8006', { message: name, version, needed: chain.length + 1 }, chain[0] ?? declaration);
  }
  return oldest > oldestVersion && !isCut ? gap(oldest - 1, chain.at(-1) ?? declaration) : undefined;
}

/** Whether the upcaster that a chain lacks is there, and has been reported itself. */
function isReported(
  { key, name }: MessageDraft,
  chain: readonly UpcasterDraft[],
  reported: ReadonlySet<string>,
  stray: readonly UpcasterDraft[],
): boolean {
  const last = chain.at(-1);
  if (reported.has(last?.from.key ?? key)) return true;
  // Which message a stray one is for, only its types' names can say.
  return last === undefined && stray.some(({ from, to }) => [from, to].some((end) => end.name.startsWith(name)));
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
