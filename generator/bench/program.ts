import type { ProjectModel } from '../model/project.ts';

/** How the program finds what was generated. */
export interface BenchPlaces {
  /** From the program to the generated folder, posix: `../src/catga`. */
  readonly generated: string;
  readonly importExtension: '.js' | '.ts';
}

/** The program that `catga generate --bench` writes, once: from then on it is the user's. */
export function benchProgram(
  { externals, modules }: ProjectModel,
  { generated, importExtension }: BenchPlaces,
): string {
  const index = `${generated}/index${importExtension}`;
  const required = externals.some(({ optional }) => !optional) || modules.some(({ model }) => needsExternals(model));
  const lines = [
    '// Measures the messages and handlers of this project. Written once by `catga generate --bench`; from here on it is yours.',
    "import { readFileSync } from 'node:fs';",
    "import { benchmark } from 'catga/bench';",
    `import { registry${required ? ', type Externals' : ''} } from '${index}';`,
    '',
    '// One sample of each message, as JSON. Change them as you like; `catga generate --bench` adds what is new, and nothing else.',
    "const samples = JSON.parse(readFileSync(new URL('./samples.json', import.meta.url), 'utf8')) as Record<string, unknown>;",
    '',
  ];
  if (required) {
    const names = externals.filter(({ optional }) => !optional).map(({ property }) => property);
    lines.push(
      `// What handlers need${names.length === 0 ? '' : ` (${names.join(', ')})`}. While it is undefined, codecs are measured and handlers are not.`,
      'const externals = undefined as Externals | undefined;',
      '',
      '// Without externals nothing is started: the registry is read for its codecs only.',
      'await benchmark({',
      '  registry: registry(externals ?? ({} as Externals)),',
      '  samples,',
      '  handlers: externals !== undefined,',
      '});',
    );
  } else lines.push('await benchmark({ registry: registry(), samples });');
  return `${lines.join('\n')}\n`;
}

function needsExternals({ externals, modules }: ProjectModel): boolean {
  return externals.some(({ optional }) => !optional) || modules.some(({ model }) => needsExternals(model));
}
