import type { ProjectModel } from '../../generator/model/project.ts';
import type { MemberModel, TypeDefinition, TypeModel } from '../../generator/model/types.ts';
import { typeKey } from '../../generator/model/compare-variants.ts';

/** The whole model, a declaration a line: small enough to review, and every field of it shows. */
export function printModel(model: ProjectModel): readonly string[] {
  const lines: string[] = [];
  for (const { name, kind, body, response, position, ...rest } of model.messages) {
    const answer = response ? ` -> ${text(response.type)}${response.undefinable === true ? ' | undefined' : ''}` : '';
    lines.push(`${kind} ${name} ${at(position)}: ${text(body)}${answer} ${JSON.stringify(rest)}`);
  }
  const constructed = {
    handler: model.handlers,
    behavior: model.behaviors,
    validator: model.validators,
    service: model.services,
  };
  for (const [kind, list] of Object.entries(constructed)) {
    for (const { id, position, ...rest } of list) lines.push(`${kind} ${id} ${at(position)} ${JSON.stringify(rest)}`);
  }
  for (const { id, position, former, ...rest } of model.upcasters)
    lines.push(
      `upcaster ${id} ${at(position)} ${text(former.body)} ${JSON.stringify({ ...rest, ...former.expression })}`,
    );
  for (const { property, position, ...rest } of model.externals)
    lines.push(`external ${property} ${at(position)} ${JSON.stringify(rest)}`);
  for (const type of model.types) lines.push(...printType(type));
  return lines;
}

function printType({ id, name, module, expression, shape, position }: TypeDefinition): readonly string[] {
  const args = expression?.arguments ? `<${expression.arguments.map(text).join(', ')}>` : '';
  const written = expression
    ? ` as ${expression.name}${args} from ${expression.module}${expression.external === true ? ' (package)' : ''}`
    : '';
  const head = `type ${id} ${at(position)} ${name} in ${module}${written}`;
  if (shape.kind === 'alias') return [head, `  = ${text(shape.type)}`];
  const lines = [head, ...shape.members.map(printMember)];
  if (shape.index) lines.push(`  ${text(shape.index)}`);
  if (shape.wire) lines.push(`  @wire ${shape.wire}`);
  if (shape.construct)
    lines.push(`  constructed by ${shape.construct.style}(${shape.construct.parameters.join(', ')})`);
  return lines;
}

function printMember({ name, type, optional, undefinable, readonly, doc }: MemberModel): string {
  const suffix = `${undefinable === true ? ' | undefined' : ''}${doc === undefined ? '' : ` // ${doc}`}`;
  return `  ${readonly === true ? 'readonly ' : ''}${name}${optional === true ? '?' : ''}: ${text(type)}${suffix}`;
}

function text(type: TypeModel): string {
  return typeKey(type);
}

function at({ file, line, column }: TypeDefinition['position']): string {
  return `${file}:${line}:${column}`;
}
