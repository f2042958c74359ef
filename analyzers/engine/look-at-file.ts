import type { ts } from 'ts-morph';
import type { OpenProject } from '../../generator/scan/open-project.ts';
import { relativeTo } from '../../generator/scan/project-paths.ts';
import type { Application } from '../domain/application.ts';
import type { Finding, TextEdit } from '../finding.ts';
import type { FileReport, FileVisitor, NodeEdit } from '../rule.ts';
import type { ActiveRule } from '../settings.ts';
import { createFinding } from './create-finding.ts';
import { noClock, type RuleClock } from './rule-clock.ts';
import { subjectOf } from './subject.ts';
import { withoutSuperseded, type ReportedFinding } from './superseded.ts';
import { suppressionsOf, type Suppression } from './suppressions.ts';

/** What the rules have found in a file. Plain data: it is kept between runs. */
export interface FileAnalysis {
  readonly findings: readonly Finding[];
  /** What rules have remembered for their `project`, by id. */
  readonly facts: Readonly<Record<string, readonly unknown[]>>;
  readonly suppressions: readonly Suppression[];
}

/** What {@link lookAtFile} is told. */
export interface FileTask {
  readonly project: OpenProject;
  readonly application: Application;
  readonly active: readonly ActiveRule[];
  readonly everywhere: boolean;
  readonly clock: RuleClock;
}

interface Listener {
  readonly id: string;
  readonly everywhere: boolean;
  readonly call: (node: ts.Node) => void;
}

/** Runs the rules on one file, all of them in one walk. */
export function lookAtFile(task: FileTask, file: ts.SourceFile): FileAnalysis {
  const { application, project, clock } = task;
  const { ts } = project;
  const reports: ReportedFinding[] = [];
  const facts: Record<string, unknown[]> = {};
  const enter = new Map<ts.SyntaxKind, Listener[]>();
  const leave = new Map<ts.SyntaxKind, Listener[]>();
  const ends: Listener[] = [];

  for (const active of task.active) {
    const { rule } = active;
    if (rule.file === undefined) continue;
    const everywhere = task.everywhere || rule.scope === 'program';
    const { id } = rule;
    const visitor = clock.time(id, () =>
      rule.file?.({
        ts,
        checker: project.checker,
        program: project.program,
        file,
        isEverywhere: task.everywhere,
        root: project.root,
        options: active.options,
        application,
        report: (report: FileReport) =>
          reports.push({ rule, about: report.about ?? report.at, finding: findingOf(project, file, active, report) }),
        remember: (fact: unknown) => (facts[id] ??= []).push(fact),
        positionOf: (node: ts.Node) => placeOf(project, file, node.getStart(file), node.getEnd()).position,
      }),
    ) as FileVisitor;
    listen(ts, enter, visitor.enter, { id, everywhere });
    listen(ts, leave, visitor.leave, { id, everywhere });
    if (visitor.end !== undefined) ends.push({ id, everywhere, call: visitor.end });
  }

  let isPart = false;
  const tell = (listeners: readonly Listener[] | undefined, node: ts.Node): void => {
    if (listeners === undefined) return;
    for (const { id, everywhere, call } of listeners) {
      if (!everywhere && !isPart) continue;
      if (clock === noClock) call(node);
      else clock.time(id, () => call(node));
    }
  };
  const visit = (node: ts.Node): void => {
    tell(enter.get(node.kind), node);
    ts.forEachChild(node, visit);
    tell(leave.get(node.kind), node);
  };
  const needsScope = !task.everywhere && task.active.some(({ rule }) => rule.scope === 'application');
  if (enter.size + leave.size > 0) {
    tell(enter.get(file.kind), file);
    for (const statement of file.statements) {
      isPart = needsScope && application.isPart(statement);
      visit(statement);
    }
    isPart = false;
    tell(leave.get(file.kind), file);
  }
  for (const { id, call } of ends) clock.time(id, () => call(file));
  return { findings: withoutSuperseded(reports), facts, suppressions: suppressionsOf(ts, file) };
}

function listen(
  compiler: typeof ts,
  listeners: Map<ts.SyntaxKind, Listener[]>,
  calls: FileVisitor['enter'],
  owner: Omit<Listener, 'call'>,
): void {
  for (const [kind, call] of Object.entries(calls ?? {})) {
    const key = compiler.SyntaxKind[kind as keyof typeof compiler.SyntaxKind];
    // A visitor's function takes the nodes of the kind that it stands under.
    const listener = { ...owner, call: call as (node: ts.Node) => void };
    const list = listeners.get(key);
    if (list === undefined) listeners.set(key, [listener]);
    else list.push(listener);
  }
}

function findingOf(project: OpenProject, file: ts.SourceFile, active: ActiveRule, report: FileReport): Finding {
  const { at, fix, suggestions } = report;
  const isNode = 'kind' in at;
  const [start, end] = isNode ? [at.getStart(file), at.getEnd()] : [at.start, at.end];
  const path = relativeTo(project.root, file.fileName);
  const edits = (list: readonly NodeEdit[]): readonly TextEdit[] =>
    list.map(({ start: from, end: to, text }) => ({ file: path, start: from, end: to, text }));
  return createFinding(active, report, {
    ...placeOf(project, file, start, end),
    ...(isNode && { subject: subjectOf(project.ts, at) }),
    ...(fix !== undefined && { fix: edits(fix) }),
    ...(suggestions !== undefined &&
      suggestions.length > 0 && {
        suggestions: suggestions.map(({ message, edits: list }) => ({ message, edits: edits(list) })),
      }),
  });
}

function placeOf(
  { root }: OpenProject,
  file: ts.SourceFile,
  start: number,
  end: number,
): Required<Pick<Finding, 'end' | 'position'>> {
  const from = file.getLineAndCharacterOfPosition(start);
  const to = file.getLineAndCharacterOfPosition(end);
  return {
    position: { file: relativeTo(root, file.fileName), line: from.line + 1, column: from.character + 1 },
    end: { line: to.line + 1, column: to.character + 1 },
  };
}
