import { fingerprint } from '../emit/fingerprint.ts';
import { modelDigest } from '../emit/model-text.ts';
import type { ModuleSpecifiers } from '../emit/module-specifier.ts';
import type { MessageModel, UpcasterModel } from '../model/project.ts';
import type { TypeDefinition } from '../model/types.ts';
import type { CodecOptions } from './emit-codecs.ts';
import { referencesIn, referencesOf } from './references.ts';
import type { TypeIndex } from './type-index.ts';

/** What a codec module declares. */
export interface CodecContent {
  /** The module whose types it is about. */
  readonly source: string;
  readonly definitions: readonly TypeDefinition[];
  readonly messages: readonly MessageModel[];
  readonly upcasters: readonly UpcasterModel[];
}

/** What all codec modules of a project depend on. */
interface Surroundings {
  readonly index: TypeIndex;
  readonly pathOf: (definition: TypeDefinition) => string;
  readonly options: CodecOptions;
  readonly specifiers: ModuleSpecifiers;
}

/** Fingerprints of codec modules: of what they declare, and of all definitions that it is made of. */
export class CodecFingerprints {
  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** The definitions that a module declares, and those that what it declares is made of. */
  reachedBy({ definitions, messages, upcasters }: CodecContent): readonly TypeDefinition[] {
    const { byId } = this.#surroundings.index;
    const reached = new Set(definitions);
    const add = (id: string): void => {
      const definition = byId.get(id);
      if (definition) reached.add(definition);
    };
    for (const { body, response } of messages) referencesIn(response ? [body, response.type] : [body]).forEach(add);
    for (const { former } of upcasters) {
      referencesIn([former.body, ...(former.expression.arguments ?? [])]).forEach(add);
    }
    // A set's iteration visits what is added on the way.
    for (const definition of reached) {
      for (const id of referencesOf(definition)) add(id);
      const { expression } = definition;
      if (expression?.arguments) referencesIn(expression.arguments).forEach(add);
    }
    return [...reached];
  }

  /** @param reached - From {@link reachedBy}. */
  of(path: string, { source, messages, upcasters }: CodecContent, reached: readonly TypeDefinition[]): string {
    const { index, pathOf, options, specifiers } = this.#surroundings;
    const texts = [path, source, options.generatorVersion, options.output, options.importExtension, specifiers.unusual];
    for (const message of messages) texts.push(modelDigest(message));
    for (const upcaster of upcasters) texts.push(modelDigest(upcaster));
    for (const definition of reached) {
      texts.push(modelDigest(definition), pathOf(definition), index.messageOf.get(definition.id) ?? '');
      if (index.onlyRead.has(definition.id)) texts.push('only read');
    }
    return fingerprint(texts);
  }
}
