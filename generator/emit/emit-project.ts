import { emitCodecs, type CodecCache } from '../codecs/index.ts';
import type { ProjectModel } from '../model/project.ts';
import type { EmittedFile } from './emitted-file.ts';
import { emitComposition, emitIndex } from './exports.ts';
import { compare } from './identifiers.ts';
import { emitManifest } from './manifest.ts';
import { emitMessages } from './messages.ts';
import { emitPipelines } from './pipelines/emit-pipelines.ts';
import { planEmit, type EmitOptions } from './plan.ts';
import { emitRegistry } from './registry.ts';
import { emitRoutes } from './routes.ts';
import { emitServices } from './services/emit-services.ts';

/** Every generated file of a project, sorted by path. `codecs` has those of the run before. */
export function emitProject(model: ProjectModel, options: EmitOptions, codecs?: CodecCache): readonly EmittedFile[] {
  const plan = planEmit(model, options);
  return [
    ...emitCodecs(model, options, codecs),
    emitComposition(plan),
    emitIndex(plan),
    emitManifest(plan),
    emitMessages(plan),
    emitPipelines(plan),
    emitRegistry(plan),
    emitRoutes(plan),
    emitServices(plan),
  ].toSorted((a, b) => compare(a.path, b.path));
}
