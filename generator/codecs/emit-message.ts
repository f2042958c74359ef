import { pascalCase, quote } from '../emit/identifiers.ts';
import type { Printer } from '../emit/printer.ts';
import type { MessageModel, ResponseModel } from '../model/project.ts';
import type { TypeModel } from '../model/types.ts';
import { coreType, pure, type CodecModule } from './codec-module.ts';
import { shapeText } from './emit-shape.ts';
import { memberOwner } from './member-owner.ts';
import { holdsTexts } from './holds-texts.ts';
import { functionOf } from './type-code.ts';

/** The names of a message's codecs, as other generated modules import them. */
export function codecNames({ variable }: MessageModel): { readonly body: string; readonly response: string } {
  return { body: `${variable}Codec`, response: `${variable}ResponseCodec` };
}

/** A response as one type. */
export function responseType({ type, undefinable }: ResponseModel): TypeModel {
  if (undefinable !== true) return type;
  const variants = type.kind === 'union' ? type.variants : [type];
  return { kind: 'union', variants: [...variants, { kind: 'undefined' }] };
}

/** The codec of a message and, where it is answered, of its response. */
export function printMessage(printer: Printer, module: CodecModule, message: MessageModel): void {
  const { body, response } = codecNames(message);
  const type = module.imports.type(module.specifiers.source(message.module, module.path), message.exportName);
  const codec = coreType(module, 'Codec');
  printer.line(`export const ${body}: ${codec}<${type}> = ${create(module, message.name, message, message.body)};`);
  if (message.response === undefined) return;
  const answer = `${codec}<${module.imports.type('catga/generated', 'ResponseOf')}<${type}>>`;
  const model = responseType(message.response);
  const name = memberOwner(pascalCase(message.variable), 'response');
  printer.line(`export const ${response}: ${answer} = ${createFor(module, `${message.name} response`, model, name)};`);
}

function create(module: CodecModule, name: string, message: MessageModel, body: TypeModel): string {
  const carriesName = body.kind === 'reference' && module.index.messageOf.has(body.id);
  const owner = memberOwner(pascalCase(message.variable), 'body');
  if (message.form === 'class' || carriesName) return createFor(module, name, body, owner);
  const wrap = { read: 'readNamed', shape: 'message' };
  return createFor(module, name, body, owner, wrap);
}

/** @param wrap - What puts a message's wire name on a body that other types share. */
function createFor(
  module: CodecModule,
  name: string,
  type: TypeModel,
  owner: string,
  wrap?: { readonly read: string; readonly shape: string },
): string {
  const write = functionOf(module, 'write', type, owner);
  const read = functionOf(module, 'read', type, owner);
  const shape = laterShape(module, type, owner);
  const texts = holdsTexts([type], module.index);
  const named = quote(name);
  const parameters =
    wrap === undefined
      ? [named, write, read, shape, texts]
      : [
          named,
          write,
          pure(module, wrap.read, `${read}, ${named}`),
          pure(module, wrap.shape, `${named}, ${shape}`),
          texts,
        ];
  return pure(module, 'createCodec', parameters.join(', '));
}

/** The shapes of other modules may not be there yet: modules may refer to each other in a circle. */
export function laterShape(module: CodecModule, type: TypeModel, owner: string): string {
  const text = shapeText(module, type, owner);
  if (type.kind === 'reference') {
    const definition = module.index.byId.get(type.id);
    if (definition !== undefined && module.pathOf(definition) === module.path) return text;
  }
  return text.startsWith("'") ? text : pure(module, 'shape', `() => ${text}`);
}
