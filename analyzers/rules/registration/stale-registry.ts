import type { Rule, SourceRange } from '../../rule.ts';

/** How many of the files that differ a finding names. */
const FILES = 3;

const options = {
  reportAbsent: {
    type: 'boolean',
    default: false,
    description: 'Whether it is a finding, too, that nothing has been generated: imports of it do not compile anyway.',
  },
} as const;

/** Generated code that is not what the declarations say: what has been declared since is not registered. */
export const staleRegistry: Rule<typeof options> = {
  id: 'CATGA2107',
  name: 'stale-registry',
  title: 'Generated code is out of date',
  severity: 'error',
  preset: 'recommended',
  scope: 'program',
  messages: {
    stale: {
      message: '`{output}` is not what the declarations say: {files}.',
      help: 'Run `catga generate`, and commit what it writes where generated code is committed.',
    },
    absent: {
      message: 'Nothing has been generated yet: there is no `{output}`.',
      help: 'Run `catga generate`.',
    },
  },
  options,
  project({ model, project, options: { reportAbsent }, report }) {
    const { messages, handlers, behaviors, validators } = model;
    if (messages.length + handlers.length + behaviors.length + validators.length === 0) return;
    const { output, tsconfig } = project;
    const { files, isAbsent } = project.staleOutput();
    if (isAbsent && reportAbsent) {
      report({ message: 'absent', data: { output }, at: startOf(tsconfig) });
    }
    const [first] = files;
    if (first === undefined) return;
    const named = files.slice(0, FILES).map((file) => `\`${file}\``);
    const more = files.length - named.length;
    const shown = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
    report({ message: 'stale', data: { output, files: shown }, at: startOf(`${output}/${first}`) });
  },
};

function startOf(file: string): SourceRange {
  return { position: { file, line: 1, column: 1 }, end: { line: 1, column: 1 } };
}
