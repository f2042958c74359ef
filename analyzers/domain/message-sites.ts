import type { ts } from 'ts-morph';
import type { HandlerModel, ProjectModel } from '../../generator/model/project.ts';
import type { NoOptions } from '../options.ts';
import type { FileContext, FileFact, FileVisitor, RelatedPlace } from '../rule.ts';
import type { MessageMethod } from './message-call.ts';

/** Where a message of the project is handed over. */
export interface MessageSite {
  /** Its wire name. */
  readonly message: string;
  readonly place: RelatedPlace;
}

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

/** Remembers where messages are handed over: the `file` of rules that say where a message comes from. */
export function messageSites({
  ts,
  application,
  positionOf,
  remember,
}: FileContext<NoOptions, MessageSite>): FileVisitor {
  return {
    enter: {
      CallExpression(node: ts.CallExpression) {
        const call = application.messageCall(node);
        if (call?.message === undefined) return;
        const sent = ts.isArrayLiteralExpression(call.message) ? call.message.elements : [call.message];
        for (const expression of sent) {
          const message = application.messageOf(expression)?.name;
          if (message === undefined) continue;
          const place = { position: positionOf(expression), message: `${past[call.method]} here` };
          remember({ message, place });
        }
      },
    },
  };
}

/** The first places of a message, files by path, for a finding about it. */
export function sitesOf(facts: readonly FileFact<MessageSite>[], message: string): readonly RelatedPlace[] {
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
