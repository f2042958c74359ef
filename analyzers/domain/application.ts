import type { ts } from 'ts-morph';
import type { HandlerModel, MessageModel, ProjectModel } from '../../generator/model/project.ts';
import { isIncluded } from '../../generator/scan/glob.ts';
import { relativeTo } from '../../generator/scan/project-paths.ts';
import { createGeneratedImports, type GeneratedImports } from './generated-imports.ts';
import { messageCall, type MessageCall } from './message-call.ts';
import { createMessageLookup } from './message-of.ts';
import { unitsOf, type Unit } from './units.ts';

/** What the generator knows of a file, in terms of the file's nodes. */
export interface Application {
  readonly model: ProjectModel;
  /** Globs of the files whose declarations the generator takes; empty: all of them. */
  readonly include: readonly string[];
  /** Whether the generator takes the declarations of this file. */
  readonly isIncluded: boolean;
  /** The file's handlers, behaviors, validators, services and upcasters, in source order. */
  readonly units: readonly Unit[];
  /** The one that a node belongs to. */
  readonly unitOf: (node: ts.Node) => Unit | undefined;
  /** The messages that a handler takes, in the order of the model. */
  readonly handledBy: (handler: HandlerModel) => readonly MessageModel[];
  /** Reads a call as one that hands messages over. */
  readonly messageCall: (node: ts.CallExpression) => MessageCall | undefined;
  /** The message of this project that an expression makes or holds, where that can be told. */
  readonly messageOf: (expression: ts.Expression) => MessageModel | undefined;
  /** The message of this project that a type is. */
  readonly messageOfType: (type: ts.Type) => MessageModel | undefined;
  /** What an expression names in the generated code. */
  readonly generated: GeneratedImports;
  /** Whether a statement of the file, or what it is part of, is such a unit or hands messages over. */
  readonly isPart: (node: ts.Node) => boolean;
}

/** What {@link applicationIn} has to know. */
export interface ApplicationSources {
  readonly ts: typeof ts;
  readonly checker: ts.TypeChecker;
  readonly model: ProjectModel;
  /** Absolute, posix. */
  readonly root: string;
  /** The output folder, relative to the root. */
  readonly output: string;
  /** Globs, relative to the root; empty: every file. */
  readonly include: readonly string[];
}

/** Makes the views of a program's files. */
export function createApplication(sources: ApplicationSources): (file: ts.SourceFile) => Application {
  const { ts, checker, model, include, root } = sources;
  const generated = createGeneratedImports(sources);
  const messages = createMessageLookup(sources, generated);
  const calls = new WeakMap<ts.CallExpression, MessageCall | { readonly none: true }>();
  const none = { none: true } as const;
  const callOf = (node: ts.CallExpression): MessageCall | undefined => {
    let found = calls.get(node);
    if (found === undefined) {
      found = messageCall(ts, checker, node) ?? none;
      calls.set(node, found);
    }
    return 'none' in found ? undefined : found;
  };

  const placeByName = new Map(model.messages.map(({ name }, index) => [name, index]));
  const byHandler = new WeakMap<HandlerModel, readonly MessageModel[]>();
  const handledBy = (handler: HandlerModel): readonly MessageModel[] => {
    let found = byHandler.get(handler);
    if (found === undefined) {
      const places = handler.messages.flatMap((name) => placeByName.get(name) ?? []).toSorted((a, b) => a - b);
      found = places.flatMap((place) => model.messages[place] ?? []);
      byHandler.set(handler, found);
    }
    return found;
  };

  return (file) => {
    const units = unitsOf(sources, file);
    const parts = new Map<ts.Node, boolean>();
    const handsOver = (node: ts.Node): boolean =>
      (ts.isCallExpression(node) && callOf(node) !== undefined) || ts.forEachChild(node, handsOver) === true;
    const mayHandOver = mentionsMethod.test(file.text);
    const isPart = (node: ts.Node): boolean => {
      const statement = statementOf(file, node);
      let found = parts.get(statement);
      if (found === undefined) {
        found =
          units.some((unit) => contains(statement, unit.node)) ||
          (mayHandOver && mentionsMethod.test(file.text.slice(statement.pos, statement.end)) && handsOver(statement));
        parts.set(statement, found);
      }
      return found;
    };
    return {
      model,
      include,
      isIncluded: isIncluded(relativeTo(root, file.fileName), include),
      units,
      unitOf: (node) => units.findLast((unit) => contains(unit.node, node)),
      handledBy,
      messageCall: callOf,
      messageOf: messages.ofExpression,
      messageOfType: messages.ofType,
      generated,
      isPart,
    };
  };
}

const mentionsMethod = /\.(?:send|publish|enqueue)(?:Batch|Stream)?\b/;

/** The statement of the file that a node is in. */
function statementOf(file: ts.SourceFile, node: ts.Node): ts.Node {
  let current = node;
  while (current.parent !== undefined && current.parent !== file) current = current.parent;
  return current;
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}
