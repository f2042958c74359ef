import { analyze, rules } from '../../analyzers/index.ts';
import type { Diagnostic } from '../../generator/diagnostics/index.ts';
import { generateFrom } from '../../generator/index.ts';
import { openProject, scan } from '../../generator/scan/index.ts';
import { locateProject } from '../config/locate.ts';
import { ExitCode } from '../exit-code.ts';
import { openConfiguration } from '../open-configuration.ts';
import { githubDiagnostics, prettyDiagnostics } from '../output/diagnostics.ts';
import type { Terminal } from '../output/terminal.ts';
import type { AnalyzeFlags } from '../program.ts';

/** `catga analyze`: the generator's findings and the analyzers', on one program. */
export async function analyzeCommand(terminal: Terminal, flags: AnalyzeFlags): Promise<ExitCode> {
  const location = locateProject(terminal.cwd, flags.config);
  const { settings } = await openConfiguration(location);
  const project = openProject(settings, { ambientTypes: true });
  const { model, diagnostics } = generateFrom(scan(project), settings);
  const { findings } = analyze(project, model, { rules, diagnostics });
  print(terminal, flags, location.root, findings);
  return findings.some(({ severity }) => severity !== 'info') ? ExitCode.findings : ExitCode.ok;
}

function print(terminal: Terminal, flags: AnalyzeFlags, root: string, findings: readonly Diagnostic[]): void {
  switch (flags.format) {
    case 'json':
      terminal.out(`${JSON.stringify(findings, undefined, 2)}\n`);
      return;
    case 'github':
      terminal.out(githubDiagnostics(findings, root));
      return;
    case 'pretty':
      terminal.out(
        findings.length === 0 ? 'no findings\n' : prettyDiagnostics(findings, { root, color: terminal.color }),
      );
  }
}
