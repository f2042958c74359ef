import type { ts } from 'ts-morph';
import { createDiagnostic, sortDiagnostics, type Diagnostic } from '../generator/diagnostics/index.ts';
import type { ProjectModel } from '../generator/model/project.ts';
import type { OpenProject } from '../generator/scan/open-project.ts';
import { endOf, startOf } from '../generator/scan/source-position.ts';
import { createMessageOf } from './message-of.ts';
import type { Rule, RuleContext } from './rule.ts';
import { rules } from './rules/index.ts';

/**
 * Runs the rules over a program that `catga generate` has loaded and the model that it made of it. All rules share one
 * traversal. The scan's own findings are not repeated here.
 */
export function analyze(
  project: OpenProject,
  model: ProjectModel,
  selected: readonly Rule[] = rules,
): readonly Diagnostic[] {
  const { ts, checker, program, root, settings } = project;
  const found: Diagnostic[] = [];
  const context: RuleContext = {
    ts,
    checker,
    model,
    positionOf: (node) => startOf(root, node),
    messageOf: createMessageOf({ ts, checker, model, root, output: settings.output }),
    report(id, args, at, extras = {}) {
      found.push(
        'node' in at
          ? createDiagnostic(id, args, startOf(root, at.node), { end: endOf(at.node), ...extras })
          : createDiagnostic(id, args, at.position, extras),
      );
    },
  };
  const visitors = selected.map((rule) => rule.start(context));
  const listeners = new Map<ts.SyntaxKind, ((node: ts.Node) => void)[]>();
  for (const { nodes } of visitors) {
    for (const [kind, listener] of nodes ?? []) {
      const list = listeners.get(kind);
      if (list === undefined) listeners.set(kind, [listener]);
      else list.push(listener);
    }
  }
  const visit = (node: ts.Node): void => {
    for (const listener of listeners.get(node.kind) ?? []) listener(node);
    ts.forEachChild(node, visit);
  };
  for (const path of project.rootFiles) {
    const file = program.getSourceFile(path);
    if (file !== undefined && !file.isDeclarationFile) visit(file);
  }
  for (const { finish } of visitors) finish?.();
  return sortDiagnostics(found);
}
