/** Major, minor and patch of a version; pre-releases count as their release. */
export function versionOf(text: string): readonly [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = text.split(/[.+-]/).map(Number);
  return [major, minor, patch];
}

/** Whether `version` is `least` or newer. */
export function isAtLeast(version: string, least: string): boolean {
  const [a, b] = [versionOf(version), versionOf(least)];
  for (const index of [0, 1, 2] as const) if (a[index] !== b[index]) return a[index] > b[index];
  return true;
}
