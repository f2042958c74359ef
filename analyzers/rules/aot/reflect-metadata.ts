import type { ts } from 'ts-morph';
import type { OptionValues } from '../../options.ts';
import type { FileContext, Rule } from '../../rule.ts';
import { isGlobalName } from '../../syntax/global-name.ts';
import { shortText } from '../../syntax/short-text.ts';

const options = {
  packages: {
    type: 'strings',
    default: ['reflect-metadata', '@abraham/reflection', '@vercel/reflect-metadata'],
    description: 'Packages that add metadata to `Reflect`.',
  },
} as const;

const methods: ReadonlySet<string> = new Set([
  'decorate',
  'defineMetadata',
  'deleteMetadata',
  'getMetadata',
  'getMetadataKeys',
  'getOwnMetadata',
  'getOwnMetadataKeys',
  'hasMetadata',
  'hasOwnMetadata',
  'metadata',
]);

/** Metadata that a program attaches to classes and reads back while it runs. */
export const reflectMetadata: Rule<typeof options> = {
  id: 'CATGA7002',
  name: 'reflect-metadata',
  title: 'Metadata read at run time',
  severity: 'warning',
  preset: 'recommended',
  scope: 'program',
  messages: {
    loaded: {
      message:
        '`{module}` keeps types as metadata for the running program: only compilers that emit decorator metadata write it, and type stripping, esbuild and swc by default do not.',
      help: 'Let `catga generate` find out ahead of time: handlers, services and their dependencies need no metadata.',
    },
    used: {
      message:
        '`{code}` reads or writes metadata that only a polyfill provides: without it the program fails when it gets here.',
      help: 'Keep what has to be known in code: a constant, a table, a declaration that `catga generate` reads.',
    },
  },
  options,
  file: (context) => ({
    enter: {
      ImportDeclaration({ importClause, moduleSpecifier }: ts.ImportDeclaration) {
        if (importClause?.isTypeOnly !== true) judge(context, moduleSpecifier);
      },
      ExportDeclaration({ isTypeOnly, moduleSpecifier }: ts.ExportDeclaration) {
        if (!isTypeOnly) judge(context, moduleSpecifier);
      },
      ImportEqualsDeclaration({ isTypeOnly, moduleReference }: ts.ImportEqualsDeclaration) {
        if (!isTypeOnly && context.ts.isExternalModuleReference(moduleReference)) {
          judge(context, moduleReference.expression);
        }
      },
      CallExpression(node: ts.CallExpression) {
        if (isLoading(context, node.expression)) judge(context, node.arguments[0]);
        else if (isMetadataCall(context, node.expression)) {
          context.report({ message: 'used', data: { code: shortText(node.expression) }, at: node.expression });
        }
      },
    },
  }),
};

type Context = FileContext<typeof options>;

function judge(context: Context, specifier: ts.Expression | undefined): void {
  if (specifier === undefined || !context.ts.isStringLiteralLike(specifier)) return;
  if (isOneOf(context.options, specifier.text)) {
    context.report({ message: 'loaded', data: { module: specifier.text }, at: specifier });
  }
}

function isOneOf({ packages }: OptionValues<typeof options>, module: string): boolean {
  return packages.some((one) => module === one || module.startsWith(`${one}/`));
}

function isLoading(context: Context, callee: ts.Expression): boolean {
  const { ts } = context;
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(callee) && callee.text === 'require' && isGlobalName(context, callee))
  );
}

function isMetadataCall(context: Context, callee: ts.Expression): boolean {
  const { ts } = context;
  return (
    ts.isPropertyAccessExpression(callee) &&
    methods.has(callee.name.text) &&
    ts.isIdentifier(callee.expression) &&
    callee.expression.text === 'Reflect' &&
    isGlobalName(context, callee.expression)
  );
}
