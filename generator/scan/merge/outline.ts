import type { FileFragment } from '../fragments/index.ts';

const outlines = new WeakMap<FileFragment, string>();

/**
 * All that the merge with other files depends on in a fragment: without positions, documentation, and what its messages are
 * made of.
 */
export function outlineOf(fragment: FileFragment): string {
  let outline = outlines.get(fragment);
  if (outline === undefined) outlines.set(fragment, (outline = makeOutline(fragment)));
  return outline;
}

function makeOutline({ messages, candidates, bases, constructed, refusedSteps }: FileFragment): string {
  return JSON.stringify([
    messages.map(({ key, typeKey, name, model }) => {
      const { module, exportName, position, variable, kind, form, version, oldestVersion } = model;
      const declared = [module, exportName, position.file, model.name, variable, kind, form, version];
      return [key, typeKey, name, ...declared, oldestVersion ?? 0];
    }),
    candidates,
    bases,
    constructed.map(({ span, demands, of, ...draft }) => [
      draft,
      span.position.file,
      demands.map(({ span: _span, unwritable, ...demand }) => [demand, unwritable !== undefined]),
      of.subject,
      of.model && { ...of.model, position: of.model.position.file },
    ]),
    refusedSteps,
  ]);
}
