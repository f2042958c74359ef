import { REGISTRY_FORMAT } from '../../runtime/ports/registry.ts';
import type { ProjectModel } from '../model/project.ts';
import type { EmittedFile } from './emitted-file.ts';
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
export function emitManifest(plan: Plan): EmittedFile {
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
  return { path: 'manifest.json', text: `${JSON.stringify(manifest, withoutPositions, 1)}\n` };
}

/** Lines move with every edit: a position would change the manifest where nothing else did. The file is kept. */
function withoutPositions(name: string, value: unknown): unknown {
  return name === 'position' && isPosition(value) ? { file: value.file } : value;
}

function isPosition(value: unknown): value is { readonly file: string } {
  return typeof value === 'object' && value !== null && 'file' in value && 'line' in value;
}
