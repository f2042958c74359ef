import { commandReturnsEntity } from '../../../analyzers/rules/design/command-returns-entity.ts';
import { testRule } from '../rule-cases.ts';

const code = (base: string, response: string): string =>
  `import type { ${base} } from 'catga';
export interface Small { readonly a: string; readonly b: string; readonly c: string }
export interface Order { readonly a: string; readonly b: string; readonly c: string; readonly d: string }
export interface PlaceOrder extends ${base}<${response}> { readonly id: string }
`;

testRule(commandReturnsEntity, {
  valid: [
    { title: 'an id', code: code('Command', 'string') },
    { title: 'nothing', code: code('Command', 'void') },
    { title: 'few members', code: code('Command', 'Small') },
    { title: 'queries', code: code('Query', 'Order') },
    { title: 'as many as an option allows', code: code('Command', 'Order'), options: { maxMembers: 4 } },
  ],
  invalid: [
    {
      title: 'many members',
      code: code('Command', 'Order'),
      scope: 'handlers',
      findings: [
        {
          line: 4,
          column: 18,
          message:
            'The command PlaceOrder answers with 4 members, more than 3: readers of a state come to depend on the command that changes it.',
        },
      ],
    },
    { title: 'many members, perhaps', code: code('Command', 'Order | undefined'), findings: [{ line: 4, column: 18 }] },
    { title: 'lists', code: code('Command', 'readonly Order[]'), findings: [{ line: 4, column: 18 }] },
    {
      title: 'more than an option allows',
      code: code('Command', 'Small'),
      options: { maxMembers: 2 },
      findings: [{ line: 4, column: 18, message: /answers with 3 members, more than 2/ }],
    },
  ],
});
