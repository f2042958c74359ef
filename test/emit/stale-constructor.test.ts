import { describe, expect, test } from 'vitest';
import { catga, project } from '../cli/command-line.ts';
import { writeFiles } from '../cli/temporary-folder.ts';
import { compileProject, compilers } from './support/compile.ts';

const messages = (member: string): string => `import type { Command, DomainEvent } from 'catga';

export interface Ping extends Command<string> {
  readonly text: string;${member}
}

export interface Pinged extends DomainEvent {
  readonly text: string;
}
`;

describe('emit: constructors that are out of date', () => {
  test.each(Object.entries(compilers))(
    'emit: TypeScript %s tells that a member was added and nothing generated since, which the constructor would drop',
    (_version, compiler) => {
      const root = project();
      const typeCheck = (): string => compileProject(root, compiler).errors.join('\n');
      expect(catga(root, ['generate']).code).toBe(0);
      expect(typeCheck()).toBe('');
      writeFiles(root, { 'src/messages.ts': messages('\n  readonly urgent: boolean;') });
      expect(typeCheck()).toMatch(/src\/catga\/messages\.ts\(.*: error TS\d+: [^]*urgent/);
      writeFiles(root, { 'src/messages.ts': messages('').replace('  readonly text: string;\n', '') });
      expect(typeCheck()).toMatch(/src\/catga\/messages\.ts\(.*: error TS\d+: [^]*text/);
    },
    240_000,
  );
});
