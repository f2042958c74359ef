import { describe, expect, test } from 'vitest';
import { catga, project } from '../cli/command-line.ts';
import { writeFiles } from '../cli/temporary-folder.ts';
import { compileProject, compilers } from './support/compile.ts';

/** What is added to the command, to the event and to the event that has nothing. */
interface Added {
  readonly ping?: string;
  readonly pinged?: string;
  readonly reset?: string;
}

const messages = ({
  ping = '',
  pinged = '',
  reset = '',
}: Added = {}): string => `import type { Command, DomainEvent } from 'catga';

export interface Ping extends Command<string> {
  readonly text: string;${ping}
}

export interface Pinged extends DomainEvent {
  readonly text: string;${pinged}
}

export interface Named extends DomainEvent {
  readonly 1: string;
  readonly '2': string;
  readonly '1e3'?: string;
  readonly 'ça va'?: string;
  readonly gone?: never;
  readonly nothing?: undefined;
}

export interface Reset extends DomainEvent {${reset}}

export type Counted = DomainEvent & Readonly<Record<string, number>>;

export type Moved = DomainEvent & ({ readonly kind: 'up' } | { readonly kind: 'down'; readonly by: number });
`;

describe('emit: constructors that are out of date', () => {
  test.each(Object.entries(compilers))(
    'emit: TypeScript %s tells that a member was added and nothing generated since, which the constructor would drop',
    (_version, compiler) => {
      const root = project({ 'src/messages.ts': messages() });
      const typeCheck = (added?: Added): string => {
        if (added) writeFiles(root, { 'src/messages.ts': messages(added) });
        return compileProject(root, compiler).errors.join('\n');
      };
      expect(catga(root, ['generate'])).toMatchObject({ code: 0 });
      expect(typeCheck()).toBe('');
      expect(typeCheck({ ping: '\n  readonly urgent: boolean;' })).toMatch(constructorError('urgent'));
      expect(typeCheck({ pinged: '\n  readonly later?: Date;' })).toMatch(constructorError('later'));
      expect(typeCheck({ reset: ' readonly hard: boolean; ' })).toMatch(constructorError('hard'));
      writeFiles(root, { 'src/messages.ts': messages().replace('  readonly text: string;\n', '') });
      expect(typeCheck()).toMatch(constructorError('text'));
    },
    240_000,
  );
});

function constructorError(member: string): RegExp {
  return new RegExp(`src/catga/messages\\.ts\\(.*: error TS\\d+: [^]*${member}`);
}
