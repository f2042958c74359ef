import { eventWithoutHandler } from '../../../analyzers/rules/registration/event-without-handler.ts';
import { idleBatchTag } from '../../../analyzers/rules/registration/idle-batch-tag.ts';
import { requestWithoutHandler } from '../../../analyzers/rules/registration/request-without-handler.ts';
import { testRule } from '../rule-cases.ts';

const imports = "import { batchHandler, handler, ok, type Command, type DomainEvent, type Query } from 'catga';\n";
const code = (text: string): { readonly title: string; readonly code: string } => ({
  title: text,
  code: imports + text,
});

testRule(requestWithoutHandler, {
  valid: [
    code('export interface Charge extends Command {} export const onCharge = handler<Charge>(() => ok());'),
    code('export interface Charge extends Command {} export const onCharge = batchHandler<Charge>(() => undefined);'),
    code('/** @route billing */ export interface Charge extends Command {}'),
    {
      ...code('export interface Charge extends Command {}'),
      title: 'a message that the configuration routes elsewhere',
      generator: { messages: { 'src/case#Charge': { route: 'billing' } } },
    },
    code('export interface Charged extends DomainEvent {}'),
  ],
  invalid: [
    {
      ...code('export interface Charge extends Command {}'),
      findings: [
        {
          line: 2,
          column: 18,
          message: 'Nothing handles the command `charge`; sending it fails with `HANDLER_NOT_FOUND`.',
        },
      ],
    },
    {
      ...code('export interface Charge extends Query<string> {}'),
      findings: [{ line: 2, column: 18, message: /^Nothing handles the query `charge`;/ }],
    },
    {
      ...code(
        'export interface Charge extends Command {}\n/** @ignore */ export const on = handler<Charge>(() => ok());',
      ),
      findings: [{ line: 2, column: 18 }],
    },
  ],
});

testRule(eventWithoutHandler, {
  valid: [
    code('export interface Charged extends DomainEvent {} export const on = handler<Charged>(() => undefined);'),
    code('/** @route billing */ export interface Charged extends DomainEvent {}'),
    {
      ...code('export interface Charged extends DomainEvent {}'),
      title: 'an event that the configuration routes elsewhere',
      generator: { messages: { 'src/case#Charged': { route: 'billing' } } },
    },
    code('export interface Charge extends Command {}'),
  ],
  invalid: [
    {
      ...code('export interface Charged extends DomainEvent {}'),
      findings: [{ line: 2, column: 18, message: 'Nothing in this project handles the event `charged`.' }],
    },
  ],
});

testRule(idleBatchTag, {
  valid: [
    code('export interface Charge extends Command {} export const on = handler<Charge>(() => ok());'),
    code(
      '/** @batch 10 5ms */ export interface Charge extends Command {} export const on = batchHandler<Charge>(() => undefined);',
    ),
  ],
  invalid: [
    {
      ...code(
        '/** @batch 10 5ms */ export interface Charge extends Command {} export const on = handler<Charge>(() => ok());',
      ),
      findings: [
        {
          line: 2,
          column: 39,
          message: '`@batch` on Charge has no effect: its handlers take one message at a time.',
        },
      ],
    },
  ],
});
