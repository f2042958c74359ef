import { pascalCase, quote } from '../emit/identifiers.ts';
import type { Printer } from '../emit/printer.ts';
import type { MessageModel, UpcasterModel } from '../model/project.ts';
import { pure, type CodecModule } from './codec-module.ts';
import { laterShape } from './emit-message.ts';
import { holdsTexts } from './holds-texts.ts';
import { memberOwner } from './member-owner.ts';
import { functionOf } from './type-code.ts';

/** The export with a message's former versions. */
export function formerName({ variable }: Pick<MessageModel, 'variable'>): string {
  return `${variable}Former`;
}

/** What a message's former versions declare in its module. */
export function formerNames(message: MessageModel, upcasters: readonly UpcasterModel[]): readonly string[] {
  return upcasters.length === 0 ? [] : [formerName(message), ...upcasters.map(({ from }) => stepName(message, from))];
}

/** The codecs of a message's former versions, for reading, and the functions that bring what they read up to date. */
export function printFormer(
  printer: Printer,
  module: CodecModule,
  message: MessageModel,
  upcasters: readonly UpcasterModel[],
): void {
  if (upcasters.length === 0) return;
  const type = module.imports.type('catga/generated', 'FormerVersions');
  printer.line();
  printer.line(
    `/** What was written in former versions of \`${message.name}\`, brought up to version ${message.version}. */`,
  );
  printer.block(
    `export const ${formerName(message)}: ${type} = {`,
    () => {
      for (const upcaster of upcasters) {
        const step = stepName(message, upcaster.from);
        printer.line(`${upcaster.from}: { decoder: ${decoder(module, message, upcaster)}, upcast: ${step} },`);
      }
    },
    '};',
  );
  for (const upcaster of upcasters) {
    printer.line();
    printStep(printer, module, message, upcaster, upcasters);
  }
}

function stepName({ variable }: MessageModel, from: number): string {
  return `upcast${pascalCase(variable)}From${from}`;
}

function decoder(module: CodecModule, { name, variable }: MessageModel, { former, from }: UpcasterModel): string {
  const owner = memberOwner(pascalCase(variable), `version-${from}`);
  const read = functionOf(module, 'read', former.body, owner);
  const shape = laterShape(module, former.body, owner);
  const texts = holdsTexts([former.body], module.index);
  return pure(module, 'createDecoder', `${quote(`${name} (version ${from})`)}, ${read}, ${shape}, ${texts}`);
}

/** From one version on to the current one: its own step, then those after it. */
function printStep(
  printer: Printer,
  module: CodecModule,
  message: MessageModel,
  upcaster: UpcasterModel,
  all: readonly UpcasterModel[],
): void {
  const { former, from, form } = upcaster;
  const { expression } = former;
  const specifier =
    expression.external === true ? expression.module : module.specifiers.source(expression.module, module.path);
  const old = module.imports.type(specifier, expression.name);
  const current = module.imports.type(module.specifiers.source(message.module, module.path), message.exportName);
  const init = module.imports.type('catga/generated', 'Init');
  const step = module.imports.value('catga/generated', 'upcastStep');
  const value = module.imports.value(module.specifiers.source(upcaster.module, module.path), upcaster.exportName);
  const called = upcaster.exportName === 'default' ? value : upcaster.exportName;
  const call = form === 'class' ? `new ${value}().upcast(old)` : `${value}.upcast(old)`;
  const made = `${step}(${quote(message.name)}, ${from}, ${quote(called)}, () => ${call})`;
  const isLast = all.every((other) => other.from <= from);
  printer.block(`function ${stepName(message, from)}(old: ${old}): ${init}<${current}> {`, () =>
    printer.line(`return ${isLast ? made : `${stepName(message, from + 1)}(${made})`};`),
  );
}
