import type { ProjectShape } from './project-shape.ts';

/** A file that `catga init` offers. */
export interface SampleFile {
  /** Posix, relative to the root. */
  readonly path: string;
  readonly text: string;
}

/** The configuration, and one command and one event with a handler each: the smallest program that shows both. */
export function sampleFiles(shape: ProjectShape): readonly SampleFile[] {
  const { sources, extension, commonJs } = shape;
  return [
    { path: 'catga.config.ts', text: configText(sources) },
    { path: `${sources}/greetings/messages.ts`, text: messagesText },
    { path: `${sources}/greetings/greet.ts`, text: greetText(extension) },
    { path: `${sources}/greetings/count-greetings.ts`, text: countGreetingsText(extension) },
    { path: `${sources}/main.ts`, text: commonJs ? commonJsMainText(extension) : mainText(extension) },
  ];
}

function configText(sources: string): string {
  return `import { defineConfig } from '@catga/cli';

export default defineConfig({
  output: '${sources}/catga',
});
`;
}

const messagesText = `import type { Command, DomainEvent } from 'catga';

/** Greets somebody by name. */
export interface Greet extends Command<Greeting> {
  readonly name: string;
}

export interface Greeting {
  readonly text: string;
}

/** Somebody was greeted. */
export interface Greeted extends DomainEvent {
  readonly name: string;
}
`;

function greetText(extension: string): string {
  return `import { fail, ok, type MessageContext, type RequestHandler, type Result } from 'catga';
import { greeted } from '../catga/messages${extension}';
import type { Greet, Greeting } from './messages${extension}';

export class GreetHandler implements RequestHandler<Greet> {
  async handle(command: Greet, context: MessageContext): Promise<Result<Greeting>> {
    if (command.name === '') return fail('VALIDATION_FAILED', 'a greeting needs a name');
    await context.publish(greeted({ name: command.name }));
    return ok({ text: \`Hello, \${command.name}!\` });
  }
}
`;
}

function countGreetingsText(extension: string): string {
  return `import type { EventHandler } from 'catga';
import type { Greeted } from './messages${extension}';

export class CountGreetings implements EventHandler<Greeted> {
  #count = 0;

  async handle(event: Greeted): Promise<void> {
    this.#count += 1;
    console.log(\`greeting \${this.#count} went to \${event.name}\`);
  }
}
`;
}

function mainText(extension: string): string {
  return `import { createCatga } from 'catga';
import { greet, registry } from './catga/index${extension}';

const app = await createCatga({ service: 'greetings', registry: registry() });

const result = await app.mediator.send(greet({ name: 'world' }));
if (result.ok) console.log(result.value.text);
else console.error(result.error.code, result.error.message);

await app.stop();
`;
}

// Top-level await is for ES modules only.
function commonJsMainText(extension: string): string {
  return `import { createCatga } from 'catga';
import { greet, registry } from './catga/index${extension}';

async function main(): Promise<void> {
  const app = await createCatga({ service: 'greetings', registry: registry() });

  const result = await app.mediator.send(greet({ name: 'world' }));
  if (result.ok) console.log(result.value.text);
  else console.error(result.error.code, result.error.message);

  await app.stop();
}

void main();
`;
}
