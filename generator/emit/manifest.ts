import { REGISTRY_FORMAT } from '../../runtime/ports/registry.ts';
import type { ProjectModel } from '../model/project.ts';
import { modelText } from './model-text.ts';
import type { Plan } from './plan.ts';

/** What `manifest.json` says: the model, for applications that compose this package and for tools. */
export interface Manifest {
  readonly format: number;
  /** Version of `@catga/cli` that wrote it. */
  readonly generator: string;
  readonly schemaHash: string;
  /** Without positions; composed packages are named, their own manifests tell the rest. */
  readonly model: ManifestModel;
}

/** The model as the manifest has it. */
interface ManifestModel extends Omit<ProjectModel, 'modules'> {
  readonly modules: readonly {
    readonly specifier: string;
    readonly packageName: string;
    readonly schemaHash: string;
  }[];
}

/** `manifest.json`: deterministic, with relative paths only. */
export function printManifest(plan: Plan): string {
  const { model } = plan.own;
  const manifest: Manifest = {
    format: REGISTRY_FORMAT,
    generator: plan.generatorVersion,
    schemaHash: plan.schemaHash,
    model: {
      ...model,
      modules: model.modules.map(({ specifier, packageName, schemaHash }) => ({ specifier, packageName, schemaHash })),
    },
  };
  return textOf(manifest);
}

/** JSON with a line for each declaration, so that changes of two people merge and 1,000 messages stay readable. */
function textOf({ model, ...head }: Manifest): string {
  const members = Object.entries(model).map(([name, value]) => `  ${JSON.stringify(name)}: ${valueText(value)}`);
  const lines = Object.entries(head).map(([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
  return `{\n${lines.join('\n')}\n "model": {\n${members.join(',\n')}\n }\n}\n`;
}

function valueText(value: string | readonly object[]): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value.length === 0) return '[]';
  const texts: string[] = [];
  for (let start = 0; start < value.length; start += partSize)
    texts.push(partText(value.slice(start, start + partSize)));
  return `[\n   ${texts.join(separator)}\n  ]`;
}

const separator = ',\n   ';
/** Declarations whose text is kept together: an edit changes few of them, and putting together thousands takes time. */
const partSize = 64;

const parts = new WeakMap<object, { readonly items: readonly object[]; readonly text: string }>();

/** Of some declarations in a row: kept under the first of them. */
function partText(items: readonly object[]): string {
  const [first] = items;
  if (first === undefined) return '';
  const known = parts.get(first);
  if (known?.items.length === items.length && known.items.every((item, index) => item === items[index])) {
    return known.text;
  }
  const text = items.map(modelText).join(separator);
  parts.set(first, { items, text });
  return text;
}
