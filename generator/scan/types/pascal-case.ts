/** `order-lines`, `order lines` or `orderLines` as `OrderLines`; empty where nothing in it can stand in an identifier. */
export function pascalCase(text: string): string {
  let name = pascalCased.get(text);
  if (name === undefined) {
    name = toPascalCase(text);
    pascalCased.set(text, name);
  }
  return name;
}

// The same member names come again and again, and the patterns are slow.
const pascalCased = new Map<string, string>();

function toPascalCase(text: string): string {
  if (/^[a-zA-Z][\w$]*$/.test(text)) return text.charAt(0).toUpperCase() + text.slice(1);
  return text
    .split(/[^\p{ID_Continue}$]+/u)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** As {@link pascalCase}, starting in lower case; a leading acronym is lowered as a whole: `URLMoved` to `urlMoved`. */
export function camelCase(text: string): string {
  const pascal = pascalCase(text);
  // One capital and what follows it: what all but acronyms begin with.
  if (/^[A-Z][a-z\d]/.test(pascal)) return pascal.charAt(0).toLowerCase() + pascal.slice(1);
  const head = /^\p{Lu}+(?=\p{Lu}\p{Ll}|$|[^\p{L}])/u.exec(pascal)?.[0] ?? pascal.charAt(0);
  return head.toLowerCase() + pascal.slice(head.length);
}

/** `PlaceOrder` as `place-order`, `HTTPServerStarted` as `http-server-started`. */
export function kebabCase(text: string): string {
  return text
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1-$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1-$2')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
}
