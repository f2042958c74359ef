import { resolve } from 'node:path';
import type { ts as tsMorph } from 'ts-morph';
import type { Diagnostic } from '../diagnostics/index.ts';
import { ts } from './compiler-library.ts';
import { toPosix } from './project-paths.ts';

/** The text of a file, by its path relative to the project root; `undefined`: there is none. */
export type TextOf = (file: string) => string | undefined;

/** Reads the files of a project, those that a run has read as that run saw them. */
export function sourceTexts(root: string, read: ReadonlyMap<string, string> = new Map()): TextOf {
  return (file) => {
    const absolute = toPosix(resolve(root, file));
    return read.get(absolute) ?? ts.sys.readFile(absolute);
  };
}

const configuration = /^catga\.config\.\w+$/;
const configurations: readonly string[] = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs', 'json'].map(
  (extension) => `catga.config.${extension}`,
);

/**
 * Gives an end to findings that were made from the model, which knows where declarations begin; where such a finding is
 * about a member, it is put there. In files that are no sources it is put at the text that it names.
 */
export function pinpoint<D extends Diagnostic>(diagnostics: readonly D[], textOf: TextOf): readonly D[] {
  const parsed = new Map<string, tsMorph.SourceFile | undefined>();
  const parse = (file: string): tsMorph.SourceFile | undefined => {
    if (!parsed.has(file)) {
      const text = textOf(file);
      parsed.set(file, text === undefined ? undefined : ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
    }
    return parsed.get(file);
  };
  return diagnostics.map((diagnostic) => {
    if (diagnostic.end !== undefined) return diagnostic;
    const { file, line, column } = diagnostic.position;
    const actual = configuration.test(file)
      ? (configurations.find((name) => textOf(name) !== undefined) ?? file)
      : file;
    const source = parse(actual);
    const isSource = /\.[cm]?[jt]sx?$/.test(actual) && !configuration.test(actual);
    if (source === undefined || !isSource) return inText(diagnostic, actual, source?.text ?? '');
    const { line: lines } = source.getLineAndCharacterOfPosition(source.end);
    if (line - 1 > lines) return diagnostic;
    const name = tokenAt(source, source.getPositionOfLineAndCharacter(line - 1, column - 1));
    const node = memberOf(name, diagnostic.path) ?? name;
    const start = source.getLineAndCharacterOfPosition(node.getStart(source));
    const end = source.getLineAndCharacterOfPosition(node.getEnd());
    return {
      ...diagnostic,
      position: { file, line: start.line + 1, column: start.character + 1 },
      end: { line: end.line + 1, column: end.character + 1 },
    };
  });
}

/** At what the message names first, of what is quoted in the file; else at its beginning. */
function inText<D extends Diagnostic>(diagnostic: D, file: string, text: string): D {
  const named = [...diagnostic.message.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  const quoted = [...text.matchAll(/(["'])((?:(?!\1)[^\\\n])+)\1/g)];
  for (const name of named) {
    const found = quoted.find(([, , content = '']) => name === content || name.startsWith(`${content}/`));
    if (!found) continue;
    const before = text.slice(0, found.index).split('\n');
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { ...diagnostic, position: { file, line, column }, end: { line, column: column + found[0].length } };
  }
  return { ...diagnostic, position: { file, line: 1, column: 1 }, end: { line: 1, column: 1 } };
}

function tokenAt(source: tsMorph.SourceFile, position: number): tsMorph.Node {
  let found: tsMorph.Node = source;
  const visit = (node: tsMorph.Node): void => {
    if (node.getStart(source) > position || position >= node.getEnd()) return;
    // The outermost that begins there and is a name; a declaration that begins there is more than is meant.
    if (ts.isIdentifier(found) && found.getStart(source) === position) return;
    found = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return found;
}

/** The name of the member that a path leads to, as far as it is written down in the declaration of `name`. */
function memberOf(name: tsMorph.Node, path: string | undefined): tsMorph.Node | undefined {
  const owner = name.getText();
  if (path?.startsWith(`${owner}.`) !== true && path?.startsWith(`${owner}[`) !== true) return undefined;
  let members = membersOf(name.parent);
  let found: tsMorph.Node | undefined;
  for (const [, plain, quoted] of path
    .slice(owner.length)
    .matchAll(/\.([\p{ID_Continue}$]+)|\["((?:[^"\\]|\\.)*)"\]|[[{][^\]}]*[\]}]/gu)) {
    const wanted = plain ?? quoted;
    if (wanted === undefined) continue;
    const member = members.find((one) => one.name !== undefined && nameText(one.name) === wanted);
    if (member?.name === undefined) return found;
    found = member.name;
    members = membersOf((member as { readonly type?: tsMorph.TypeNode }).type);
  }
  return found;
}

type Member = tsMorph.Node & { readonly name?: tsMorph.Node };

/** The members that a declaration or a type lists itself, through arrays, parentheses, unions and intersections. */
function membersOf(node: tsMorph.Node | undefined): readonly Member[] {
  if (node === undefined) return [];
  if (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) return [...node.members];
  if (ts.isClassLike(node)) {
    const made = node.members.find((member) => ts.isConstructorDeclaration(member));
    return [...node.members, ...(made && ts.isConstructorDeclaration(made) ? made.parameters : [])];
  }
  if (ts.isTypeAliasDeclaration(node) || ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) {
    return membersOf(node.type);
  }
  if (ts.isArrayTypeNode(node)) return membersOf(node.elementType);
  if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) return node.types.flatMap(membersOf);
  return ts.isTypeReferenceNode(node) ? (node.typeArguments ?? []).flatMap(membersOf) : [];
}

function nameText(name: tsMorph.Node): string {
  return ts.isStringLiteral(name) || ts.isNumericLiteral(name) || ts.isIdentifier(name) ? name.text : name.getText();
}
