import { selectRules, type AnyRule } from '../../analyzers/index.ts';
import type { Format } from './formats/index.ts';
import type { AnalysisSetup } from './setup.ts';

/** `--list-rules`: every rule, what it is set to in this project, and whether it can mend what it finds. */
export function listRules({ rules, settings }: AnalysisSetup, format: Format | undefined): string {
  const active = new Map(selectRules(rules, settings).forProject.map((one) => [one.rule, one]));
  if (format === 'json') {
    const list = rules.map((rule) => ({ ...described(rule), set: active.get(rule)?.severity ?? 'off' }));
    return `${JSON.stringify(list, undefined, 2)}\n`;
  }
  const width = Math.max(...rules.map(({ name }) => name.length));
  return rules
    .map((rule) => {
      const { id, name, title, repair } = rule;
      const set = active.get(rule)?.severity ?? 'off';
      return `${id}  ${name.padEnd(width)}  ${set.padEnd(7)}  ${title}${repair === undefined ? '' : ` (${repair})`}\n`;
    })
    .join('');
}

function described({ id, name, title, severity, preset, scope, repair, options }: AnyRule): object {
  return { id, name, title, severity, preset, scope, ...(repair !== undefined && { repair }), options };
}
