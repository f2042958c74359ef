import { indexTypes, type TypeIndex } from '../codecs/index.ts';
import type { MessageModel } from '../model/project.ts';
import type { MemberModel, ObjectShape } from '../model/types.ts';
import type { ConstructorSource } from './constructor-texts.ts';
import type { EmissionCache } from './emission-cache.ts';
import { access, commentText, propertyKey, quote } from './identifiers.ts';
import { withImports, type Imports } from './imports.ts';
import { modelText } from './model-text.ts';
import type { Plan } from './plan.ts';
import { Printer } from './printer.ts';
import { References } from './references.ts';
import { renderTemplate } from './render.ts';

const path = 'messages.ts';

/**
 * `messages.ts`: a constructor for each plain-data message. A leaf: it imports nothing of the project but types.
 *
 * @param surface - Of the plan.
 */
export function printMessages(plan: Plan, surface: string, cache?: EmissionCache): string {
  const { model } = plan.own;
  const sources = model.messages.filter(({ form }) => form === 'data').map(sourceIn(indexTypes(model).byId));
  const known = cache?.constructors.importsOf(surface);
  const { imports, texts } = known
    ? { imports: known, texts: printAgain(plan, sources, known, cache) }
    : printAll(plan, sources, surface, cache);
  const body = texts.join('\n\n');
  return renderTemplate('messages', {
    version: plan.generatorVersion,
    imports: imports.toString(),
    body,
    empty: body === '',
  });
}

function sourceIn(definitions: TypeIndex['byId']): (message: MessageModel) => ConstructorSource {
  return (message) => ({
    message,
    definition: message.body.kind === 'reference' ? definitions.get(message.body.id) : undefined,
  });
}

function printAgain(
  plan: Plan,
  sources: readonly ConstructorSource[],
  imports: Imports,
  cache: EmissionCache | undefined,
): readonly string[] {
  const references = new References(plan, path, imports);
  const print = (source: ConstructorSource): string => printConstructor(source, references);
  return cache?.constructors.again(sources, print) ?? sources.map(print);
}

function printAll(
  plan: Plan,
  sources: readonly ConstructorSource[],
  surface: string,
  cache: EmissionCache | undefined,
): { readonly imports: Imports; readonly texts: readonly string[] } {
  const pieces = cache?.piecesOf(path);
  const { used, body: texts } = withImports(
    sources.map(({ message }) => message.variable),
    (imports) => {
      const references = new References(plan, path, imports);
      return sources.map((source) => {
        const { message, definition } = source;
        const print = (): string => printConstructor(source, references);
        if (!pieces) return print();
        const specifier = plan.specifiers.source(message.module, path);
        const dependsOn = [modelText(message), definition ? modelText(definition) : '', specifier];
        return pieces.text(message.name, dependsOn, print, imports);
      });
    },
  );
  pieces?.finish();
  cache?.constructors.keep(surface, used, sources, texts);
  return { imports: used, texts };
}

function printConstructor({ message, definition }: ConstructorSource, references: References): string {
  const type = references.sourceType(message);
  const constructorType = references.runtimeType('MessageConstructor');
  const name = quote(message.name);
  const doc = message.doc === undefined ? '' : `: ${commentText(message.doc)}`;
  const printer = new Printer();
  const deprecated = message.options.deprecated;
  if (deprecated === undefined) printer.line(`/** Makes a {@link ${type}}${ended(doc)} */`);
  else {
    printer.lines([
      '/**',
      ` * Makes a {@link ${type}}${ended(doc)}`,
      ` * @deprecated ${commentText(deprecated)}`,
      ' */',
    ]);
  }
  const shape = definition?.shape.kind === 'object' ? definition.shape : undefined;
  printer.line(
    `export const ${message.variable}: ${constructorType}<${type}, ${name}> = /*#__PURE__*/ ${references.runtimeValue('define')}(`,
  );
  printer.indented(() => {
    printer.line(`${name},`);
    printHead(printer, message, shape, references);
    printer.indented(() => printCopy(printer, message, shape)).line('},');
  });
  return printer.line(');').toString();
}

