import type { ts } from 'ts-morph';
import type { Application } from './domain/application.ts';
import type { OutputDifference } from './domain/output-difference.ts';
import type { ProjectModel } from '../generator/model/project.ts';
import type { SourcePosition } from '../generator/model/types.ts';
import type { SuppressedRule, Suppression } from './engine/suppressions.ts';
import type { NoOptions, OptionTable, OptionValues } from './options.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What a rule says: `{name}` in a text is replaced by the report's value of that name. */
export interface RuleMessage {
  /** What is wrong, because of what. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
}

/**
 * Something that `catga analyze` looks for. The compiler and its checker are handed in, so that another host can run a rule.
 *
 * A rule works in two steps, so that a run after an edit has to look at few files again: `file` reports what one file
 * and its imports show, and remembers facts; `project` judges the facts of all files and the model.
 */
export interface Rule<Options extends OptionTable = NoOptions, Fact = undefined> {
  /** `CATGA3001`; rules of others have a prefix of their own. Never reused. */
  readonly id: string;
  /** Kebab-case, unique; settings and suppressions take it as well as the id. */
  readonly name: string;
  /** What it looks for, in a line without a full stop. */
  readonly title: string;
  /** Where it is on and nothing else is said. */
  readonly severity: Severity;
  /** The smallest preset that has it on; `strict` holds all of `recommended`. `off`: only by name. */
  readonly preset: 'recommended' | 'strict' | 'off';
  /**
   * `application`: handlers, behaviors, validators, services, upcasters, and whatever hands messages to a mediator, unless
   * the scope is `everywhere`. `program`: every file of the project.
   */
  readonly scope: 'application' | 'program';
  /** `fix`: mechanical, applied by `--fix`. `suggestion`: changes what the code does, applied by people. */
  readonly repair?: 'fix' | 'suggestion';
  /**
   * Ids of what says less about the same. A rule's finding is left out where this rule reports about the same node, a
   * finding of the generator wherever this rule is on.
   */
  readonly supersedes?: readonly string[];
  readonly messages: Readonly<Record<string, RuleMessage>>;
  readonly options: Options;
  /** Options of a run where no setting names the rule, as far as they are not the defaults. */
  readonly presetOptions?: Partial<OptionValues<Options>>;
  readonly file?: (context: FileContext<Options, Fact>) => FileVisitor;
  readonly project?: (context: ProjectContext<Options, Fact>) => void;
  /** Judges the comments that take findings back, once it is known what they do. */
  readonly suppressions?: (context: SuppressionContext) => void;
}

/** A rule with options and facts of whatever type, as lists hold it. */
// The engine gives each rule the options and the facts that are its own, which a list of rules cannot say in types.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyRule = Rule<any, any>;

/** What a rule does on the nodes of one file. */
export interface FileVisitor {
  /** Called for each node of these kinds, in source order. */
  readonly enter?: Readonly<Partial<Record<keyof typeof ts.SyntaxKind, (node: never) => void>>>;
  /** The same, when everything below the node has been seen. */
  readonly leave?: Readonly<Partial<Record<keyof typeof ts.SyntaxKind, (node: never) => void>>>;
  /** Called once after the last node of the file. */
  readonly end?: () => void;
}

/** What a rule may ask, on one file of a program. */
export interface FileContext<Options extends OptionTable = NoOptions, Fact = undefined> extends FileView {
  readonly options: OptionValues<Options>;
  /** Keeps plain data for the rule's `project`. */
  readonly remember: (fact: Fact) => void;
}

/** What does not depend on which rule asks. */
export interface FileView {
  readonly ts: typeof ts;
  readonly checker: ts.TypeChecker;
  readonly program: ts.Program;
  readonly file: ts.SourceFile;
  /** Whether the whole program is looked at (`--scope everywhere`), and not only where a rule belongs. */
  readonly isEverywhere: boolean;
  /** The root of the project: absolute, posix. */
  readonly root: string;
  /** What the generator knows of the file: handlers, messages, calls that hand messages over. */
  readonly application: Application;
  /** Reports something; the text is that of `messages[message]`. */
  readonly report: (report: FileReport) => void;
  readonly positionOf: (node: ts.Node) => SourcePosition;
}

/** What a rule may ask about the project as a whole. */
export interface ProjectContext<Options extends OptionTable = NoOptions, Fact = undefined> {
  readonly model: ProjectModel;
  readonly options: OptionValues<Options>;
  /** What the rule has remembered of each file, by path relative to the project root, sorted. */
  readonly facts: readonly FileFact<Fact>[];
  /** What is known of the project beside its sources. */
  readonly project: ProjectFacts;
  readonly report: (report: ProjectReport) => void;
}

export interface FileFact<Fact> {
  readonly file: string;
  readonly fact: Fact;
}

/** What is known of a project beside its sources and its model. */
export interface ProjectFacts {
  /** Absolute, posix. */
  readonly root: string;
  /** The output folder of the generator, relative to the root. */
  readonly output: string;
  /** The configuration of the compiler, relative to the root. */
  readonly tsconfig: string;
  /** Compares what is generated with what the declarations say. */
  readonly staleOutput: () => OutputDifference;
}

export interface FileReport extends ReportText {
  /** What is marked: a node, or a stretch of the file (offsets). */
  readonly at: ts.Node | TextSpan;
  /** What rules that supersede others are compared by, where that is not what is marked. */
  readonly about?: ts.Node;
  readonly fix?: readonly NodeEdit[];
  readonly suggestions?: readonly { readonly message: string; readonly edits: readonly NodeEdit[] }[];
}

export interface ProjectReport extends ReportText {
  readonly at: SourceRange;
}

export interface ReportText {
  /** A key of the rule's `messages`. */
  readonly message: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly position: SourcePosition;
  readonly message: string;
}

/** The suppressions of one file. */
export interface SuppressionContext {
  readonly suppressions: readonly JudgedSuppression[];
  /** Whether all rules have run that are on: with `--rule`, nobody can tell whether a comment is needed. */
  readonly isComplete: boolean;
  readonly report: (report: SuppressionReport) => void;
}

/** A suppression, and what has become of the rules that it names. */
export interface JudgedSuppression extends Omit<Suppression, 'rules'> {
  readonly rules: readonly JudgedRule[];
}

export interface JudgedRule extends SuppressedRule {
  readonly isUsed: boolean;
  /** Absent where no rule is called that. */
  readonly rule: AnyRule | undefined;
}

export interface SuppressionReport extends ReportText {
  readonly at: Pick<Suppression, 'comment'>;
  readonly fix?: readonly NodeEdit[];
}

/** Offsets in the text of a file, as the compiler counts them. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface SourceRange {
  readonly position: SourcePosition;
  readonly end?: { readonly line: number; readonly column: number };
}

/** A change of the file that a rule looks at: the text between two offsets is replaced. */
export interface NodeEdit extends TextSpan {
  readonly text: string;
}
