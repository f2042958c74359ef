import type { ts } from 'ts-morph';
import type { Constructed, Lifetime } from '../../model/project.ts';
import type { ScanContext } from '../scan-context.ts';
import { camelCase, pascalCase } from '../types/pascal-case.ts';

/** One value that a declaration asks for: a constructor parameter, or a member of a function handler's `deps`. */
export interface Demand {
  readonly parameter: string;
  readonly type: ts.Type;
  readonly isOptional: boolean;
  readonly node: ts.Node;
  /** Writes the type in generated code where it has no name of its own. */
  readonly indirect?: { readonly text: string; readonly name: string; readonly module: string };
}

/** Something that generated code constructs, before its dependencies are known. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly module: string;
  readonly exportName: string;
  readonly node: ts.Declaration;
  readonly lifetime: Lifetime;
  readonly demands: readonly Demand[];
  readonly isHandler: boolean;
  /** For classes, what they are to others: themselves, their bases and interfaces. */
  readonly provides: readonly ts.Type[];
}

/** The common part of the models of constructed declarations. Dependencies are filled in when all of them are known. */
export type Place = Pick<
  Constructed,
  'id' | 'module' | 'exportName' | 'position' | 'variable' | 'lifetime' | 'dependencies'
>;

export function placeOf(context: ScanContext, draft: Draft): Place {
  return {
    id: draft.id,
    module: draft.module,
    exportName: draft.exportName,
    position: context.positionOf(draft.node),
    variable: camelCase(draft.name),
    lifetime: draft.lifetime,
    dependencies: [],
  };
}

/** A declaration without a name is called after its file. */
export function nameOfFile(context: ScanContext, file: ts.SourceFile): string {
  const module = context.exports.moduleOfFile(file);
  return pascalCase(module.slice(module.lastIndexOf('/') + 1)) || 'Default';
}

/** Whether instances have a method under `Symbol.asyncDispose` or `Symbol.dispose`. */
export function isDisposable(context: ScanContext, type: ts.Type): boolean {
  return context.compiler.properties(type).some(({ name }) => /^__@(asyncDispose|dispose)@/.test(name));
}

/** Whether what a method returns may be a promise. */
export function mayReturnPromise(context: ScanContext, method: ts.Symbol): boolean {
  const { ts, compiler } = context;
  return signaturesOf(context, method).some((signature) => {
    const type = compiler.returnType(signature);
    const parts = type.isUnion() ? type.types : [type];
    return parts.some(
      (part) =>
        (part.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0 || compiler.property(part, 'then') !== undefined,
    );
  });
}

export function signaturesOf(context: ScanContext, method: ts.Symbol): readonly ts.Signature[] {
  const { compiler, ts } = context;
  const type = compiler.typeOfSymbol(method);
  const parts = type.isUnion() ? type.types : [type];
  return parts
    .filter((part) => (part.flags & ts.TypeFlags.Object) !== 0)
    .flatMap((part) => compiler.callSignatures(part));
}
