import type { BinaryKind } from '../../runtime/codecs/binary-kind.ts';
import type { PatternPart } from '../../runtime/codecs/pattern-part.ts';
import type { TemporalKind } from '../../runtime/codecs/temporal-kind.ts';

/**
 * The wire-relevant shape of a type, as plain serialisable data: what the scanner resolves and emitters, analyzers and
 * the manifest read. Nothing in it refers to the compiler.
 *
 * Order is canonical everywhere: members in declared order (heritage first, then own), union variants sorted by
 * `compareVariants`; never the checker's order.
 */
export type TypeModel =
  | PrimitiveType
  | LiteralType
  | ArrayType
  | TupleType
  | RecordType
  | MapType
  | SetType
  | BuiltinType
  | BinaryType
  | TemporalType
  | PatternType
  | UnionType
  | ReferenceType;

/** `undefined` occurs as a union variant in element positions only; members carry it as a flag. */
export interface PrimitiveType {
  readonly kind: 'string' | 'number' | 'boolean' | 'bigint' | 'null' | 'undefined';
}

export interface LiteralType {
  readonly kind: 'literal';
  /** A bigint literal is kept as its decimal digits, with `bigint: true`. `true | false` is folded into `boolean`. */
  readonly value: string | number | boolean;
  readonly bigint?: true;
}

export interface ArrayType {
  readonly kind: 'array';
  readonly element: TypeModel;
  readonly readonly?: true;
}

/** `[A, B?, ...C[]]` or `[A, ...C[], D]`. */
export interface TupleType {
  readonly kind: 'tuple';
  /** Up to the rest, if there is one. */
  readonly elements: readonly TypeModel[];
  /** How many of the last `elements` may be left out. */
  readonly optional?: number;
  /** The type of any number of elements behind `elements`. */
  readonly rest?: TypeModel;
  /** Behind the rest; all required. */
  readonly trailing?: readonly TypeModel[];
  readonly readonly?: true;
}

/** An object with an index signature and no declared members: `Record<string, V>`. */
export interface RecordType {
  readonly kind: 'record';
  readonly key: 'string' | 'number';
  /** What keys look like, where not any text will do. */
  readonly keys?: PatternType;
  readonly value: TypeModel;
}

export interface MapType {
  readonly kind: 'map';
  readonly key: TypeModel;
  readonly value: TypeModel;
}

export interface SetType {
  readonly kind: 'set';
  readonly element: TypeModel;
}

/** `bytes` is `Uint8Array`; `unknown` is opted into. */
export interface BuiltinType {
  readonly kind: 'date' | 'bytes' | 'unknown';
}

/** Binary data other than `Uint8Array`. */
export interface BinaryType {
  readonly kind: 'binary';
  readonly type: BinaryKind;
}

/** A class of `Temporal`. */
export interface TemporalType {
  readonly kind: 'temporal';
  readonly type: TemporalKind;
}

/** Text of a form: a template literal type, or an intrinsic one such as `Uppercase<string>`. */
export interface PatternType {
  readonly kind: 'pattern';
  /** One of these; a template literal type is one alternative. */
  readonly alternatives: readonly (readonly PatternPart[])[];
}

export interface UnionType {
  readonly kind: 'union';
  /** At least two, sorted, flattened; `boolean` is one variant. */
  readonly variants: readonly TypeModel[];
}

/** A definition of {@link ProjectModel.types}, by id. All objects and every type on a cycle are references. */
export interface ReferenceType {
  readonly kind: 'reference';
  readonly id: string;
}

/** A type that gets codec functions of its own. */
export interface TypeDefinition {
  /**
   * Unique and stable: `<module>#<Name>`, with type arguments where generic (`<module>#Page<<module>#Order>`), or
   * `<owner id>.<member path>` for an anonymous type (`src/orders#PlaceOrder.lines[]`).
   */
  readonly id: string;
  /** Identifier-safe, unique in the project: `OrderLine`, `PageOfOrder`, `PlaceOrderLinesItem`. Base of function names. */
  readonly name: string;
  /** Posix path, relative to the project root without extension, of the module that declares it; or a package specifier. */
  readonly module: string;
  /** How generated code writes the type. Absent where it cannot be named; emitters then print its structure. */
  readonly expression?: TypeExpression;
  readonly shape: ObjectShape | AliasShape;
  readonly position: SourcePosition;
}

/** An object, interface, intersection of objects or class. */
export interface ObjectShape {
  readonly kind: 'object';
  readonly members: readonly MemberModel[];
  /** An index signature next to declared members; its keys are those not declared. */
  readonly index?: RecordType;
  /** Present for classes: how a decoded value becomes an instance. */
  readonly construct?: ClassConstruction;
  /**
   * `@wire positional`: in MessagePack an array of its members, in this order. `@wire keepUnknown`: members that it does not
   * declare are kept when it is decoded, and written when it is encoded.
   */
  readonly wire?: WireOption;
}

/** What `@wire` says. */
export type WireOption = 'positional' | 'keepUnknown';

/** Anything else that is named because it is recursive, or because it is a union with object variants. */
export interface AliasShape {
  readonly kind: 'alias';
  readonly type: TypeModel;
}

export interface MemberModel {
  /** As declared; need not be an identifier. */
  readonly name: string;
  /** Without `undefined`. */
  readonly type: TypeModel;
  /** Declared with `?`: comes back absent. */
  readonly optional?: true;
  /** Required, but its type includes `undefined`: not written, comes back present as `undefined`. */
  readonly undefinable?: true;
  /** Declared `readonly`. */
  readonly readonly?: true;
  /** First sentence of its documentation. */
  readonly doc?: string;
}

/** The declared way back from members to an instance. */
export interface ClassConstruction {
  /**
   * `parameters`: constructor parameters named like members, in order. `init`: one object parameter. `assign`: none.
   * `static`: a static method that takes one object with the members.
   */
  readonly style: 'parameters' | 'init' | 'assign' | 'static';
  /** For `static`: the method. */
  readonly method?: string;
  /**
   * For `parameters`: member names in parameter order. For `init` and `static`: those that the object has a place for, where it
   * has none for others. Members not named are assigned afterwards.
   */
  readonly parameters: readonly string[];
}

/** A type as generated code writes it, with what it must import. */
export interface TypeExpression {
  /** The exported name. */
  readonly name: string;
  /** As {@link TypeDefinition.module}: a project module path or a package specifier. */
  readonly module: string;
  /** True where the module is a package. */
  readonly external?: true;
  readonly arguments?: readonly TypeModel[];
}

/** One-based, for people and editors. */
export interface SourcePosition {
  /** Posix, relative to the project root. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
