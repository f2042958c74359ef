import type { ProjectModel } from '../../../generator/model/project.ts';
import type { TypeModel } from '../../../generator/model/types.ts';
import type { Rule } from '../../rule.ts';

const options = {
  maxMembers: { type: 'number', default: 3, minimum: 0, description: 'How many members a response may have.' },
} as const;

/** A command that answers with what a query is for. */
export const commandReturnsEntity: Rule<typeof options> = {
  id: 'CATGA6004',
  name: 'command-returns-entity',
  title: 'Command that returns an entity',
  severity: 'info',
  preset: 'off',
  scope: 'program',
  messages: {
    entity: {
      message:
        'The command {name} answers with {count} members, more than {maximum}: readers of a state come to depend on the command that changes it.',
      help: 'Answer with what the command has made (an id, a version), and read the rest by a query.',
    },
  },
  options,
  project({ model, options: { maxMembers: maximum }, report }) {
    for (const message of model.messages) {
      if (message.kind !== 'command' || message.response === undefined) continue;
      const count = membersOf(model, message.response.type);
      if (count > maximum)
        report({ message: 'entity', data: { name: message.exportName, count, maximum }, at: message });
    }
  },
};

function membersOf(model: ProjectModel, type: TypeModel): number {
  if (type.kind === 'union') return Math.max(...type.variants.map((variant) => membersOf(model, variant)));
  if (type.kind === 'array') return membersOf(model, type.element);
  if (type.kind !== 'reference') return 0;
  const shape = model.types.find(({ id }) => id === type.id)?.shape;
  return shape?.kind === 'object' ? shape.members.length : 0;
}
