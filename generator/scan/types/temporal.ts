import type { ts } from 'ts-morph';
import type { TemporalKind } from '../../../runtime/codecs/temporal-kind.ts';
import { firstDeclaration } from '../declarations-of.ts';
import type { ScanContext } from '../scan-context.ts';

const kinds: Readonly<Record<TemporalKind, true>> = {
  Duration: true,
  Instant: true,
  PlainDate: true,
  PlainDateTime: true,
  PlainMonthDay: true,
  PlainTime: true,
  PlainYearMonth: true,
  ZonedDateTime: true,
};

/** Whether a type is a class of `Temporal`, of the library's or of a polyfill's. */
export function temporalKindOf({ compiler, ts }: ScanContext, symbol: ts.Symbol): TemporalKind | undefined {
  if (!isKind(symbol.name)) return undefined;
  const declaration = firstDeclaration(symbol);
  const block = declaration?.parent;
  if (block === undefined || !ts.isModuleBlock(block) || block.parent.name.text !== 'Temporal') return undefined;
  const file = block.getSourceFile();
  const isKnown = compiler.isLibrary(file) || /\/node_modules\/(?:@[^/]+\/)?temporal-[^/]+\//.test(file.fileName);
  return isKnown || file.fileName.includes('/node_modules/@js-temporal/') ? symbol.name : undefined;
}

function isKind(name: string): name is TemporalKind {
  return Object.hasOwn(kinds, name);
}
