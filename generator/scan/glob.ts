/** Whether a posix path matches a glob with `*`, `**`, `?` and `{a,b}`. */
export function matchesGlob(file: string, pattern: string): boolean {
  return new RegExp(`^${translate(pattern.replace(/^\.\//, ''))}$`).test(file);
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
