import ts from 'typescript';

/** One place where a payload is not what its published type says. */
export interface Contradiction {
  /** `pull_request.requested_teams[0].slug`. */
  readonly path: string;
  /** What the type says. */
  readonly declared: string;
  /** What the payload has. */
  readonly actual: string;
}

/** A payload seen through its published type. */
export interface Reading {
  readonly contradictions: readonly Contradiction[];
  /** The payload without the members that the type does not declare. */
  readonly declared: unknown;
  /** Paths of the members that were left out. */
  readonly undeclared: readonly string[];
}

/**
 * Reads payloads through the published types with the TypeScript checker alone: no part of Catga is involved, so that it
 * can be held against what the generated codecs do.
 */
export class DeclaredTypes {
  readonly #checker: ts.TypeChecker;
  readonly #payloads: ts.Type;
  readonly #node: ts.Node;

  /** @param declarations - Path of `@octokit/webhooks-types`' `schema.d.ts`. */
  constructor(declarations: string) {
    const program = ts.createProgram([declarations], {
      strict: true,
      noLib: false,
      types: [],
      lib: ['lib.es2022.d.ts'],
    });
    const source = program.getSourceFile(declarations);
    if (source === undefined) throw new TypeError(`there is no ${declarations}`);
    this.#checker = program.getTypeChecker();
    const payloads = source.statements.find(
      (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'EventPayloadMap',
    );
    if (payloads === undefined) throw new TypeError(`${declarations} has no EventPayloadMap`);
    this.#node = payloads;
    this.#payloads = this.#checker.getTypeAtLocation(payloads);
  }

  /** The kinds that the types know. */
  get kinds(): readonly string[] {
    return this.#payloads.getProperties().map((property) => property.name);
  }

  read(kind: string, payload: unknown): Reading {
    const property = this.#payloads.getProperty(kind);
    if (property === undefined) throw new TypeError(`the types have no kind ${kind}`);
    return this.#value(this.#checker.getTypeOfSymbolAtLocation(property, this.#node), payload, '');
  }

  #value(type: ts.Type, value: unknown, path: string): Reading {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return fits(value);
    if (type.isUnion()) return this.#union(type, value, path);
    if (type.flags & ts.TypeFlags.StringLike) return this.#primitive(type, value, path, 'string');
    if (type.flags & ts.TypeFlags.NumberLike) return this.#primitive(type, value, path, 'number');
    if (type.flags & ts.TypeFlags.BooleanLike) {
      const literal = this.#checker.typeToString(type);
      return literal === 'boolean'
        ? this.#primitive(type, value, path, 'boolean')
        : this.#same(type, value, path, literal === 'true');
    }
    if (type.flags & ts.TypeFlags.Null) return this.#same(type, value, path, null);
    if (this.#checker.isTupleType(type)) return this.#tuple(type as ts.TypeReference, value, path);
    if (this.#checker.isArrayType(type)) return this.#array(type as ts.TypeReference, value, path);
    return this.#object(type, value, path);
  }

  #primitive(type: ts.Type, value: unknown, path: string, wanted: string): Reading {
    if (type.isStringLiteral() || type.isNumberLiteral()) return this.#same(type, value, path, type.value);
    return typeof value === wanted ? fits(value) : this.#contradiction(type, value, path);
  }

  #same(type: ts.Type, value: unknown, path: string, wanted: unknown): Reading {
    return value === wanted ? fits(value) : this.#contradiction(type, value, path);
  }

  #union(type: ts.UnionType, value: unknown, path: string): Reading {
    const variants = type.types.filter((variant) => !(variant.flags & ts.TypeFlags.Undefined));
    const named = variants.filter((variant) => this.#literalsMatch(variant, value));
    const readings = (named.length > 0 ? named : variants).map((variant) => this.#value(variant, value, path));
    const fitting = readings.filter((reading) => reading.contradictions.length === 0);
    // Several may fit where variants overlap: the one that declares the most is the one that was meant.
    if (fitting.length > 0) return best(fitting, (reading) => reading.undeclared.length);
    if (named.length === 0) return this.#unnamed(type, variants, value, path);
    // Nothing fits: what is closest tells where it fails, unless it is of another kind altogether.
    const inside = readings.filter((reading) => reading.contradictions.every((found) => found.path !== path));
    return inside.length > 0
      ? best(inside, (reading) => reading.contradictions.length)
      : this.#contradiction(type, value, path);
  }

  /** Whether no literal member of `type` speaks against `value`. */
  #literalsMatch(type: ts.Type, value: unknown): boolean {
    if (!(type.flags & ts.TypeFlags.Object) || !isObject(value)) return true;
    return type.getProperties().every((property) => {
      const wanted = this.#literal(property);
      return wanted === undefined || !Object.hasOwn(value, property.name) || value[property.name] === wanted;
    });
  }

