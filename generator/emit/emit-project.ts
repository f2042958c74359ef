import { emitCodecs } from '../codecs/index.ts';
import type { ProjectModel } from '../model/project.ts';
import { emittedFile, type EmissionCache } from './emission-cache.ts';
import type { EmittedFile } from './emitted-file.ts';
import { printComposition, printIndex } from './exports.ts';
import { fingerprint } from './fingerprint.ts';
import { compare } from './identifiers.ts';
import { printManifest } from './manifest.ts';
import { printMessages } from './messages.ts';
import { printPipelines } from './pipelines/emit-pipelines.ts';
import type { Pieces } from './pieces.ts';
import { planEmit, type EmitOptions, type Plan } from './plan.ts';
import { printRegistry } from './registry.ts';
import { printRoutes } from './routes.ts';
import { printServices } from './services/emit-services.ts';
import { SurfaceFingerprints } from './surface.ts';

/** Every generated file of a project, sorted by path. `cache` has those of the run before. */
export function emitProject(model: ProjectModel, options: EmitOptions, cache?: EmissionCache): readonly EmittedFile[] {
  cache?.turnTo(model, options);
  const plan = planEmit(model, options, cache);
  const codecs = emitCodecs(model, options, cache, plan.specifiers);
  const { surface, contents } = (cache?.fingerprints ?? new SurfaceFingerprints()).of(plan, cache?.changes);
  const file = (
    path: string,
    print: (plan: Plan, pieces?: Pieces) => string,
    ...dependsOn: readonly string[]
  ): EmittedFile =>
    emittedFile(path, fingerprint([path, ...dependsOn]), () => print(plan, cache?.piecesOf(path)), cache);
  const files = [
    ...codecs,
    file('composition.ts', printComposition, surface),
    file('index.ts', printIndex, surface),
    file('manifest.json', printManifest, surface, contents, plan.schemaHash),
    file('messages.ts', (of) => printMessages(of, surface, cache), surface, contents),
    file('pipelines.ts', printPipelines, surface),
    file('registry.ts', (of, pieces) => printRegistry(of, surface, pieces), surface, plan.schemaHash),
    file('routes.ts', printRoutes, surface),
    file('services.ts', printServices, surface),
  ].toSorted((a, b) => compare(a.path, b.path));
  cache?.finish(model, options, files);
  return files;
}
