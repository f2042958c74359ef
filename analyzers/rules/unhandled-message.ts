import { messageCall } from '../message-call.ts';
import type { Rule } from '../rule.ts';
import type { Diagnostic } from '../../generator/diagnostics/index.ts';
import type { ProjectModel } from '../../generator/model/project.ts';

type Places = NonNullable<Diagnostic['related']>;

/** How many of the places that send a message a finding lists. */
const PLACES = 3;

/** A message that no handler of this project, or of a composed module, takes, and that is not routed elsewhere. */
export const unhandledMessage: Rule = {
  name: 'unhandled-message',
  ids: ['CATGA2101', 'CATGA2102'],
  start(context) {
    const { ts, checker, model } = context;
    const sites = new Map<string, Places[number][]>();
    return {
      nodes: new Map([
        [
          ts.SyntaxKind.CallExpression,
          (node) => {
            if (!ts.isCallExpression(node)) return;
            const call = messageCall(ts, checker, node);
            if (call?.message === undefined) return;
            const sent = ts.isArrayLiteralExpression(call.message) ? call.message.elements : [call.message];
            for (const expression of sent) {
              const name = context.messageOf(expression)?.name;
              if (name === undefined) continue;
              const places = sites.get(name) ?? [];
              places.push({ position: context.positionOf(expression), message: `${past[call.method]} here` });
              sites.set(name, places);
            }
          },
        ],
      ]),
      finish() {
        const handled = handledMessages(model);
        for (const message of model.messages) {
          if (handled.has(message.name) || message.options.route !== undefined) continue;
          const related = (sites.get(message.name) ?? []).slice(0, PLACES);
          context.report(
            message.kind === 'event' ? 'CATGA2102' : 'CATGA2101',
            { kind: message.kind, message: message.name, name: message.exportName },
            { position: message.position },
            related.length > 0 ? { related } : {},
          );
        }
      },
    };
  },
};

const past: Readonly<Record<'enqueue' | 'publish' | 'publishBatch' | 'send' | 'sendBatch', string>> = {
  enqueue: 'enqueued',
  publish: 'published',
  publishBatch: 'published',
  send: 'sent',
  sendBatch: 'sent',
};

function handledMessages(model: ProjectModel): ReadonlySet<string> {
  const names = new Set(model.handlers.flatMap((handler) => handler.messages));
  for (const module of model.modules) for (const name of handledMessages(module.model)) names.add(name);
  return names;
}