/** `function placeOrder(init: Copied<PlaceOrder, 'customerId' | 'lines'>): object {`. */
function printHead(
  printer: Printer,
  message: MessageModel,
  shape: ObjectShape | undefined,
  references: References,
): void {
  const type = references.sourceType(message);
  const copied = references.runtimeType('Copied');
  const open = `function ${message.variable}(`;
  if (shape !== undefined && shape.index === undefined && shape.members.length === 0) {
    // Where no member is read of it, what is given back tells.
    const returns = `Omit<${copied}<${type}, never>, '~catga'> & { readonly $type: string }`;
    printer.list(open, [`_init: ${type}`], `): ${returns} {`);
    return;
  }
  const isWhole = shape === undefined || shape.index !== undefined;
  const names = isWhole ? [`keyof ${type}`] : memberNames(shape.members);
  const parameter = `init: ${copied}<${type}, ${names.join(' | ')}>`;
  const flat = `${open}${parameter}): object {`;
  if (printer.fits(flat)) {
    printer.line(flat);
    return;
  }
  printer.block(
    open,
    () => {
      if (printer.fits(`${parameter},`)) printer.line(`${parameter},`);
      else
        printer.block(`init: ${copied}<`, () => printer.line(`${type},`).lines(names.map((name) => `| ${name}`)), '>,');
    },
    '): object {',
  );
}

/** As `keyof` has them: what can be read as a number is a number there, or text where it was declared in quotes. */
function memberNames(members: readonly MemberModel[]): readonly string[] {
  return members.map(({ name }) =>
    /^\d/.test(name) && String(Number(name)) === name ? `${name} | ${quote(name)}` : quote(name),
  );
}

function ended(doc: string): string {
  return doc === '' || !/[.!?]$/.test(doc) ? `${doc}.` : doc;
}

// Two optional members are four shapes, each written out: what reads them sees stable object shapes. Beyond that the
// text would outgrow its use, and optional members are spread in.
const writtenOut = 2;

/** @param shape - Whose members to copy; absent where the message is a union. */
function printCopy(printer: Printer, message: MessageModel, shape: ObjectShape | undefined): void {
  if (shape === undefined || shape.index !== undefined) {
    printer.line(`return { ...init, $type: ${quote(message.name)} };`);
    return;
  }
  const optional = shape.members.filter((member) => member.optional === true);
  if (optional.length > writtenOut) {
    const items = shape.members.map((member) => (member.optional === true ? spread(member) : copy(member)));
    printLiteral(printer, 'return {', [...items, discriminator(message)]);
  } else printShapes(printer, message, shape.members, optional, new Set());
}

/** `if`s over the optional members, each way with a literal of its own. */
function printShapes(
  printer: Printer,
  message: MessageModel,
  members: readonly MemberModel[],
  undecided: readonly MemberModel[],
  absent: ReadonlySet<MemberModel>,
): void {
  const [member, ...rest] = undecided;
  if (member === undefined) {
    const present = members.filter((candidate) => !absent.has(candidate));
    printLiteral(printer, 'return {', [...present.map(copy), discriminator(message)]);
    return;
  }
  printer.block(`if (${access('init', member.name)} === undefined) {`, () =>
    printShapes(printer, message, members, rest, new Set([...absent, member])),
  );
  printShapes(printer, message, members, rest, absent);
}

function printLiteral(printer: Printer, open: string, items: readonly string[]): void {
  printer.list(open, items, '};', ' ');
}

function copy(member: MemberModel): string {
  return `${propertyKey(member.name)}: ${access('init', member.name)}`;
}

function spread(member: MemberModel): string {
  return `...(${access('init', member.name)} !== undefined && { ${copy(member)} })`;
}

function discriminator(message: MessageModel): string {
  return `$type: ${quote(message.name)}`;
}
