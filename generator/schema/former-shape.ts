import type { ProjectModel, UpcasterModel } from '../model/project.ts';
import { reachable } from './reachable.ts';
import { recordModelType, recordTypes } from './record-schema.ts';
import type { FrozenShape } from './schema.ts';

/** The wire shape of a former version, as its declared type has it. */
export function formerShape({ former }: UpcasterModel, model: ProjectModel): FrozenShape {
  const body = recordModelType(former.body, model);
  return { body, types: reachable([body], recordTypes(model)) };
}
