const reserved: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

// Nearly every name; the Unicode classes take ten times as long (bench generate/cold).
const asciiIdentifier = /^[A-Za-z$_][\w$]*$/;

/** Whether `name` can stand where a binding is declared. */
export function isBindable(name: string): boolean {
  return isIdentifier(name) && !reserved.has(name);
}

/** Whether `name` can stand after a dot or as an unquoted key. */
export function isIdentifier(name: string): boolean {
  return asciiIdentifier.test(name) || /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name);
}

/** A string literal, safe in any position of a module; in single quotes unless those would have to be escaped. */
export function quote(text: string): string {
  if (/^[\w ./:@#$-]*$/.test(text)) return `'${text}'`;
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  if (text.includes("'") && !text.includes('"')) return `"${escaped}"`;
  return `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** `name` as the key of an object literal. `__proto__` is computed: as a plain key it would set the prototype. */
export function propertyKey(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return isIdentifier(name) ? name : quote(name);
}

/** `name` as the key of a type's member. */
export function typeKey(name: string): string {
  return isIdentifier(name) ? name : quote(name);
}

/** `object.name`, or `object['name']` where a dot cannot. */
export function access(object: string, name: string): string {
  return isIdentifier(name) ? `${object}.${name}` : `${object}[${quote(name)}]`;
}

/** `place-order.command` becomes `PlaceOrderCommand`. */
export function pascalCase(text: string): string {
  if (/^[A-Z][\w$]*$/.test(text)) return text;
  if (/^[a-z][\w$]*$/.test(text)) return text.charAt(0).toUpperCase() + text.slice(1);
  const name = text
    .split(/[^\p{ID_Continue}$]+/u)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return /^\p{ID_Start}/u.test(name) ? name : `_${name}`;
}

/** `PlaceOrder` becomes `placeOrder`. */
export function camelCase(text: string): string {
  const name = pascalCase(text);
  const result = name.charAt(0).toLowerCase() + name.slice(1);
  return reserved.has(result) ? `${result}_` : result;
}

/** Text that may stand inside a block comment. */
export function commentText(text: string): string {
  return text.replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ').trim();
}

/** By code unit, so that no locale has a say in what is generated. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
