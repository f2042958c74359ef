import { analyze, defaultSettings } from '../../../analyzers/index.ts';
import { applyEdits } from '../../../analyzers/fix/apply-edits.ts';
import type { Finding } from '../../../analyzers/finding.ts';
import type { AnyRule } from '../../../analyzers/rule.ts';
import { openVirtualProject } from '../../../analyzers/testing/virtual-project.ts';
import { placedFinding, type CaseFile, type Differential, type PlacedFinding, type Verdict } from './corpus.ts';

/** Runs our rule on the cases, everywhere, with the options of each group. */
export function ourVerdicts(
  { rule, kinds, repairs }: Differential,
  root: string,
  texts: Readonly<Record<string, string>>,
  files: readonly CaseFile[],
  compilerOptions: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Verdict> {
  const { project, model, diagnostics } = openVirtualProject(root, texts, { compilerOptions });
  const mistakes = diagnostics.filter(({ severity }) => severity === 'error');
  if (mistakes.length > 0) throw new TypeError(`The corpus has declarations: ${JSON.stringify(mistakes[0])}`);
  const groups = new Set(files.map(({ group }) => group));
  const { findings } = analyze(project, model, {
    rules: [rule],
    settings: {
      ...defaultSettings,
      scope: 'everywhere',
      only: [rule.id],
      overrides: [...groups].map(({ name, options }) => ({
        files: [`src/${name}/**`],
        rules: { [rule.id]: [rule.severity, options] },
      })),
    },
  });
  const verdicts = new Map<string, PlacedFinding[]>(files.map(({ path }) => [path, []]));
  for (const finding of findings) {
    const { file, line, column } = finding.position;
    const { line: endLine, column: endColumn } = finding.end ?? finding.position;
    const repaired = repairs === 'same' ? repairedTexts(finding, texts[file] ?? '') : [];
    verdicts
      .get(file)
      ?.push(placedFinding(kinds[kindOf(rule, finding)] ?? '', { line, column, endLine, endColumn }, repaired));
  }
  return verdicts;
}

function repairedTexts({ fix, suggestions = [] }: Finding, text: string): readonly string[] {
  return [...(fix === undefined ? [] : [fix]), ...suggestions.map(({ edits }) => edits)].map((edits) =>
    applyEdits(text, edits),
  );
}

/** The key of the message that a finding has been made of. */
function kindOf({ name, messages }: AnyRule, { message, help }: Finding): string {
  const kind = Object.keys(messages).find((key) => {
    const template = messages[key];
    return template !== undefined && fits(template.message, message) && fits(template.help, help);
  });
  if (kind === undefined) throw new TypeError(`The rule ${name} has no message like "${message}".`);
  return kind;
}

function fits(template: string, text: string): boolean {
  const literal = template.split(/\{\w+\}/).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${literal.join('[^]*')}$`).test(text);
}