  #literal(property: ts.Symbol): string | number | undefined {
    const type = this.#checker.getTypeOfSymbolAtLocation(property, this.#node);
    return type.isStringLiteral() || type.isNumberLiteral() ? type.value : undefined;
  }

  /** The contradiction of a value whose discriminator names no variant. */
  #unnamed(type: ts.Type, variants: readonly ts.Type[], value: unknown, path: string): Reading {
    const member = variants[0]
      ?.getProperties()
      .map((property) => property.name)
      .find((name) =>
        variants.every((variant) => {
          const property = variant.getProperty(name);
          return property !== undefined && this.#literal(property) !== undefined;
        }),
      );
    if (member === undefined || !isObject(value)) return this.#contradiction(type, value, path);
    const declared = variants.map((variant) => {
      const property = variant.getProperty(member);
      return JSON.stringify(property === undefined ? undefined : this.#literal(property));
    });
    const found = { path: join(path, member), declared: declared.join(' | '), actual: describe(value[member]) };
    return { contradictions: [found], undeclared: [], declared: value };
  }

  #array(type: ts.TypeReference, value: unknown, path: string): Reading {
    const [element] = this.#checker.getTypeArguments(type);
    if (!Array.isArray(value) || element === undefined) return this.#contradiction(type, value, path);
    return joinItems(value.map((item, index) => this.#value(element, item, `${path}[${index}]`)));
  }

  #tuple(type: ts.TypeReference, value: unknown, path: string): Reading {
    const elements = this.#checker.getTypeArguments(type);
    if (!Array.isArray(value) || value.length !== elements.length) return this.#contradiction(type, value, path);
    return joinItems(elements.map((element, index) => this.#value(element, value[index], `${path}[${index}]`)));
  }

  #object(type: ts.Type, value: unknown, path: string): Reading {
    if (!isObject(value)) return this.#contradiction(type, value, path);
    const contradictions: Contradiction[] = [];
    const undeclared: string[] = [];
    const declared: Record<string, unknown> = {};
    const take = (key: string, reading: Reading): void => {
      contradictions.push(...reading.contradictions);
      undeclared.push(...reading.undeclared);
      declared[key] = reading.declared;
    };
    const members = new Set<string>();
    for (const property of this.#checker.getPropertiesOfType(type)) {
      members.add(property.name);
      const memberPath = join(path, property.name);
      const memberType = this.#checker.getTypeOfSymbolAtLocation(property, this.#node);
      const mayBeAbsent = (property.flags & ts.SymbolFlags.Optional) !== 0;
      if (Object.hasOwn(value, property.name))
        take(property.name, this.#value(memberType, value[property.name], memberPath));
      else if (!mayBeAbsent) contradictions.push(this.#contradictionAt(memberType, undefined, memberPath));
    }
    const index = this.#checker.getIndexInfosOfType(type)[0];
    for (const key of Object.keys(value).filter((name) => !members.has(name))) {
      const memberPath = join(path, key);
      if (index === undefined) undeclared.push(memberPath);
      else take(key, this.#value(index.type, value[key], memberPath));
    }
    return { contradictions, undeclared, declared };
  }

  #contradiction(type: ts.Type, value: unknown, path: string): Reading {
    return { contradictions: [this.#contradictionAt(type, value, path)], undeclared: [], declared: value };
  }

  #contradictionAt(type: ts.Type, value: unknown, path: string): Contradiction {
    return {
      path,
      declared: this.#checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation),
      actual: describe(value),
    };
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === undefined) return 'absent';
  if (Array.isArray(value)) return `array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `object { ${Object.keys(value).join(', ')} }`;
  return JSON.stringify(value);
}

function fits(value: unknown): Reading {
  return { contradictions: [], undeclared: [], declared: value };
}

function joinItems(readings: readonly Reading[]): Reading {
  return {
    contradictions: readings.flatMap((reading) => reading.contradictions),
    undeclared: readings.flatMap((reading) => reading.undeclared),
    declared: readings.map((reading) => reading.declared),
  };
}

function best(readings: readonly Reading[], cost: (reading: Reading) => number): Reading {
  const [first, ...rest] = readings;
  if (first === undefined) throw new TypeError('there is nothing to choose from');
  return rest.reduce((chosen, reading) => (cost(reading) < cost(chosen) ? reading : chosen), first);
}

function join(path: string, member: string): string {
  return path === '' ? member : `${path}.${member}`;
}
