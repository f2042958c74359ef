import type { HandlerModel, ProjectModel } from '../../generator/model/project.ts';
import type { Rule } from '../rule.ts';

/** `@batch` on a message that is handled here, by nobody who takes it by the array. */
export const idleBatchTag: Rule = {
  name: 'idle-batch-tag',
  ids: ['CATGA2103'],
  start({ model, report }) {
    return {
      finish() {
        const handlers = handlersOf(model);
        for (const message of model.messages) {
          if (message.options.batch === undefined) continue;
          const own = handlers.filter(({ messages }) => messages.includes(message.name));
          if (own.length === 0 || own.some(({ batch }) => batch !== undefined)) continue;
          report('CATGA2103', { name: message.exportName }, { position: message.position });
        }
      },
    };
  },
};

function handlersOf(model: ProjectModel): readonly HandlerModel[] {
  return [...model.handlers, ...model.modules.flatMap((module) => handlersOf(module.model))];
}
