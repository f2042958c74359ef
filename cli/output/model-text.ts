import type { Plan, PlannedMessage } from '../../generator/emit/plan.ts';
import { batchPolicy } from '../../generator/model/batch-policy.ts';
import type { ExternalModel, MessageOptions } from '../../generator/model/project.ts';
import { plural } from './diagnostics.ts';

/** A project for people: every message with what runs for it, then services and what the application must supply. */
export function modelText(plan: Plan): string {
  const { model } = plan.own;
  const sections = [
    section(plural(plan.messages.length, 'message'), plan.messages.flatMap(messageLines)),
    section(
      plural(model.services.length, 'service'),
      model.services.map((service) => `${service.exportName}  ${service.lifetime}  ${place(service.position)}`),
    ),
    section(plural(model.externals.length, 'external'), model.externals.flatMap(externalLines)),
    section(
      plural(model.modules.length, 'composed module'),
      model.modules.map((module) => `${module.packageName}  ${plural(module.model.messages.length, 'message')}`),
    ),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return title.startsWith('0 ') && !title.endsWith('messages') ? '' : title;
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

function messageLines({ model, unit, behaviors, validators, handlers }: PlannedMessage): readonly string[] {
  const origin = unit.composed === undefined ? place(model.position) : unit.composed.packageName;
  const pipeline = [
    ...behaviors.map((behavior) => behavior.model.exportName),
    ...validators.map((validator) => validator.model.exportName),
  ];
  const receivers = handlers.map((handler) => {
    const policy = batchPolicy(model, handler.model);
    return policy === undefined
      ? handler.name
      : `${handler.name} in batches of ${policy.size} within ${policy.waitMs} ms`;
  });
  return [
    `${model.kind} ${model.name}  qos ${model.qos}  version ${model.version}  ${origin}`,
    ...optionLines(model.options),
    ...(pipeline.length === 0 ? [] : [`  through ${pipeline.join(', ')}`]),
    `  handled by ${receivers.length === 0 ? (model.options.route ?? 'nobody') : receivers.join(', ')}`,
  ];
}

function optionLines(options: MessageOptions): readonly string[] {
  const texts = Object.entries(options).map(([name, value]) => `${name} ${optionText(value)}`);
  return texts.length === 0 ? [] : [`  ${texts.join(', ')}`];
}

function optionText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function externalLines(external: ExternalModel): readonly string[] {
  const users = external.neededBy.map((id) => id.slice(id.lastIndexOf('#') + 1));
  return [`${external.property}${external.optional ? '?' : ''}: ${external.type.text}  needed by ${users.join(', ')}`];
}

function place({
  file,
  line,
  column,
}: {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}): string {
  return `${file}:${line}:${column}`;
}
