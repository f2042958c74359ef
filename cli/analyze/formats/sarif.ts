import { pathToFileURL } from 'node:url';
import { catalogue, type CatalogueEntry } from '../../../analyzers/catalogue.ts';
import { fingerprints } from '../../../analyzers/engine/fingerprint.ts';
import type { Finding, TextEdit } from '../../../analyzers/index.ts';
import { version } from '../../version.ts';
import type { AnalysisReport } from '../report.ts';

const homepage = 'https://www.npmjs.com/package/@catga/cli';
const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Findings as a SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code scanning. */
export function sarifText({ findings, suppressed, known, root, rules }: AnalysisReport): string {
  const all = [...findings, ...suppressed, ...known];
  const prints = fingerprints(all);
  const descriptors = [...catalogue, ...rules].filter(({ id }, index, list) => firstOf(list, id) === index);
  const indexes = new Map(descriptors.map(({ id }, index) => [id, index]));
  const results = all.map((finding) => ({
    ...resultOf(finding, indexes),
    partialFingerprints: { 'catga/v1': prints.get(finding) },
    ...(suppressed.includes(finding) && { suppressions: [{ kind: 'inSource' }] }),
    ...(known.includes(finding) && { suppressions: [{ kind: 'external', justification: 'in the baseline' }] }),
  }));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'catga', version, informationUri: homepage, rules: descriptors.map(descriptorOf) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { uri: `${pathToFileURL(root).href}/` } },
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function firstOf(list: readonly { readonly id: string }[], id: string): number {
  return list.findIndex((one) => one.id === id);
}

function descriptorOf({ id, severity, title, messages, rule }: CatalogueEntry): object {
  return {
    id,
    ...(rule !== undefined && { name: rule.name }),
    shortDescription: { text: title },
    fullDescription: { text: messages.map(({ message }) => message).join('\n') },
    help: { text: messages.map(({ help }) => help).join('\n') },
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf(finding: Finding, indexes: ReadonlyMap<string, number>): object {
  const { id, severity, message, help, position, end, related = [], fix } = finding;
  return {
    ruleId: id,
    ruleIndex: indexes.get(id) ?? -1,
    level: levels[severity],
    message: { text: `${message}\n${help}` },
    locations: [{ physicalLocation: placeOf(position, end) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, index) => ({
        id: index + 1,
        message: { text: one.message },
        physicalLocation: placeOf(one.position),
      })),
    }),
    ...(fix !== undefined && { fixes: [{ description: { text: help }, artifactChanges: changesOf(fix) }] }),
  };
}

function placeOf({ file, line, column }: Finding['position'], end?: Finding['end']): object {
  return {
    artifactLocation: artifact(file),
    region: {
      startLine: line,
      startColumn: column,
      ...(end !== undefined && { endLine: end.line, endColumn: end.column }),
    },
  };
}

function changesOf(edits: readonly TextEdit[]): readonly object[] {
  return [...new Set(edits.map(({ file }) => file))].map((file) => ({
    artifactLocation: artifact(file),
    replacements: edits
      .filter((edit) => edit.file === file)
      .map(({ start, end, text }) => ({
        deletedRegion: { charOffset: start, charLength: end - start },
        insertedContent: { text },
      })),
  }));
}

function artifact(file: string): object {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}
