import type { ServiceModel } from '../../model/project.ts';
import type { ScanContext } from '../scan-context.ts';
import type { ClassDraft } from './class-drafts.ts';
import { isDisposable, placeOf } from './constructed.ts';

/** A class tagged `@service`. */
export function service(context: ScanContext, draft: ClassDraft): ServiceModel {
  return {
    ...placeOf(context, draft),
    disposable: isDisposable(context, draft.type),
  };
}
