import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { configNames } from '../config/locate.ts';
import { ExitCode } from '../exit-code.ts';
import { extendManifest } from '../init/package-manifest.ts';
import { projectShape, type ProjectShape } from '../init/project-shape.ts';
import { sampleFiles } from '../init/sample.ts';
import { tsconfigText } from '../init/tsconfig.ts';
import type { Terminal } from '../output/terminal.ts';
import { withFileAccess } from '../usage-error.ts';
import { writeUsersFile } from '../users-file.ts';

/** `catga init`: puts beside what is there whatever a first `catga generate` needs, and says what it did. */
export function init(terminal: Terminal): ExitCode {
  const root = terminal.cwd;
  const shape = projectShape(root);
  const say = (what: string, path: string): void => terminal.out(`${what.padEnd(8)} ${path}\n`);

  initManifest(root, shape, say);
  for (const file of [{ path: 'tsconfig.json', text: tsconfigText(shape) }, ...sampleFiles(shape)]) {
    const present = file.path.startsWith('catga.config.')
      ? configNames.find((name) => existsSync(join(root, name)))
      : existsSync(join(root, file.path));
    if (present !== undefined && present !== false) {
      say('kept', typeof present === 'string' ? present : file.path);
      continue;
    }
    withFileAccess(file.path, () => {
      mkdirSync(dirname(join(root, file.path)), { recursive: true });
      // Refuses to overwrite even what appeared since the look above.
      writeFileSync(join(root, file.path), file.text, { flag: 'wx' });
    });
    say('created', file.path);
  }

  terminal.out(`\nNext: npx catga generate && npm run build && node ${shape.build}/main.js\n`);
  if (!existsSync(join(root, 'node_modules/typescript'))) {
    terminal.out('TypeScript is not installed here; `npm run build` needs it: npm install --save-dev typescript\n');
  }
  if (shape.manifest?.content['type'] === 'commonjs') {
    terminal.out('package.json says "type": "commonjs"; that works, "module" is what Catga\'s documentation shows.\n');
  }
  return ExitCode.ok;
}

function initManifest(root: string, shape: ProjectShape, say: (what: string, path: string) => void): void {
  const change = extendManifest(shape, basename(root));
  if (change.added.length > 0 || shape.manifest === undefined) {
    writeUsersFile(root, 'package.json', change.text);
    say(shape.manifest === undefined ? 'created' : 'extended', `package.json (${change.added.join(', ')})`);
  } else {
    say('kept', 'package.json');
  }
  if (change.kept.length > 0) say('kept', `package.json (${change.kept.join(', ')})`);
}
