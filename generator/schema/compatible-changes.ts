import type { SchemaChanges } from './compare-schemas.ts';
import type { RecordedMessage, RecordedObject, Schema } from './schema.ts';

/** What has changed and breaks nothing, in words: for people who want to see that their change was understood. */
export function compatibleChanges(before: Schema, now: Schema, breaking: SchemaChanges): readonly string[] {
  const texts = [
    ...breaking.added.map((name) => `\`${name}\` was added`),
    ...breaking.raised.map(({ name, from, to }) => `\`${name}\` was raised from version ${from} to version ${to}`),
    ...breaking.dropped.map(
      ({ name, version }) => `\`${name}\` no longer reads version ${version}, as its \`@version\` says`,
    ),
    ...[...before.messages.values()].flatMap((old) => messageTexts(old, now.messages.get(old.name))),
    ...memberTexts(before, now, new Set(breaking.shapes.map(({ path }) => path))),
  ];
  return [...new Set(texts)].toSorted();
}

function messageTexts(old: RecordedMessage, current: RecordedMessage | undefined): readonly string[] {
  if (current === undefined) return [];
  return current.qos > old.qos ? [`\`${old.name}\` was QoS ${old.qos} and is QoS ${current.qos}`] : [];
}

function memberTexts(before: Schema, now: Schema, breaking: ReadonlySet<string>): readonly string[] {
  const texts: string[] = [];
  for (const [name, type] of now.types) {
    const old = before.types.get(name);
    if (old?.kind !== 'object' || type.kind !== 'object') continue;
    const [was, is] = [namesOf(old), namesOf(type)];
    const tell = (member: string, text: string): void => {
      if (!breaking.has(`${name}.${member}`)) texts.push(`the optional member \`${name}.${member}\` was ${text}`);
    };
    for (const member of is) if (!was.has(member)) tell(member, 'added');
    for (const member of was) if (!is.has(member)) tell(member, 'removed');
  }
  return texts;
}

function namesOf({ members }: RecordedObject): ReadonlySet<string> {
  return new Set(members.map(({ name }) => name));
}
