import { locateProject } from '../config/locate.ts';
import type { Verdict } from '../doctor/check.ts';
import { checks } from '../doctor/checks/index.ts';
import { patientAt } from '../doctor/patient.ts';
import { ExitCode } from '../exit-code.ts';
import { plural } from '../output/diagnostics.ts';
import type { Terminal } from '../output/terminal.ts';
import type { DoctorFlags } from '../program.ts';

type Examined = Verdict & { readonly check: string };

const marks: Readonly<Record<Verdict['status'], string>> = {
  ok: 'ok     ',
  note: 'note   ',
  warning: 'warning',
  error: 'error  ',
};

/** `catga doctor`: versions, configuration, installation and output, each with what to do. Writes nothing. */
export async function doctor(terminal: Terminal, flags: DoctorFlags): Promise<ExitCode> {
  const patient = await patientAt(locateProject(terminal.cwd, flags.config));
  const examined: Examined[] = [];
  for (const { name, examine } of checks) examined.push({ check: name, ...(await examine(patient)) });
  const found = examined.filter(({ status }) => status === 'error' || status === 'warning');
  if (flags.json === true) terminal.out(`${JSON.stringify({ root: patient.root, checks: examined }, undefined, 2)}\n`);
  else
    terminal.out(
      `${examined.map(line).join('\n')}\n\n${found.length === 0 ? 'nothing is wrong' : plural(found.length, 'finding')}\n`,
    );
  return found.length === 0 ? ExitCode.ok : ExitCode.findings;
}

function line(verdict: Examined): string {
  const start = `${marks[verdict.status]}  ${verdict.check}`;
  return verdict.status === 'ok'
    ? `${start}: ${verdict.detail}`
    : `${start}: ${verdict.problem}\n         ${verdict.fix}`;
}
