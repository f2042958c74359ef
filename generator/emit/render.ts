import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { commentText, propertyKey, quote } from './identifiers.ts';

/** The file skeletons in `templates/`, by name. */
export type TemplateName =
  'codec-module' | 'composition' | 'header' | 'index' | 'messages' | 'pipelines' | 'registry' | 'routes' | 'services';

// Beside the sources in the repository; beside the bundle, or one level up from its chunks, in the published package.
const folders = ['../../templates/', './templates/', '../templates/'];

type Template = (data: object) => string;

let engine: typeof Handlebars | undefined;
const compiled = new Map<TemplateName, Template>();

/**
 * Fills in a file skeleton. Values are inserted as they are: a skeleton uses the helpers `key`, `quote` and `comment` for
 * anything that comes from a declaration.
 */
export function renderTemplate(name: TemplateName, data: object): string {
  let template = compiled.get(name);
  if (template === undefined) {
    engine ??= createEngine();
    template = engine.compile(templateText(name), { noEscape: true, strict: true });
    compiled.set(name, template);
  }
  return template(data);
}

function createEngine(): typeof Handlebars {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('quote', (text: string) => quote(text));
  handlebars.registerHelper('key', (text: string) => propertyKey(text));
  handlebars.registerHelper('comment', (text: string) => commentText(text));
  handlebars.registerPartial('header', templateText('header'));
  return handlebars;
}

function templateText(name: TemplateName): string {
  for (const folder of folders) {
    const path = fileURLToPath(new URL(`${folder}${name}.hbs`, import.meta.url));
    if (existsSync(path)) return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  }
  throw new TypeError(`The template ${name}.hbs is missing from this installation of @catga/cli; install it again.`);
}
