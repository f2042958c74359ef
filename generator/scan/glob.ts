/** Whether a posix path matches a glob with `*`, `**`, `?` and `{a,b}`. */
export function matchesGlob(file: string, pattern: string): boolean {
  return new RegExp(`^${translate(pattern.replace(/^\.\//, ''))}$`).test(file);
}

/** Whether a list of globs takes a file, relative like them; an empty list takes all. */
export function isIncluded(file: string, include: readonly string[]): boolean {
  return include.length === 0 || include.some((pattern) => matchesGlob(file, pattern));
}

const token = /\*\*\/|\*\*|\*|\?|\{|\}|,|[\\^$.+()[\]|]/g;

function translate(pattern: string): string {
  let depth = 0;
  return pattern.replace(token, (found) => {
    switch (found) {
      case '**/':
        return '(?:[^/]+/)*';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '{':
        depth++;
        return '(?:';
      case '}':
        depth--;
        return ')';
      case ',':
        return depth > 0 ? '|' : ',';
      default:
        return `\\${found}`;
    }
  });
}
