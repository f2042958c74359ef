import type { ProjectModel, UpcasterModel } from '../model/project.ts';
import { reachable } from './reachable.ts';
import { recordModelType, recordTypes } from './record-schema.ts';
import type { FrozenShape } from './schema.ts';

/** The wire shape of a former version, as its declared type has it. */
export function formerShape({ former, message }: UpcasterModel, model: ProjectModel): FrozenShape {
  const body = recordModelType(former.body, model);
  const wire = model.messages.find(({ name }) => name === message)?.options.wire ?? 'map';
  return { wire, body, types: reachable([body], recordTypes(model)) };
}
