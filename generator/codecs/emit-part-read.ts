import type { Printer } from '../emit/printer.ts';
import type { TypeModel } from '../model/types.ts';
import { core, use, type CodecModule } from './codec-module.ts';
import { isShort, printLiteralsRead } from './emit-literals.ts';
import { printUnionRead } from './emit-union-read.ts';
import { literalValue, printLiteral } from './literal.ts';

/** The body of a read function of any type but objects; parameter `reader`. */
export function printRead(printer: Printer, module: CodecModule, type: TypeModel, name: string): void {
  switch (type.kind) {
    case 'array':
    case 'set': {
      const read = use(module, 'read', type.element, `${name}Item`);
      printer.line(`const length = ${core(module, 'readArrayHeader')}(reader);`);
      if (type.kind === 'array') {
        printer.line(`const values = ${core(module, 'makeArray')}<unknown>(length);`);
        printer.line(`for (let index = 0; index < length; index++) values[index] = ${read}(reader);`);
      } else {
        printer.line('const values = new Set<unknown>();');
        printer.line(`for (let index = 0; index < length; index++) values.add(${read}(reader));`);
      }
      printer.line('return values;');
      return;
    }
    case 'map': {
      const key = use(module, 'read', type.key, `${name}Key`);
      const value = use(module, 'read', type.value, `${name}Value`);
      printer.line(`const length = ${core(module, 'readArrayHeader')}(reader);`);
      printer.line('const values = new Map<unknown, unknown>();');
      printer.block('for (let index = 0; index < length; index++) {', () => {
        printer.line('const start = reader.at;');
        const expected = `${core(module, 'unexpected')}(reader, start, 'a pair')`;
        printer.line(`if (${core(module, 'readArrayHeader')}(reader) !== 2) throw ${expected};`);
        printer.line(`values.set(${key}(reader), ${value}(reader));`);
      });
      printer.line('return values;');
      return;
    }
    case 'tuple': {
      const { length } = type.elements;
      printer.line('const start = reader.at;');
      const expected = `${core(module, 'unexpected')}(reader, start, 'an array of ${length}')`;
      printer.line(`if (${core(module, 'readArrayHeader')}(reader) !== ${length}) throw ${expected};`);
      const reads = type.elements.map((element, at) => `${use(module, 'read', element, `${name}${at}`)}(reader)`);
      printer.list('return [', reads, '];');
      return;
    }
    case 'record': {
      const read = use(module, 'read', type.value, `${name}Value`);
      printer.line(`return ${core(module, 'readRecord')}(reader, ${type.key === 'number'}, ${read});`);
      return;
    }
    case 'literal':
      if (isShort([type])) printLiteralsRead(printer, [type]);
      printer.line(`return ${core(module, 'readLiteral')}(reader, [${printLiteral(literalValue(type))}]);`);
      return;
    case 'union':
      return printUnionRead(printer, module, type, name);
    default:
      printer.line(`return ${use(module, 'read', type, name)}(reader);`);
  }
}
