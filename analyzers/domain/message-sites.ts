import type { ts } from 'ts-morph';
import type { HandlerModel, MessageModel, ProjectModel } from '../../generator/model/project.ts';
import type { NoOptions } from '../options.ts';
import type { FileContext, FileFact, FileVisitor, RelatedPlace, Rule } from '../rule.ts';
import type { MessageMethod } from './message-call.ts';

/** Where a message of the project is handed over. */
export interface MessageSite {
  /** Its wire name. */
  readonly message: string;
  readonly place: RelatedPlace;
}

type MessageKind = MessageModel['kind'];

/** How many of the places that send a message a finding lists. */
const PLACES = 3;

const past: Readonly<Record<MessageMethod, string>> = {
  enqueue: 'enqueued',
  publish: 'published',
  publishBatch: 'published',
  send: 'sent',
  sendBatch: 'sent',
  sendStream: 'sent',
};

/** The two steps of a rule about messages of some kinds that nobody handles. Its message is called `unhandled`. */
export function unhandledMessages(
  kinds: ReadonlySet<MessageKind>,
): Required<Pick<Rule<NoOptions, MessageSite>, 'file' | 'project'>> {
  return {
    file: (context) => messageSites(context, kinds),
    project({ model, facts, report }) {
      const handled = handledMessages(model);
      for (const message of model.messages) {
        const { exportName, kind, name, options } = message;
        if (!kinds.has(kind) || handled.has(name) || options.route !== undefined) continue;
        report({
          message: 'unhandled',
          data: { kind, message: name, name: exportName },
          at: message,
          related: sitesOf(facts, name),
        });
      }
    },
  };
}

/** Remembers where messages of some kinds are handed over. */
function messageSites(
  { ts, application, positionOf, remember }: FileContext<NoOptions, MessageSite>,
  kinds: ReadonlySet<MessageKind>,
): FileVisitor {
  return {
    enter: {
      CallExpression(node: ts.CallExpression) {
        const call = application.messageCall(node);
        if (call?.message === undefined) return;
        const sent = ts.isArrayLiteralExpression(call.message) ? call.message.elements : [call.message];
        for (const expression of sent) {
          const message = application.messageOf(expression);
          if (message === undefined || !kinds.has(message.kind)) continue;
          const place = { position: positionOf(expression), message: `${past[call.method]} here` };
          remember({ message: message.name, place });
        }
      },
    },
  };
}

/** The first places of a message, files by path, for a finding about it. */
function sitesOf(facts: readonly FileFact<MessageSite>[], message: string): readonly RelatedPlace[] {
  const places = facts.filter(({ fact }) => fact.message === message).map(({ fact }) => fact.place);
  return places.slice(0, PLACES);
}

/** Every handler, those of composed packages too. */
export function handlersOf(model: ProjectModel): readonly HandlerModel[] {
  return [...model.handlers, ...model.modules.flatMap((module) => handlersOf(module.model))];
}

/** The wire names of all messages that somebody handles. */
export function handledMessages(model: ProjectModel): ReadonlySet<string> {
  return new Set(handlersOf(model).flatMap(({ messages }) => messages));
}
