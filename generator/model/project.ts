import type { SourcePosition, TypeDefinition, TypeExpression, TypeModel, WireOption } from './types.ts';

/** Everything that `catga generate` knows about a project: the scanner's result, and all that others read. */
export interface ProjectModel {
  /** Prefix of default wire names; empty for none. */
  readonly namespace: string;
  /** Sorted by (module, export name), as are all lists of declarations. */
  readonly messages: readonly MessageModel[];
  readonly handlers: readonly HandlerModel[];
  readonly behaviors: readonly BehaviorModel[];
  readonly validators: readonly ValidatorModel[];
  readonly services: readonly ServiceModel[];
  /** Sorted by (message, from). */
  readonly upcasters: readonly UpcasterModel[];
  /** What `registry({...})` requires; sorted by property. */
  readonly externals: readonly ExternalModel[];
  /** Sorted by id. */
  readonly types: readonly TypeDefinition[];
  /** Composed packages, in configured order. */
  readonly modules: readonly ModuleModel[];
}

/** Where a declaration lives and under which name it is exported. */
export interface DeclarationModel {
  /** Posix path relative to the project root, without extension: `src/orders/place-order`. */
  readonly module: string;
  /** The exported name; `default` for a default export. */
  readonly exportName: string;
  readonly position: SourcePosition;
}

export interface MessageModel extends DeclarationModel {
  /** The wire name. */
  readonly name: string;
  /** The generated constructor and codec names start with it: `placeOrder`. Unique in the project. */
  readonly variable: string;
  readonly kind: 'command' | 'query' | 'event';
  readonly reliable: boolean;
  readonly form: 'data' | 'class';
  readonly qos: 0 | 1 | 2;
  readonly version: number;
  /** `@version 3 from 2`: what is older is no longer read. Absent: from version 1. */
  readonly oldestVersion?: number;
  readonly body: TypeModel;
  /** Absent for events and for a `void` response. */
  readonly response?: ResponseModel;
  readonly options: MessageOptions;
  readonly doc?: string;
}

export interface ResponseModel {
  /** Without `undefined`. */
  readonly type: TypeModel;
  /** The response may be `undefined`. */
  readonly undefinable?: true;
}

/** The tags of DESIGN.md section 3, parsed. Durations in milliseconds. */
export interface MessageOptions {
  readonly timeoutMs?: number;
  readonly retry?: { readonly retries: number; readonly backoff: 'fixed' | 'exponential'; readonly delayMs: number };
  readonly route?: string;
  /** A member path of the message: `orderId`, `order.id`. */
  readonly idempotencyKey?: string;
  readonly partitionKey?: string;
  /** For batch handlers that have no `@batch` of their own. */
  readonly batch?: BatchModel;
  readonly priority?: 'low' | 'normal' | 'high';
  readonly delayMs?: number;
  readonly traceTags?: readonly string[];
  readonly wire?: WireOption;
  readonly personal?: readonly string[];
  readonly deprecated?: string;
}

/** `@batch`: how many messages at once, and how long the first waits for others. */
export interface BatchModel {
  readonly size: number;
  readonly waitMs: number;
}

export type Lifetime = 'singleton' | 'scoped' | 'transient';

/** A value that generated code passes to a constructor or a function handler. */
export type DependencyModel =
  /** A `@service` class or a handler of this project, by its {@link ServiceModel.id}. */
  | { readonly parameter: string; readonly kind: 'service'; readonly id: string; readonly optional?: true }
  /** A property of `registry({...})`. */
  | { readonly parameter: string; readonly kind: 'external'; readonly property: string; readonly optional?: true };

/** Something that is constructed: class declarations that generated code instantiates. */
export interface Constructed extends DeclarationModel {
  /** `<module>#<exportName>`. */
  readonly id: string;
  /** Property name in the generated services; unique in the project: `placeOrderHandler`. */
  readonly variable: string;
  readonly lifetime: Lifetime;
  readonly dependencies: readonly DependencyModel[];
}

export interface ServiceModel extends Constructed {
  /** Whether it has `Symbol.asyncDispose` or `Symbol.dispose`. */
  readonly disposable: boolean;
}

export interface HandlerModel extends Constructed {
  readonly form: 'class' | 'function';
  /** Wire names of the messages it handles, sorted; usually one. */
  readonly messages: readonly string[];
  readonly order: number;
  /** Whether handling a message takes its context: without it there is no unit of work to settle. */
  readonly usesContext: boolean;
  /** `handle` of a class declares no parameter at all: a call with the message would not compile. */
  readonly ignoresMessage?: true;
  /** Takes messages by the array. */
  readonly batch?: {
    /** Whether `handle` declares the context of the batch. */
    readonly usesContext: boolean;
    /** Its own `@batch`, which wins over the message's. */
    readonly policy?: BatchModel;
  };
  /** For `function` with dependencies: `deps` is one object with these members. */
  readonly disposable: boolean;
}

export interface HookModel {
  readonly name: 'before' | 'after' | 'error';
  /** Whether it may return a promise; a hook that never does is not awaited. */
  readonly async: boolean;
}

export interface BehaviorModel extends Constructed {
  readonly order: number;
  /** Either hooks, or `handle` with `next()`. */
  readonly style: 'hooks' | 'next';
  readonly hooks: readonly HookModel[];
  /** Wire names of the messages it applies to, sorted; `'all'` where it takes any message. */
  readonly messages: readonly string[] | 'all';
  readonly disposable: boolean;
}

export interface ValidatorModel extends Constructed {
  readonly message: string;
  readonly async: boolean;
  readonly disposable: boolean;
}

/** Brings messages of a former version one version up. */
export interface UpcasterModel extends DeclarationModel {
  /** `<module>#<exportName>`. */
  readonly id: string;
  readonly form: 'class' | 'constant';
  /** Wire name of the message. */
  readonly message: string;
  /** The version that it reads; it makes the next one. */
  readonly from: number;
  /** The declared type of that version. */
  readonly former: FormerType;
}

/** The declared type of a former version of a message. */
export interface FormerType {
  readonly body: TypeModel;
  readonly expression: TypeExpression;
}

export interface ExternalModel {
  /** Property of `registry({...})`: `orderRepository`. */
  readonly property: string;
  /** The type as generated code writes it. A primitive has no module. */
  readonly type: ExternalType;
  /** Every parameter that asks for it is optional. */
  readonly optional: boolean;
  /** Constructed declarations that need it, by id, sorted. */
  readonly neededBy: readonly string[];
  readonly position: SourcePosition;
}

/** A TypeScript type expression and its imports; `text` uses the imported names as they are. */
export interface ExternalType {
  readonly text: string;
  readonly imports: readonly { readonly name: string; readonly module: string; readonly external?: true }[];
}

/** A composed package, as its own manifest tells. */
export interface ModuleModel {
  /** Import specifier of its generated folder: `@acme/billing/catga`. */
  readonly specifier: string;
  readonly packageName: string;
  readonly schemaHash: string;
  readonly model: ProjectModel;
}
