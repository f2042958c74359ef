import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, pages, root } from './pages.ts';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const lines = pages.flatMap((page) =>
  blocksOf(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text, line }) =>
      text
        .split(/\n|&&/)
        .map((command) => command.replace(/#.*$/, '').trim())
        .filter((command) => command !== '')
        .map((command) => ({ command, place: `${page}:${line}` })),
    ),
);

describe('documentation commands', () => {
  it('documentation: there are commands', () => {
    expect(lines.map(({ command }) => command)).toEqual(expect.arrayContaining(['npm ci', 'npm start', 'npm test']));
  });

  it.each(lines)('documentation: `$command` at $place exists as it is written', ({ command }) => {
    expect(problemOf(command)).toBeUndefined();
  });

  it('documentation: every block says in which language it is', () => {
    const languages = new Set(pages.flatMap((page) => blocksOf(page).map(({ language }) => language)));
    expect([...languages].toSorted()).toEqual(['', 'json', 'sh', 'ts']);
  });

  it('documentation: JSON blocks are JSON', () => {
    const blocks = pages.flatMap(blocksOf).filter(({ language }) => language === 'json');
    expect(blocks.map(({ text }) => JSON.parse(text) as unknown)).not.toHaveLength(0);
  });
});

/** Why a command cannot be typed as it stands; `undefined` where it can. */
function problemOf(command: string): string | undefined {
  const [program, first = '', ...rest] = command.split(/\s+/);
  if (program === 'npx' && first === 'catga') return unknownOption(rest);
  if (program !== 'npm') return `${program} is not a program that readers have`;
  const scripts = Object.keys(manifest.scripts);
  if (first === 'run') return scripts.includes(rest[0] ?? '') ? undefined : `there is no script ${rest[0]}`;
  // `npm start` and `npm test` run scripts, the rest is npm's own.
  return [...scripts, 'ci', 'install'].includes(first) ? undefined : `npm has no ${first}`;
}

function unknownOption(words: readonly string[]): string | undefined {
  const firstOption = words.findIndex((word) => word.startsWith('-'));
  const command = firstOption === -1 ? words : words.slice(0, firstOption);
  const help = execFileSync(process.execPath, [join(root, 'cli/bin/catga.js'), ...command, '--help'], {
    encoding: 'utf8',
  });
  const unknown = words.find((word) => word.startsWith('--') && !help.includes(word));
  return unknown === undefined ? undefined : `catga ${command.join(' ')} has no ${unknown}`;
}
