import type { ts } from 'ts-morph';
import type { FileContext, Rule, SourceRange } from '../../rule.ts';
import { relativeTo } from '../../../generator/scan/project-paths.ts';
import { importedValue } from '../../syntax/module-specifier.ts';
import { shortText } from '../../syntax/short-text.ts';

const options = {
  packages: {
    type: 'strings',
    default: ['@nestjs/common', 'inversify', 'tsyringe', 'typedi'],
    description: 'Packages whose decorators read the types of constructor parameters.',
  },
  decorators: {
    type: 'strings',
    default: [
      'Inject',
      'Injectable',
      'Service',
      'autoInjectable',
      'inject',
      'injectAll',
      'injectable',
      'multiInject',
      'registry',
      'scoped',
      'singleton',
    ],
    description: 'Names of these decorators.',
  },
} as const;

const SETTING = 'emitDecoratorMetadata';

/** Decorators of containers that construct by metadata, beside handlers and services that the registry constructs. */
export const decoratorMetadata: Rule<typeof options, SourceRange> = {
  id: 'CATGA7003',
  name: 'decorator-metadata',
  title: 'Construction by decorator metadata',
  severity: 'warning',
  preset: 'recommended',
  scope: 'program',
  messages: {
    setting: {
      message:
        '`emitDecoratorMetadata` is on: what reads that metadata works with this compiler only, for type stripping, esbuild and most bundlers do not write it.',
      help: 'Remove it. The generated registry passes dependencies by the types of constructors, ahead of time.',
    },
    decorator: {
      message:
        '`@{name}` of `{module}` makes a container construct by metadata at run time; the generated registry constructs what is declared here already, ahead of time.',
      help: 'Remove the decorator and let the registry construct the class; what the container holds goes to `registry({ … })`.',
    },
  },
  options,
  file(context) {
    const { application, program, ts } = context;
    const { configFilePath, emitDecoratorMetadata } = program.getCompilerOptions();
    if (emitDecoratorMetadata === true && typeof configFilePath === 'string') {
      context.remember(placeOfSetting(context, configFilePath));
    }
    // Elsewhere in a program a container has its own work to do.
    if (application.units.length === 0) return {};
    return {
      enter: {
        Decorator(node: ts.Decorator) {
          const callee = ts.isCallExpression(node.expression) ? node.expression.expression : node.expression;
          const value = importedValue(ts, context.checker, callee);
          if (value === undefined) return;
          const { packages, decorators } = context.options;
          if (!packages.includes(value.module) || !decorators.includes(value.exported)) return;
          context.report({ message: 'decorator', data: { name: shortText(callee), module: value.module }, at: node });
        },
      },
    };
  },
  project({ facts, report }) {
    const [first] = facts;
    if (first !== undefined) report({ message: 'setting', at: first.fact });
  },
};

/** Where the tsconfig says it; its first line where one that it extends does. */
function placeOfSetting({ ts, root }: FileContext<typeof options, SourceRange>, config: string): SourceRange {
  const file = relativeTo(root, config);
  const source = ts.parseJsonText(config, ts.sys.readFile(config) ?? '');
  const find = (node: ts.Node): ts.Node | undefined =>
    ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name) && node.name.text === SETTING
      ? node
      : ts.forEachChild(node, find);
  const [statement] = source.statements;
  const property = statement === undefined ? undefined : find(statement);
  if (property === undefined) return { position: { file, line: 1, column: 1 } };
  const start = source.getLineAndCharacterOfPosition(property.getStart(source));
  const end = source.getLineAndCharacterOfPosition(property.end);
  return {
    position: { file, line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
