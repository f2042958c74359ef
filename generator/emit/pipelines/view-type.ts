import type { BehaviorModel, HookModel, ValidatorModel } from '../../model/project.ts';
import type { References } from '../references.ts';

/** The type under which pipelines see a behavior or a validator: the hooks that it has, whatever parameters they declare. */
export function viewType(model: BehaviorModel | ValidatorModel | object, references: References): string {
  if ('style' in model) {
    if (model.style === 'next') return references.runtimeType('AroundHook');
    return model.hooks.map((hook) => hookType(hook, references)).join(' & ');
  }
  const issues = `readonly ${references.runtimeType('ValidationIssue')}[]`;
  const promised = 'async' in model && model.async;
  return `${references.runtimeType('ValidateHook')}<${promised ? `${issues} | Promise<${issues}>` : issues}>`;
}

function hookType(hook: HookModel, references: References): string {
  if (hook.name === 'before') {
    return `${references.runtimeType('BeforeHook')}<${returned(`void | ${references.runtimeType('Failure')}`, hook)}>`;
  }
  if (hook.name === 'after') return `${references.runtimeType('AfterHook')}<${returned('void', hook)}>`;
  const result = `void | ${references.runtimeType('Result')}<unknown>`;
  return `${references.runtimeType('ErrorHook')}<${returned(result, hook)}>`;
}

function returned(type: string, { async: promised }: HookModel): string {
  return promised ? `${type} | Promise<${type}>` : type;
}
