import { quote } from '../emit/identifiers.ts';
import type { Printer } from '../emit/printer.ts';
import type { MemberModel, ObjectShape, TupleType, TypeDefinition, TypeModel } from '../model/types.ts';
import { core, coreType, nameOf, partName, usePart, type CodecModule } from './codec-module.ts';
import { memberOwner } from './member-owner.ts';
import { mayBeAbsent } from './member-presence.ts';
import { formOf } from './type-form.ts';
import { decided } from './union-plan.ts';
import { admitsNil, admitsUndefined } from './union-tokens.ts';

/** The shape of a named type, made on first use. */
export function printShape(
  printer: Printer,
  module: CodecModule,
  definition: TypeDefinition,
  make: string | undefined,
): void {
  const { id, name, shape } = definition;
  const maker = core(module, module.index.recursive.has(id) ? 'recursive' : 'shape');
  const type = coreType(module, 'NamedShape');
  const open = `export const ${partName('shape', { name })}: ${type} = /*#__PURE__*/ ${maker}(() =>`;
  if (shape.kind === 'alias') {
    const flat = `${open} ${shapeText(module, shape.type, name)});`;
    if (printer.fits(flat)) printer.line(flat);
    else printer.block(open, () => printer.line(`${shapeText(module, shape.type, name)},`), ');');
    return;
  }
  const members = shape.members.map((member) => memberText(module, member, memberOwner(name, member.name), shape));
  const extras: string[] = [];
  if (shape.index !== undefined) extras.push(`index: ${shapeText(module, shape.index, name)}`);
  if (make !== undefined) extras.push(`construct: ${make}`);
  if (shape.wire !== undefined) extras.push(`${shape.wire}: true`);
  const wire = module.index.messageOf.get(id);
  if (wire !== undefined) extras.push(`type: ${quote(wire)}`);
  const close = extras.length === 0 ? '])' : `], { ${extras.join(', ')} })`;
  const object = `${core(module, 'object')}([`;
  const flat = `${open} ${object}${members.join(', ')}${close});`;
  if (printer.fits(flat)) printer.line(flat);
  else {
    const items = (): void => void printer.lines(members.map((member) => `${member},`));
    printer.block(`${open} ${object}`, items, `${close});`);
  }
}

function memberText(module: CodecModule, member: MemberModel, owner: string, { wire }: ObjectShape): string {
  const nil = wire === 'positional' && admitsNil(member.type, module.index) ? ', true' : '';
  const absent = mayBeAbsent(member) ? `, '${member.optional === true ? 'absent' : 'undefined'}'${nil}` : '';
  return `[${quote(member.name)}, ${shapeText(module, member.type, owner)}${absent}]`;
}

/** The shape of a type, as text. */
export function shapeText(module: CodecModule, type: TypeModel, name: string): string {
  const form = formOf(type, module.index);
  const call = (maker: string, ...parameters: readonly string[]): string =>
    `${core(module, maker)}(${parameters.join(', ')})`;
  switch (form.kind) {
    case 'array':
    case 'set':
      return call(form.kind, shapeText(module, form.element, `${name}Item`));
    case 'tuple':
      return tupleText(module, form, name, call);
    case 'binary':
    case 'temporal':
      return call(form.kind, quote(form.type));
    case 'pattern':
      return usePart(module, 'pattern', form, name);
    case 'map':
      return call('map', shapeText(module, form.key, `${name}Key`), shapeText(module, form.value, `${name}Value`));
    case 'record': {
      const keys = form.keys === undefined ? [] : [usePart(module, 'pattern', form.keys, `${name}Key`)];
      const more = admitsUndefined(form.value, module.index)
        ? [...(keys.length > 0 ? keys : ['undefined']), 'true']
        : keys;
      return call('record', quote(form.key), shapeText(module, form.value, `${name}Value`), ...more);
    }
    case 'literals':
      return usePart(module, 'literals', form, name);
    case 'nullable':
    case 'undefinable':
      return call(form.kind, shapeText(module, form.of, name));
    case 'reference': {
      const definition = module.index.byId.get(form.id);
      if (definition === undefined) throw new TypeError(`The model has no type ${form.id}.`);
      return nameOf(module, 'shape', definition);
    }
    case 'union': {
      const { variants } = decided(module.index, form);
      const shapes = variants.map((variant, at) => shapeText(module, variant, `${name}${at}`));
      return call('union', usePart(module, 'decision', form, name), ...shapes);
    }
    case 'unknown':
      return module.imports.value('catga/codecs/unknown', 'unknownShape');
    default:
      return quote(form.kind);
  }
}

function tupleText(
  module: CodecModule,
  { elements, optional = 0, rest, trailing = [] }: TupleType,
  name: string,
  call: (maker: string, ...parameters: readonly string[]) => string,
): string {
  const texts = elements.map((element, at) => shapeText(module, element, `${name}${at}`));
  if (optional === 0 && rest === undefined) return call('tuple', ...texts);
  const parameters = [`[${texts.join(', ')}]`, String(optional)];
  if (rest !== undefined) parameters.push(shapeText(module, rest, `${name}Rest`));
  if (trailing.length > 0) {
    const behind = trailing.map((element, at) => shapeText(module, element, `${name}Last${at}`));
    parameters.push(`[${behind.join(', ')}]`);
  }
  return call('openTuple', ...parameters);
}
