import { moduleHandlers } from './module-handlers.ts';
import { moduleMessages, moduleTypes } from './module-types.ts';

/** Messages, and as many handlers, in one module: three commands, a query and an event. */
export const messagesPerModule = 5;

const things = ['Order', 'Invoice', 'Shipment', 'Claim', 'Ticket', 'Contract', 'Booking', 'Refund', 'Account', 'Visit'];

/** The distinct noun of a module: `Order0000`, `Invoice0001`. Its messages and handlers are named after it. */
export function moduleNoun(index: number): string {
  return `${things[index % things.length] ?? 'Thing'}${String(index).padStart(4, '0')}`;
}

/** The whole text of one module. Every other event is a reliable one. */
export function moduleSource(index: number): string {
  const noun = moduleNoun(index);
  const reliable = index % 2 === 1;
  return [imports(reliable), moduleTypes(noun), moduleMessages(noun, reliable), moduleHandlers(noun, reliable)].join(
    '\n',
  );
}

function imports(reliable: boolean): string {
  return `import {
  fail,
  ok,
  type Command,
  type ${reliable ? 'ReliableEvent' : 'DomainEvent'},
  type EventHandler,
  type MessageContext,
  type Query,
  type RequestHandler,
  type Result,
} from 'catga';
import {
  AuditTrail,
  Severity,
  type AuditEntry,
  type Clock,
  type CustomerId,
  type Money,
  type Page,
  type PageRequest,
  type Priority,
  type Settings,
} from '../shared.js';
`;
}
