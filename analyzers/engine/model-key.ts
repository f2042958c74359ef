import { createHash } from 'node:crypto';
import type { DeclarationModel, ProjectModel } from '../../generator/model/project.ts';

/**
 * Hash of what rules ask a model for while they look at a file: which messages, handlers and services there are, and what
 * they are set to. Not where they are declared, nor what messages hold: that is in the files that a file imports.
 */
export function modelKey(model: ProjectModel): string {
  const { messages, handlers, behaviors, validators, services, upcasters, modules } = model;
  const known = [
    messages.map(({ body: _body, response: _response, doc: _doc, ...message }) => withoutPlace(message)),
    ...[handlers, behaviors, validators, services].map((list) => list.map(withoutPlace)),
    upcasters.map(({ former: _former, ...upcaster }) => withoutPlace(upcaster)),
    modules.map(({ specifier, schemaHash }) => [specifier, schemaHash]),
  ];
  return createHash('sha256').update(JSON.stringify(known)).digest('hex');
}

function withoutPlace<T extends DeclarationModel>({ position: _position, ...declaration }: T): object {
  return declaration;
}
