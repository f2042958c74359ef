import { draftDemands, providedKeys } from '../dependencies/index.ts';
import type { ConstructedModel } from '../fragments/index.ts';
import { compareText } from '../project-paths.ts';
import type { ScanContext } from '../scan-context.ts';
import type { TypeResolver } from '../types/resolver.ts';
import { behavior } from './behaviors.ts';
import { findClasses, type ClassDraft } from './class-drafts.ts';
import { findFunctionHandlers, type FunctionDraft } from './function-handlers.ts';
import { classHandler, functionHandler } from './handlers.ts';
import type { MessageIndex } from './message-index.ts';
import { reportOutOfReach } from './out-of-reach.ts';
import { reportScripts } from './scripts.ts';
import { service } from './services.ts';
import { reportUnsupportedForms } from './unsupported-forms.ts';
import { classUpcaster, scanConstantUpcasters } from './upcasters.ts';
import { validator } from './validators.ts';

/** Finds handlers, behaviors, validators, services and upcasters of the context's files, and what each of them asks for. */
export function scanConstructed(context: ScanContext, messages: MessageIndex, resolver: TypeResolver): void {
  const { fragments } = context;
  const { identities } = resolver;
  const functions = findFunctionHandlers(context);
  const drafts = [...findClasses(context), ...functions].toSorted(byPlace);
  reportOutOfReach(context, functions);
  reportUnsupportedForms(context);
  reportScripts(context);
  for (const draft of drafts) {
    fragments.within(draft.node.getSourceFile().fileName, () => {
      if ('subject' in draft && draft.subject === 'upcaster') {
        classUpcaster(context, resolver, messages, draft);
        return;
      }
      const { id, name, module, exportName, lifetime } = draft;
      fragments.current?.constructed.push({
        id,
        name,
        module,
        exportName,
        lifetime,
        span: context.spanOf(draft.node),
        demands: draftDemands(context, identities, draft),
        provides: providedKeys(context, identities, draft),
        of: modelOf(context, messages, draft),
      });
    });
  }
  scanConstantUpcasters(context, resolver, messages);
}

function modelOf(context: ScanContext, messages: MessageIndex, draft: ClassDraft | FunctionDraft): ConstructedModel {
  if (!('subject' in draft)) return { subject: 'handler', model: functionHandler(context, messages, draft) };
  switch (draft.subject) {
    case 'handler':
      return { subject: 'handler', model: classHandler(context, messages, draft) };
    case 'behavior':
      return { subject: 'behavior', model: behavior(context, messages, draft) };
    case 'validator':
      return { subject: 'validator', model: validator(context, messages, draft) };
    default:
      return { subject: 'service', model: service(context, draft) };
  }
}

/** By module, then by exported name. */
export function byPlace(
  a: { readonly module: string; readonly exportName: string },
  b: { readonly module: string; readonly exportName: string },
): number {
  return compareText(a.module, b.module) || compareText(a.exportName, b.exportName);
}
