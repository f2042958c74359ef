import type { ts } from 'ts-morph';
import type { ScanContext } from '../scan-context.ts';

/** Type stripping cannot run parameter properties; a project that says it strips types is told before Node tells it. */
export function reportParameterProperties(context: ScanContext, node: ts.ClassDeclaration): void {
  const { ts } = context;
  if (context.project.program.getCompilerOptions().erasableSyntaxOnly !== true) return;
  for (const member of node.members) {
    if (!ts.isConstructorDeclaration(member)) continue;
    for (const parameter of member.parameters) {
      if (!ts.isParameterPropertyDeclaration(parameter, member)) continue;
      const args = { name: node.name?.text ?? 'default', member: parameter.name.getText() };
      context.report('CATGA1010', args, parameter);
    }
  }
}
