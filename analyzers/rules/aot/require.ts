import type { ts } from 'ts-morph';
import type { FileContext, Rule } from '../../rule.ts';
import { isGlobalName } from '../../syntax/global-name.ts';
import { importedValue } from '../../syntax/module-specifier.ts';
import { withoutParentheses } from '../../syntax/parentheses.ts';
import { shortText } from '../../syntax/short-text.ts';

/** CommonJS loading in an ES module. */
export const requireInModule: Rule = {
  id: 'CATGA7006',
  name: 'require',
  title: 'CommonJS loading in an ES module',
  severity: 'warning',
  preset: 'recommended',
  scope: 'program',
  messages: {
    missing: {
      message: '`{code}`: ES modules have no `{name}`, so the program fails when it gets here.',
      help: 'Use `import`, or `await import(…)` where the module is needed later.',
    },
    created: {
      message:
        '`{code}` loads a module past `import`: bundlers and single-file builds do not take it along, and type stripping leaves it as it is.',
      help: 'Use `import`; for JSON `import data from "./data.json" with { type: "json" }`.',
    },
    assigned: {
      message: '`{code}` in an ES module becomes `createRequire` or does not compile: bundlers do not follow it.',
      help: 'Use `import {name} from {module}`.',
    },
  },
  options: {},
  file(context) {
    const { file, ts } = context;
    if (!isEsModule(context)) return {};
    return {
      enter: {
        CallExpression(node: ts.CallExpression) {
          const callee = withoutParentheses(ts, node.expression);
          if (isNativeAddon(ts, node.arguments[0])) return;
          const name = missingName(context, callee);
          if (name !== undefined && !isGuarded(ts, node, name)) {
            context.report({ message: 'missing', data: { code: shortText(node), name }, at: node });
          } else if (isCreated(context, callee)) {
            context.report({ message: 'created', data: { code: shortText(node) }, at: node });
          }
        },
        ImportEqualsDeclaration(node: ts.ImportEqualsDeclaration) {
          const { isTypeOnly, moduleReference, name } = node;
          if (isTypeOnly || !ts.isExternalModuleReference(moduleReference)) return;
          const module = moduleReference.expression.getText(file);
          context.report({ message: 'assigned', data: { code: shortText(node), name: name.text, module }, at: node });
        },
      },
    };
  },
};

/** As Node runs the file; where the module system is not Node's, as the compiler writes it. */
function isEsModule({ file, program, ts }: FileContext): boolean {
  if (file.isDeclarationFile || file.fileName.endsWith('.cts')) return false;
  if (file.fileName.endsWith('.mts')) return true;
  if (file.impliedNodeFormat !== undefined) return file.impliedNodeFormat === ts.ModuleKind.ESNext;
  const { module } = program.getCompilerOptions();
  const isWritten = module !== undefined && module >= ts.ModuleKind.ES2015 && module <= ts.ModuleKind.ESNext;
  return isWritten && ts.isExternalModule(file);
}

/** `require(…)`, `require.resolve(…)`, `module.require(…)`, where no name of the file stands for them. */
function missingName(context: FileContext, callee: ts.Expression): string | undefined {
  const { ts } = context;
  if (ts.isIdentifier(callee))
    return callee.text === 'require' && isGlobalName(context, callee) ? 'require' : undefined;
  if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return undefined;
  const { text } = callee.expression;
  const isKnown =
    (text === 'require' && callee.name.text === 'resolve') || (text === 'module' && callee.name.text === 'require');
  return isKnown && isGlobalName(context, callee.expression) ? text : undefined;
}

/** The result of `createRequire`, called where it is made or by the name that it got. */
function isCreated(context: FileContext, callee: ts.Expression): boolean {
  const { checker, ts } = context;
  if (ts.isCallExpression(callee)) {
    const value = importedValue(ts, checker, callee.expression);
    return value?.exported === 'createRequire' && /^(?:node:)?module$/.test(value.module);
  }
  // Where the file does not say the word, no name can stand for one.
  if (!ts.isIdentifier(callee) || !context.file.text.includes('createRequire')) return false;
  const declaration = checker.getSymbolAtLocation(callee)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  const { initializer } = declaration;
  return initializer !== undefined && ts.isCallExpression(initializer) && isCreated(context, initializer);
}

/** Node loads addons in no other way. */
function isNativeAddon(compiler: typeof ts, specifier: ts.Expression | undefined): boolean {
  return specifier !== undefined && compiler.isStringLiteralLike(specifier) && specifier.text.endsWith('.node');
}

/** Behind `typeof require === 'function'` and the like the code knows that there may be none. */
function isGuarded(compiler: typeof ts, node: ts.Node, name: string): boolean {
  const asks = new RegExp(String.raw`\btypeof\s+${name}\b`);
  for (let parent = node.parent; parent !== undefined; parent = parent.parent) {
    const condition = compiler.isIfStatement(parent)
      ? parent.expression
      : compiler.isConditionalExpression(parent)
        ? parent.condition
        : compiler.isBinaryExpression(parent)
          ? parent.left
          : undefined;
    if (condition !== undefined && asks.test(condition.getText())) return true;
  }
  return false;
}
