import type { ts } from 'ts-morph';
import type { BehaviorModel, ValidatorModel } from '../../../generator/model/project.ts';
import { handledMessages } from '../../domain/message-sites.ts';
import { catgaNameOf } from '../../domain/catga-name.ts';
import type { NoOptions } from '../../options.ts';
import type { Rule } from '../../rule.ts';

/**
 * A behavior or validator of messages that are handled elsewhere, or of none. Where nothing says that another service
 * handles a message, its missing handler is reported instead. Nor is anything said of a package that starts no application:
 * what it leaves open, those who compose it may handle.
 */
export const neverRuns: Rule<NoOptions, true> = {
  id: 'CATGA2109',
  name: 'never-runs',
  title: 'Behavior or validator that never runs',
  severity: 'warning',
  preset: 'recommended',
  scope: 'program',
  messages: {
    fitsNone: {
      message: 'The behavior {name} never runs: no message fits its type argument.',
      help: 'Name a message or what messages extend, `Behavior` alone for all of them, or remove it.',
    },
    elsewhere: {
      message:
        'The {subject} {name} never runs: {messages} is handled by another service, and behaviors and validators run around handlers.',
      help: 'Move it to the service that handles the message, or remove it.',
    },
  },
  options: {},
  file(context) {
    if (!context.file.text.includes('createCatga')) return {};
    return {
      enter: {
        CallExpression(node: ts.CallExpression) {
          if (catgaNameOf(context, node.expression) === 'createCatga') context.remember(true);
        },
      },
    };
  },
  project({ model, facts, report }) {
    const isApplication = facts.length > 0;
    const handled = handledMessages(model);
    const routed = new Map(model.messages.map(({ name, options }) => [name, options.route !== undefined]));
    const isElsewhere = (message: string): boolean => !handled.has(message) && routed.get(message) === true;
    const judge = (subject: string, declared: BehaviorModel | ValidatorModel, messages: readonly string[]): void => {
      if (!messages.every(isElsewhere) || (messages.length > 0 && !isApplication)) return;
      const { exportName: name } = declared;
      const shown = messages.map((message) => `\`${message}\``).join(', ');
      report(
        messages.length === 0
          ? { message: 'fitsNone', data: { name }, at: declared }
          : { message: 'elsewhere', data: { subject, name, messages: shown }, at: declared },
      );
    };
    for (const behavior of model.behaviors) {
      if (behavior.messages !== 'all') judge('behavior', behavior, behavior.messages);
    }
    for (const validator of model.validators) judge('validator', validator, [validator.message]);
  },
};
