import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generate } from '../../generator/index.ts';
import { repository, temporaryFolder, writeFiles } from './support/cases.ts';
import { settingsFor } from '../support/settings.ts';
import { compile, compilers } from './support/compile.ts';

const root = temporaryFolder();
afterAll(() => rmSync(root, { recursive: true }));

/** A project of `count` commands with a handler each, and what the type checker makes of its generated code. */
function checked(count: number): Readonly<Record<string, number>> {
  const project = join(root, String(count));
  mkdirSync(join(project, 'src'), { recursive: true });
  cpSync(join(repository, 'fixtures/emit/tsconfig.base.json'), join(root, 'tsconfig.base.json'));
  const base = join(repository, 'fixtures/emit/tsconfig.base.json');
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ extends: base, include: ['src'] }));
  const perFile = 50;
  for (let start = 0; start < count; start += perFile) {
    const ids = Array.from({ length: perFile }, (_, index) => start + index);
    const messages = ids.map(
      (id) => `export interface Do${id} extends Command<{ readonly id: string }> {
  readonly name: string;
  readonly count: number;
  readonly note?: string;
  readonly lines: readonly { readonly sku: string; readonly at: Date }[];
}`,
    );
    const handlers = ids.map(
      (id) => `export class Do${id}Handler implements RequestHandler<Do${id}> {
  async handle(command: Do${id}): Promise<Result<{ readonly id: string }>> {
    return ok({ id: command.name });
  }
}`,
    );
    const imports = "import { ok, type Command, type RequestHandler, type Result } from 'catga';";
    writeFileSync(join(project, `src/part${start}.ts`), [imports, ...messages, ...handlers].join('\n\n'));
  }
  const { files, diagnostics } = generate(settingsFor(project));
  expect(diagnostics).toEqual([]);
  writeFiles(files, join(project, 'src/catga'));
  const { errors, figures } = compile(project, compilers['6'] ?? '', ['src']);
  expect(errors).toEqual([]);
  return figures;
}

test('emit: type-checking what is generated stays linear up to 1,000 messages', () => {
  const few = checked(250);
  const many = checked(1000);
  for (const figure of ['Types', 'Instantiations', 'Symbols']) {
    // Four times the messages, and the runtime's own types in both: anything above four is worse than linear.
    expect((many[figure] ?? Infinity) / (few[figure] ?? 1)).toBeLessThan(4.05);
  }
  // What one message costs; overloads or a type map on the mediator cost ten times as much.
  expect(((many['Instantiations'] ?? Infinity) - (few['Instantiations'] ?? 0)) / 750).toBeLessThan(200);
  expect(((many['Types'] ?? Infinity) - (few['Types'] ?? 0)) / 750).toBeLessThan(200);
}, 240_000);
