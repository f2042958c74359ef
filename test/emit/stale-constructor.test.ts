import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { catga, project, repository } from '../cli/command-line.ts';
import { writeFiles } from '../cli/temporary-folder.ts';

/** Type-checks a project with the compiler that is installed under a name; returns what it prints. */
function typeCheck(root: string, compiler: string): string {
  const entry = path.join(repository, 'node_modules', compiler, 'bin/tsc');
  return spawnSync(process.execPath, [entry, '--noEmit', '-p', root], { encoding: 'utf8' }).stdout;
}

const messages = (member: string): string => `import type { Command, DomainEvent } from 'catga';

export interface Ping extends Command<string> {
  readonly text: string;${member}
}

export interface Pinged extends DomainEvent {
  readonly text: string;
}
`;

describe('emit: constructors that are out of date', () => {
  test.each(['typescript-5.9', 'typescript', 'typescript-7'])(
    'emit: %s tells that a member was added and nothing generated since, which the constructor would drop',
    (compiler) => {
      const root = project();
      expect(catga(root, ['generate']).code).toBe(0);
      expect(typeCheck(root, compiler)).toBe('');
      writeFiles(root, { 'src/messages.ts': messages('\n  readonly urgent: boolean;') });
      expect(typeCheck(root, compiler)).toMatch(/src\/catga\/messages\.ts\(.*: error TS\d+: [^]*urgent/);
      writeFiles(root, { 'src/messages.ts': messages('').replace('  readonly text: string;\n', '') });
      expect(typeCheck(root, compiler)).toMatch(/src\/catga\/messages\.ts\(.*: error TS\d+: [^]*text/);
    },
    240_000,
  );
});
