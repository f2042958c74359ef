import type { MessageModel } from '../model/project.ts';
import { fingerprint } from './fingerprint.ts';

const texts = new WeakMap<object, string>();
const digests = new WeakMap<object, string>();
const surfaces = new WeakMap<MessageModel, string>();

/**
 * A part of the model as JSON, without the line that it stands on: that one moves with every edit, and nothing generated
 * depends on it. Kept, since parts that have not changed are the same objects in every run of a process.
 */
export function modelText(item: object): string {
  let text = texts.get(item);
  if (text === undefined) {
    text = JSON.stringify(withoutLine(item));
    texts.set(item, text);
  }
  return text;
}

/** Stands for {@link modelText} where many texts depend on it. */
export function modelDigest(item: object): string {
  let digest = digests.get(item);
  if (digest === undefined) {
    digest = fingerprint([modelText(item)]);
    digests.set(item, digest);
  }
  return digest;
}

/** What other files than its constructor and its codecs have of a message: all but its shape and its documentation. */
export function surfaceText(message: MessageModel): string {
  let text = surfaces.get(message);
  if (text === undefined) {
    const { body: _body, doc: _doc, response, ...surface } = message;
    text = JSON.stringify(withoutLine({ ...surface, isAnswered: response !== undefined }));
    surfaces.set(message, text);
  }
  return text;
}

function withoutLine(item: object): object {
  return 'position' in item && isPosition(item.position) ? { ...item, position: { file: item.position.file } } : item;
}

function isPosition(value: unknown): value is { readonly file: string } {
  return typeof value === 'object' && value !== null && 'file' in value && 'line' in value;
}
