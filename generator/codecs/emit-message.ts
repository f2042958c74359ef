import { pascalCase, quote } from '../emit/identifiers.ts';
import type { Printer } from '../emit/printer.ts';
import type { MessageModel, ProjectModel, ResponseModel } from '../model/project.ts';
import type { TypeModel } from '../model/types.ts';
import { core, coreType, use, type CodecModule } from './codec-module.ts';
import { shapeText } from './emit-shape.ts';
import { memberOwner } from './member-owner.ts';
import { holdsTexts } from './holds-texts.ts';

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
  const write = use(module, 'write', body, owner);
  const read = use(module, 'read', body, owner);
  const named = `${core(module, 'readNamed')}(${read}, ${quote(name)})`;
  const shape = `{ kind: 'message', type: ${quote(name)}, body: ${shapeText(module, body, owner)} }`;
  return call(module, name, write, named, shape, holdsTexts([body], module.index));
}

function createFor(module: CodecModule, name: string, type: TypeModel, owner: string): string {
  const write = use(module, 'write', type, owner);
  const read = use(module, 'read', type, owner);
  return call(module, name, write, read, shapeText(module, type, owner), holdsTexts([type], module.index));
}

function call(module: CodecModule, name: string, write: string, read: string, shape: string, texts: boolean): string {
  return `/*#__PURE__*/ ${core(module, 'createCodec')}(${quote(name)}, ${write}, ${read}, ${shape}, ${texts})`;
}

/** Every type whose functions a model needs: of messages and responses. */
export function rootsOf(model: ProjectModel): readonly TypeModel[] {
  return model.messages.flatMap(({ body, response }) =>
    response === undefined ? [body] : [body, responseType(response)],
  );
}
