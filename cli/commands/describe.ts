import { planEmit } from '../../generator/emit/plan.ts';
import { generate } from '../../generator/index.ts';
import { locateProject } from '../config/locate.ts';
import { ExitCode } from '../exit-code.ts';
import { openConfiguration } from '../open-configuration.ts';
import { prettyDiagnostics } from '../output/diagnostics.ts';
import { modelText } from '../output/model-text.ts';
import type { Terminal } from '../output/terminal.ts';
import type { DescribeFlags } from '../program.ts';

/** `catga describe`: what the declarations say, as the generator understands them. Writes nothing. */
export async function describe(terminal: Terminal, flags: DescribeFlags): Promise<ExitCode> {
  const location = locateProject(terminal.cwd, flags.config);
  const { settings } = await openConfiguration(location);
  const { model, diagnostics } = generate(settings);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (flags.json === true) {
    terminal.out(`${JSON.stringify({ model, diagnostics }, undefined, 2)}\n`);
  } else {
    // Composition and names are planned for a sound model only.
    if (errors.length === 0) {
      const { output, generatorVersion } = settings;
      terminal.out(modelText(planEmit(model, { output, generatorVersion, importExtension: '.js' })));
    }
    terminal.err(prettyDiagnostics(errors, { root: location.root, color: terminal.color }));
  }
  return errors.length > 0 ? ExitCode.findings : ExitCode.ok;
}
