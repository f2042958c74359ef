import { indexTypes, type TypeIndex } from '../codecs/index.ts';
import type { MessageModel } from '../model/project.ts';
import type { MemberModel, TypeModel } from '../model/types.ts';
import { access, isIdentifier, propertyKey, quote } from './identifiers.ts';
import { withImports } from './imports.ts';
import type { Plan, PlannedMessage } from './plan.ts';
import { Printer } from './printer.ts';
import { References } from './references.ts';
import { renderTemplate } from './render.ts';
import type { Unit } from './units.ts';

const target = 'routes.ts';

/** `routes.ts`: where each message goes, and how its keys are read. */
export function printRoutes(plan: Plan): string {
  const { imports, body } = withImports(['MessageName', 'routes'], (used) => {
    const references = new References(plan, target, used);
    return `${printNames(plan)}\n\n${printTable(plan, references)}`;
  });
  return renderTemplate('routes', { version: plan.generatorVersion, imports, body });
}

function printNames(plan: Plan): string {
  const printer = new Printer();
  printer.line('/** The wire names of all messages. */');
  const names = plan.messages.map(({ model }) => quote(model.name));
  const flat = `export type MessageName = ${names.length === 0 ? 'never' : names.join(' | ')};`;
  if (printer.fits(flat)) return printer.line(flat).toString();
  printer.line('export type MessageName =');
  return printer
    .indented(() => names.forEach((name, index) => printer.line(`| ${name}${index === names.length - 1 ? ';' : ''}`)))
    .toString();
}

function printTable(plan: Plan, references: References): string {
  const printer = new Printer();
  const definitions = definitionsOf(plan);
  printer.line('/** Where each message goes. */');
  const open = `export const routes: Readonly<Record<MessageName, ${references.runtimeType('Route')}>> = {`;
  if (plan.messages.length === 0) return printer.line(`${open}};`).toString();
  return printer
    .block(open, () => plan.messages.forEach((message) => printRoute(printer, message, references, definitions)), '};')
    .toString();
}

/** The definitions of each unit by id: a message's keys are looked up among those of its own package. */
export type Definitions = ReadonlyMap<Unit, TypeIndex['byId']>;

export function definitionsOf(plan: Pick<Plan, 'units'>): Definitions {
  return new Map(plan.units.map((unit) => [unit, indexTypes(unit.model).byId]));
}

function printRoute(printer: Printer, message: PlannedMessage, references: References, definitions: Definitions): void {
  const { name, kind, qos, options } = message.model;
  const items = [`kind: ${quote(kind)}`, `qos: ${qos}`];
  if (options.route !== undefined) items.push(`service: ${quote(options.route)}`);
  for (const key of ['partitionKey', 'idempotencyKey'] as const) {
    const member = options[key];
    if (member === undefined) continue;
    const text = keyText(message.model, member, definitions.get(message.unit) ?? new Map());
    items.push(`${key}: (message: ${references.messageType(message)}): string => ${text}`);
  }
  const flat = `${propertyKey(name)}: { ${items.join(', ')} },`;
  if (printer.fits(flat)) printer.line(flat);
  else printer.block(`${propertyKey(name)}: {`, () => printer.lines(items.map((item) => `${item},`)), '},');
}

/** Plain property accesses along a member path; text where the member is not text yet. */
export function keyText(message: MessageModel, path: string, definitions: TypeIndex['byId']): string {
  let type: TypeModel | undefined = message.body;
  let expression = 'message';
  let optional = false;
  for (const name of path.split('.')) {
    const member: MemberModel | undefined = memberOf(type, name, definitions);
    expression = optional
      ? `${expression}?.${isIdentifier(name) ? name : `[${quote(name)}]`}`
      : access(expression, name);
    optional ||= member?.optional === true || member?.undefinable === true;
    type = member?.type;
  }
  if (!optional) return type?.kind === 'string' ? expression : `String(${expression})`;
  return type?.kind === 'string' ? `${expression} ?? ''` : `String(${expression} ?? '')`;
}

function memberOf(type: TypeModel | undefined, name: string, definitions: TypeIndex['byId']): MemberModel | undefined {
  const shape = type?.kind === 'reference' ? definitions.get(type.id)?.shape : undefined;
  if (shape?.kind === 'alias') return memberOf(shape.type, name, definitions);
  return shape?.members.find((member) => member.name === name);
}
