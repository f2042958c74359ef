import type { ts } from 'ts-morph';
import type { ProjectModel } from '../../../generator/model/project.ts';
import type { SourcePosition, TypeModel } from '../../../generator/model/types.ts';
import { relativeTo } from '../../../generator/scan/project-paths.ts';
import type { FileContext } from '../../rule.ts';

/** A declaration that a message consists of. */
export interface MessageType {
  readonly name: string;
  /** As the declaration writes them: one list for each part of an intersection. */
  readonly members: readonly (readonly (ts.ClassElement | ts.TypeElement)[])[];
}

/** The messages that a file declares, and its types that messages of the project are made of, in source order. */
export function messageTypesOf({ application, file, root, ts }: FileContext): readonly MessageType[] {
  const path = relativeTo(root, file.fileName);
  const places = placesOf(application.model).get(path);
  if (places === undefined) return [];
  return file.statements.flatMap((statement): readonly MessageType[] => {
    const isDeclared =
      ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    if (!isDeclared || !places.some((offset) => isWithin(file, statement, offset))) return [];
    const name = statement.name?.text ?? 'the class';
    if (!ts.isTypeAliasDeclaration(statement)) return [{ name, members: [statement.members] }];
    return [{ name, members: literalsIn(ts, statement.type) }];
  });
}

function isWithin(file: ts.SourceFile, node: ts.Node, { line, column }: SourcePosition): boolean {
  const offset = file.getPositionOfLineAndCharacter(line - 1, column - 1);
  return node.pos <= offset && offset < node.end;
}

/** `Command & { … }`; what `Readonly` wraps is as it should be. */
function literalsIn(compiler: typeof ts, node: ts.TypeNode): MessageType['members'] {
  if (compiler.isTypeLiteralNode(node)) return [node.members];
  if (compiler.isParenthesizedTypeNode(node)) return literalsIn(compiler, node.type);
  if (!compiler.isIntersectionTypeNode(node) && !compiler.isUnionTypeNode(node)) return [];
  return node.types.flatMap((part) => literalsIn(compiler, part));
}

const known = new WeakMap<ProjectModel, ReadonlyMap<string, readonly SourcePosition[]>>();

/** Where messages and what they are made of are declared, by file. Responses are not shared. */
function placesOf(model: ProjectModel): ReadonlyMap<string, readonly SourcePosition[]> {
  const found = known.get(model);
  if (found !== undefined) return found;
  const places = new Map<string, SourcePosition[]>();
  const add = (position: SourcePosition): void => {
    const list = places.get(position.file);
    if (list === undefined) places.set(position.file, [position]);
    else list.push(position);
  };
  const types = new Map(model.types.map((type) => [type.id, type]));
  const seen = new Set<string>();
  const visit = (type: TypeModel): void => {
    for (const id of referencesIn(type)) {
      const definition = types.get(id);
      if (definition === undefined || seen.has(id)) continue;
      seen.add(id);
      add(definition.position);
      visitShape(definition.shape);
    }
  };
  const visitShape = (shape: (typeof model.types)[number]['shape']): void => {
    if (shape.kind !== 'object') return;
    for (const member of shape.members) visit(member.type);
  };
  for (const message of model.messages) {
    add(message.position);
    visit(message.body);
  }
  known.set(model, places);
  return places;
}

/** The ids that a type refers to, wherever in it. */
function referencesIn(type: TypeModel): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    // A type is plain data; a reference is what has this kind and an id.
    const { kind, id } = value as { readonly kind?: unknown; readonly id?: unknown };
    if (kind === 'reference' && typeof id === 'string') found.push(id);
    else if (!Array.isArray(value)) Object.values(value).forEach(visit);
  };
  visit(type);
  return found;
}
