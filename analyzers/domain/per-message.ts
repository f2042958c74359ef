import type { ts } from 'ts-morph';
import type { FileView } from '../rule.ts';
import type { Unit } from './units.ts';

/**
 * Whether code runs while messages are handled: in a function of a handler or what stands around handlers, but neither when
 * a module is loaded nor when something is made or disposed that lives as long as the application. Under
 * `--scope everywhere`, in any function.
 *
 * @param kinds - Which units count; default: all.
 */
export function runsPerMessage(
  { application, isEverywhere, ts }: FileView,
  node: ts.Node,
  kinds?: ReadonlySet<Unit['kind']>,
): boolean {
  const unit = application.unitOf(node);
  if (unit === undefined || kinds?.has(unit.kind) === false)
    return isEverywhere && functionAround(ts, node) !== undefined;
  const outermost = functionAround(ts, node, unit.node);
  if (outermost === undefined) return isTransient(unit) && isInstanceMember(ts, node, unit);
  if (ts.isConstructorDeclaration(outermost)) return isTransient(unit);
  return outermost.name === undefined || !/^\[Symbol\.(?:asyncD|d)ispose\]$/.test(outermost.name.getText());
}

/** Made anew for each message or each use. */
function isTransient({ model }: Unit): boolean {
  return 'lifetime' in model && model.lifetime !== 'singleton';
}

function isInstanceMember(compiler: typeof ts, node: ts.Node, unit: Unit): boolean {
  let member = node;
  while (member.parent !== undefined && member.parent !== unit.node) member = member.parent;
  return (
    compiler.isPropertyDeclaration(member) &&
    !(compiler.getModifiers(member) ?? []).some(({ kind }) => kind === compiler.SyntaxKind.StaticKeyword)
  );
}

/** The outermost function around a node, within a limit. */
function functionAround(compiler: typeof ts, node: ts.Node, limit?: ts.Node): ts.SignatureDeclaration | undefined {
  let found: ts.SignatureDeclaration | undefined;
  for (let parent = node.parent; parent !== undefined && parent !== limit; parent = parent.parent) {
    if (compiler.isFunctionLike(parent)) found = parent;
  }
  return found ?? (limit !== undefined && compiler.isFunctionLike(limit) ? limit : undefined);
}
