import type { ts } from 'ts-morph';
import type {
  Diagnostic,
  DiagnosticArguments,
  DiagnosticExtras,
  DiagnosticId,
} from '../generator/diagnostics/index.ts';
import type { MessageModel, ProjectModel } from '../generator/model/project.ts';
import type { SourcePosition } from '../generator/model/types.ts';

/** What a rule may ask. The compiler and its checker are handed in, so that another host can run the rules. */
export interface RuleContext {
  readonly ts: typeof ts;
  readonly checker: ts.TypeChecker;
  /** What the generator knows about the project. */
  readonly model: ProjectModel;
  readonly positionOf: (node: ts.Node) => SourcePosition;
  /** The message of this project that an expression makes or holds, where that can be told. */
  readonly messageOf: (expression: ts.Expression) => MessageModel | undefined;
  readonly report: (id: DiagnosticId, args: DiagnosticArguments, at: ReportPlace, extras?: DiagnosticExtras) => void;
}

/** A node of the program, or a declaration of the model. */
export type ReportPlace = { readonly node: ts.Node } | { readonly position: SourcePosition };

/** One rule at work on one program. */
export interface RuleVisitor {
  /** Called for each node of these kinds, in source order, files sorted by path. */
  readonly nodes?: ReadonlyMap<ts.SyntaxKind, (node: ts.Node) => void>;
  /** Called once after the last node. */
  readonly finish?: () => void;
}

/** Something that `catga analyze` looks for. What it says stands in the diagnostics table. */
export interface Rule {
  /** Kebab-case, unique. */
  readonly name: string;
  readonly ids: readonly Diagnostic['id'][];
  readonly start: (context: RuleContext) => RuleVisitor;
}
