import type { Printer } from '../emit/printer.ts';
import type { TypeModel } from '../model/types.ts';
import { core, use, type CodecModule } from './codec-module.ts';
import { printUnionWrite } from './emit-union-write.ts';
import { literalValue, printLiteral } from './literal.ts';

/** The body of a write function of any type but objects; parameters `writer`, `position`, `value`. */
export function printWrite(printer: Printer, module: CodecModule, type: TypeModel, name: string): void {
  const mistyped = (): string => core(module, 'mistyped');
  switch (type.kind) {
    case 'array': {
      printer.line(`if (!Array.isArray(value)) throw ${mistyped()}(position, 'an array', value);`);
      printer.line('const values: readonly unknown[] = value;');
      return printItems(printer, module, type.element, `${name}Item`, 'values.length', (print) => {
        printer.block('for (let index = 0; index < values.length; index++) {', () => print('values[index]'));
      });
    }
    case 'set':
      printer.line(`if (!(value instanceof Set)) throw ${mistyped()}(position, 'a Set', value);`);
      return printItems(printer, module, type.element, `${name}Item`, 'value.size', (print) => {
        printer.block('for (const item of value) {', () => print('item'));
      });
    case 'map': {
      const key = use(module, 'write', type.key, `${name}Key`);
      const content = use(module, 'write', type.value, `${name}Value`);
      printer.line(`if (!(value instanceof Map)) throw ${mistyped()}(position, 'a Map', value);`);
      printer.line(`let at = ${core(module, 'writeArrayHeader')}(writer, position, value.size);`);
      printer.block('for (const [key, item] of value) {', () => {
        printer.line(`if (at > writer.limit) throw ${core(module, 'overflow')};`);
        printer.line('writer.bytes[at] = 0x92;');
        printer.line(`at = ${content}(writer, ${key}(writer, at + 1, key), item);`);
      });
      printer.line('return at;');
      return;
    }
    case 'tuple': {
      const { length } = type.elements;
      printer.line(
        `if (!Array.isArray(value) || value.length !== ${length}) throw ${mistyped()}(position, 'a tuple of ${length}', value);`,
      );
      printer.line('const values: readonly unknown[] = value;');
      printer.line(`let at = ${core(module, 'writeArrayHeader')}(writer, position, ${length});`);
      for (const [at, element] of type.elements.entries()) {
        if (at > 0) printer.line(`if (at > writer.limit) throw ${core(module, 'overflow')};`);
        printer.line(`at = ${use(module, 'write', element, `${name}${at}`)}(writer, at, values[${at}]);`);
      }
      printer.line('return at;');
      return;
    }
    case 'record': {
      const write = use(module, 'write', type.value, `${name}Value`);
      printer.line(
        `return ${core(module, 'writeRecord')}(writer, position, value, ${type.key === 'number'}, ${write});`,
      );
      return;
    }
    case 'literal': {
      const literals = core(module, 'writeLiteral');
      printer.line(`return ${literals}(writer, position, value, [${printLiteral(literalValue(type))}]);`);
      return;
    }
    case 'union':
      return printUnionWrite(printer, module, type, name);
    default:
      printer.line(`return ${use(module, 'write', type, name)}(writer, position, value);`);
  }
}

function printItems(
  printer: Printer,
  module: CodecModule,
  element: TypeModel,
  owner: string,
  length: string,
  loop: (print: (item: string) => void) => void,
): void {
  const write = use(module, 'write', element, owner);
  printer.line(`let at = ${core(module, 'writeArrayHeader')}(writer, position, ${length});`);
  loop((item) => {
    printer.line(`if (at > writer.limit) throw ${core(module, 'overflow')};`);
    printer.line(`at = ${write}(writer, at, ${item});`);
  });
  printer.line('return at;');
}
