import type { ProjectShape } from './project-shape.ts';

/** A `tsconfig.json` that TypeScript 5.9, 6 and 7 understand alike. */
export function tsconfigText(shape: ProjectShape): string {
  const config = {
    compilerOptions: {
      target: 'ES2022',
      // Without @types/node the DOM library is what declares `console`, timers and `AbortSignal`.
      lib: ['ES2023', 'ESNext.Disposable', ...(shape.hasNodeTypes ? [] : ['DOM'])],
      types: shape.hasNodeTypes ? ['node'] : [],
      module: 'NodeNext',
      rootDir: shape.sources,
      outDir: shape.build,
      sourceMap: true,
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      ...(shape.commonJs ? {} : { verbatimModuleSyntax: true }),
      skipLibCheck: true,
    },
    include: [shape.sources],
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
