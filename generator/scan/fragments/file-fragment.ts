import type { Diagnostic } from '../../diagnostics/index.ts';
import type {
  BehaviorModel,
  ExternalType,
  FormerType,
  HandlerModel,
  Lifetime,
  MessageModel,
  ServiceModel,
  ValidatorModel,
} from '../../model/project.ts';
import type { SourceSpan } from '../source-position.ts';

/**
 * What the declarations of one file say, as plain data. It depends on that file and on what it imports, directly or not;
 * whatever depends on other files (unique names, who provides what) is left to the merge of all fragments.
 */
export interface FileFragment {
  readonly messages: readonly MessageDraft[];
  /** Symbol keys of all declarations with a contract that are not generic, messages or not. */
  readonly candidates: readonly string[];
  /** Symbol keys of what its messages and classes are built on. */
  readonly bases: readonly string[];
  readonly constructed: readonly ConstructedDraft[];
  readonly upcasters: readonly UpcasterDraft[];
  /** Symbol keys of what refused upcasters make: that nothing leads there has its reason already. */
  readonly refusedSteps: readonly string[];
  readonly conditional: readonly ConditionalFinding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Findings about a declaration that hold as long as nothing builds on it, or, for `whenBase`, only if something does. */
export interface ConditionalFinding {
  /** The symbol key of the declaration. */
  readonly base: string;
  readonly whenBase?: true;
  readonly diagnostics: readonly Diagnostic[];
}

/** A message before names are made unique in the project. */
export interface MessageDraft {
  readonly key: string;
  /** Of the declared type; aliases of one type share it. */
  readonly typeKey: string;
  /** As declared. */
  readonly name: string;
  readonly end: SourceSpan['end'];
  readonly model: MessageModel;
}

/** Something that generated code constructs, before it is known who provides what it needs. */
export interface ConstructedDraft {
  readonly id: string;
  readonly name: string;
  readonly module: string;
  readonly exportName: string;
  readonly lifetime: Lifetime;
  readonly span: SourceSpan;
  readonly demands: readonly DemandDraft[];
  /** Keys of the types that it is to others, itself first. */
  readonly provides: readonly string[];
  readonly of: ConstructedModel;
}

/** What a constructed declaration is, without its dependencies. */
export type ConstructedModel =
  | { readonly subject: 'handler'; readonly model: HandlerModel }
  | { readonly subject: 'behavior'; readonly model: BehaviorModel }
  /** No model: it is not clear what it validates. */
  | { readonly subject: 'validator'; readonly model: ValidatorModel | undefined }
  | { readonly subject: 'service'; readonly model: ServiceModel };

/** An upcaster, before its place in a chain is known. */
export interface UpcasterDraft {
  readonly id: string;
  readonly name: string;
  readonly module: string;
  readonly exportName: string;
  readonly form: 'class' | 'constant';
  readonly span: SourceSpan;
  readonly from: UpcasterEnd;
  readonly to: UpcasterEnd;
  /** Of what it reads; absent where that is a message. */
  readonly former?: FormerType;
}

/** A type that an upcaster names. */
export interface UpcasterEnd {
  /** Its symbol key. */
  readonly key: string;
  /** As written. */
  readonly name: string;
  readonly span: SourceSpan;
  /** Its own `@version`, where it says one. */
  readonly tagged?: number;
}

/** A value that a declaration asks for. */
export interface DemandDraft {
  readonly parameter: string;
  readonly span: SourceSpan;
  readonly optional: boolean;
  readonly typeKey: string;
  /** For people. */
  readonly shown: string;
  /** The property of `registry({...})` where nobody in the project provides it. */
  readonly property: string;
  readonly type: ExternalType;
  /** Why generated code cannot write the type, where it cannot. */
  readonly unwritable?: Diagnostic;
}
