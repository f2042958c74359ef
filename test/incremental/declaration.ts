/** A declaration of the project under edit. */
export type Declaration =
  | { readonly kind: 'type'; readonly name: string; text: string }
  | { readonly kind: 'message'; readonly name: string; base: string; tag: string; readonly members: [string, string][] }
  | { readonly kind: 'class'; readonly name: string; text: string };

/** A type in its first variant. */
export function firstOf(list: readonly (readonly [string, readonly string[]])[], name: string): Declaration {
  return { kind: 'type', name, text: list.find(([type]) => type === name)?.[1][0] ?? '' };
}

export function handler(name: string, message: string, parameter: string, isEvent = false): Declaration {
  const kind = isEvent ? 'EventHandler' : 'RequestHandler';
  const text = `export class ${name} implements ${kind}<${message}> { constructor(${parameter}) {} async handle(): Promise<never> { return null as never } }`;
  return { kind: 'class', name, text };
}

export function batchHandler(name: string, message: string, size: number): Declaration {
  const tag = size === 0 ? '' : `/** @batch ${size} 10ms */\n`;
  const text = `${tag}export class ${name} implements BatchHandler<${message}> { async handle(): Promise<never> { return null as never } }`;
  return { kind: 'class', name, text };
}

export function service(name: string, provided: string): Declaration {
  const clause = provided === '' ? '' : ` implements ${provided}`;
  return {
    kind: 'class',
    name,
    text: `/** @service */\nexport class ${name}${clause} { save(): never { return null as never } }`,
  };
}

export function behavior(name: string, target: string): Declaration {
  return { kind: 'class', name, text: `export class ${name} implements Behavior<${target}> { before(): void {} }` };
}

export function textOf(declaration: Declaration): string {
  if (declaration.kind !== 'message') return declaration.text;
  const { name, base, tag, members } = declaration;
  const unique = new Map(members);
  return [
    `/** About ${name}. ${tag} */`,
    `export interface ${name} extends ${base} {`,
    ...[...unique].map(([member, type]) => `  /** The ${member}. */\n  readonly ${member}: ${type};`),
    '}',
  ].join('\n');
}
