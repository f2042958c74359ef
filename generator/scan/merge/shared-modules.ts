import { createDiagnostic, type Diagnostic } from '../../diagnostics/index.ts';
import type { DeclarationModel } from '../../model/project.ts';
import { compareText } from '../project-paths.ts';

/** Two files that differ in their extension only, `orders.ts` and `orders.mts`, are one module to generated code. */
export function findSharedModules(
  declarations: readonly Pick<DeclarationModel, 'module' | 'position'>[],
): readonly Diagnostic[] {
  const fileOf = new Map<string, string>();
  const shared = new Set<string>();
  for (const { module, position } of declarations) {
    const file = fileOf.get(module);
    if (file === undefined) fileOf.set(module, position.file);
    else if (file !== position.file) shared.add(module);
  }
  if (shared.size === 0) return [];
  const files = new Map<string, Map<string, DeclarationModel['position']>>();
  for (const { module, position } of declarations) {
    if (!shared.has(module)) continue;
    const known = files.get(module) ?? new Map<string, DeclarationModel['position']>();
    files.set(module, known);
    const first = known.get(position.file);
    if (!first || position.line < first.line) known.set(position.file, position);
  }
  return [...files.values()].flatMap((positions) => {
    const [first, ...others] = [...positions.values()].toSorted((a, b) => compareText(a.file, b.file));
    if (!first) return [];
    return others.map((position) =>
      createDiagnostic('CATGA1018', { file: position.file, other: first.file }, position, {
        related: [{ position: first, message: `the first declaration in ${first.file}` }],
      }),
    );
  });
}
