import type { MessageOptions } from '../../model/project.ts';
import { quote } from '../identifiers.ts';
import type { Owned, PlannedHandler, PlannedMessage } from '../plan.ts';
import type { Printer } from '../printer.ts';
import type { References } from '../references.ts';
import type { Unit } from '../units.ts';
import type { Components } from './components.ts';
import { layersOf, type Layer } from './layers.ts';
import { isExpression, type Body } from './print-layers.ts';
import { viewType } from './view-type.ts';

/** One handler of one message with all that is around it. */
export interface Pipeline {
  readonly message: PlannedMessage;
  readonly handler: PlannedHandler;
  readonly layers: readonly Layer[];
  /** Whether there is nothing around the handler but the end of the dispatch. */
  readonly bare: boolean;
  readonly body: Body;
  /** Prints what the body needs at its start: scopes, and behaviors that do not live as long as the application. */
  readonly printStart: (printer: Printer) => void;
  /** Whether {@link printStart} prints anything. */
  readonly starts: boolean;
}

/** Puts together what one handler's pipeline is printed from. */
export function pipelineOf(
  message: PlannedMessage,
  handler: PlannedHandler,
  components: Components,
  references: References,
): Pipeline {
  const layers = layersOf(message);
  const { options, kind } = message.model;
  const subject = kind === 'event' ? 'event' : 'message';
  // A batch handler belongs to its batch, not to one message.
  const own = handler.model.batch === undefined ? [handler] : [];
  const parts: readonly Owned<{ readonly id: string }>[] = [...own, ...message.behaviors, ...message.validators];
  const scopes = new Set<Unit>(parts.filter((part) => components.usesScope(part)).map(({ unit }) => unit));
  const perMessage = [...message.behaviors, ...message.validators].filter(
    (part) => components.service(part)?.residence !== 'application',
  );
  const variables = new Map<object, string>();
  for (const part of [...message.behaviors, ...message.validators]) {
    const local = perMessage.includes(part) ? part.model.variable : components.instance(part, references);
    variables.set(part.model, local);
  }
  const call = components.call(handler, message, subject, 'context', references);
  const starts = scopes.size > 0 || perMessage.length > 0;
  const bare = layers.length === 0 && !starts && options.retry === undefined && options.timeoutMs === undefined;
  return {
    message,
    handler,
    layers,
    starts,
    bare,
    body: {
      subject,
      messageName: quote(message.model.name),
      call: options.retry === undefined ? call : retried(options, call, message, references),
      ...(kind === 'event' && !bare && { nothing: `${references.runtimeValue('ok')}()` }),
      variable: (component) => variables.get(component) ?? 'undefined',
      resultType: layers.length === 0 ? 'unknown' : `${references.runtimeType('Result')}<unknown>`,
      finish: kind === 'event' || isExpression(layers) ? 'finish' : references.runtimeValue('finish'),
      invalid: message.validators.length === 0 ? 'invalid' : references.runtimeValue('invalid'),
    },
    printStart: (printer) => {
      for (const unit of scopes) {
        const scope = components.scopes.get(unit) ?? 'scope';
        const made = `new ${scopeClass(unit, references)}(${components.services(unit)}, context)`;
        printer.assign(`const ${scope}`, made);
      }
      for (const part of perMessage) {
        const view = viewType(part.model, references);
        printer.assign(`const ${part.model.variable}: ${view}`, components.instance(part, references));
      }
    },
  };
}

/** Whether the handler's call passes the context on. */
export function takesContext({ handler }: Pipeline): boolean {
  const { form, ignoresMessage, usesContext } = handler.model;
  return usesContext || ignoresMessage === true || form === 'function';
}

function retried({ retry }: MessageOptions, call: string, message: PlannedMessage, references: References): string {
  return retry === undefined
    ? call
    : `${references.runtimeValue('retrying')}(${retryName(message)}, context, () => ${call})`;
}

/** The module constant that holds the policy of a message. */
export function retryName({ base }: PlannedMessage): string {
  return `retry${base}`;
}

/** The class that makes what lives as long as one message, or one batch. */
export function scopeClass(unit: Unit, references: References): string {
  return unit.composed === undefined
    ? references.generatedValue('services', 'Scope')
    : references.imports.value(`${unit.composed.specifier}/composition.js`, 'Scope');
}
