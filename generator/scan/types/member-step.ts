// Nearly every name; the Unicode classes take ten times as long (bench generate/cold).
const plain = /^[A-Za-z$_][\w$]*$/;
const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** How a path goes on to a member: `.price`, `["unit price"]`. */
export function memberStep(name: string): string {
  return plain.test(name) || identifier.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
