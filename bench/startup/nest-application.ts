import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const handlersPerModule = 5;

/** What Nest imports only when it is installed. */
const optionalPackages = [
  '@nestjs/microservices',
  '@nestjs/microservices/*',
  '@nestjs/websockets',
  '@nestjs/websockets/*',
  '@nestjs/platform-express',
  'class-transformer',
  'class-validator',
];

/**
 * Writes and bundles a Nest application with so many command handlers, five to a file, as its documentation has them, and a
 * program that executes one command.
 *
 * @returns The bundle.
 */
export async function bundleNestApplication(folder: string, handlers: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  const modules = handlers / handlersPerModule;
  for (let index = 0; index < modules; index++)
    await writeFile(join(folder, `module-${index}.ts`), moduleSource(index));
  await writeFile(join(folder, 'main.ts'), mainSource(modules));
  const outfile = join(folder, 'dist', 'main.mjs');
  await build({
    entryPoints: [join(folder, 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: optionalPackages,
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    // Parts of Nest are CommonJS and call `require`, which an ES module bundle has to be given.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return outfile;
}

function numbers(index: number): readonly number[] {
  return Array.from({ length: handlersPerModule }, (_, offset) => index * handlersPerModule + offset);
}

function moduleSource(index: number): string {
  const classes = numbers(index).map(
    (number) => `export class PlaceOrder${number} extends Command<number> {
  constructor(readonly customerId: string, readonly amount: number) {
    super();
  }
}

@CommandHandler(PlaceOrder${number})
export class PlaceOrder${number}Handler implements ICommandHandler<PlaceOrder${number}> {
  async execute(command: PlaceOrder${number}): Promise<number> {
    return command.amount + ${number};
  }
}
`,
  );
  const list = numbers(index).map((number) => `PlaceOrder${number}Handler`);
  return `import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

${classes.join('\n')}
export const handlers = [${list.join(', ')}];
`;
}

function mainSource(modules: number): string {
  const indices = Array.from({ length: modules }, (_, index) => index);
  return `import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { PlaceOrder0 } from './module-0.ts';
${indices.map((index) => `import { handlers as handlers${index} } from './module-${index}.ts';`).join('\n')}

@Module({ imports: [CqrsModule.forRoot()], providers: [${indices.map((index) => `...handlers${index}`).join(', ')}] })
class ApplicationModule {}

const application = await NestFactory.createApplicationContext(ApplicationModule, { logger: false });
await application.init();
const result = await application.get(CommandBus).execute(new PlaceOrder0('c-1', 6));
if (result !== 6) throw new Error('the first command failed');
process.stdout.write('handled');
await application.close();
`;
}
