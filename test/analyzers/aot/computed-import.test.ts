import { computedImport } from '../../../analyzers/rules/aot/computed-import.ts';
import { testRule } from '../rule-cases.ts';

const prelude = 'declare const name: string, isTest: boolean;\nexport ';

function computed(call: string): {
  title: string;
  code: string;
  findings: { line: number; column: number; endColumn: number; message: string }[];
} {
  const message = `\`${call}\` loads a module whose name is computed: no bundler or compiler takes it along, and a wrong name is found at run time only.`;
  return {
    title: call,
    code: `${prelude}const loaded: Promise<unknown> = ${call};\n`,
    findings: [{ line: 2, column: 41, endColumn: 41 + call.length, message }],
  };
}

testRule(computedImport, {
  valid: [
    "import('./a.js')",
    'import(`./a.js`)',
    "import(('node:fs'))",
    "import('./data.json', { with: { type: 'json' } })",
    "import(isTest ? './a.js' : './b.js')",
    'import(/* @vite-ignore */ name)',
    'import(/* webpackIgnore: true */ name)',
  ].map((call) => ({ title: call, code: `${prelude}const loaded: Promise<unknown> = ${call};\n` })),
  invalid: [
    computed('import(name)'),
    computed('import(`./${name}.js`)'),
    computed("import('./' + name)"),
    computed("import(isTest ? name : './b.js')"),
    computed('import(/* lazy */ name)'),
    computed("import(new URL('./a.js', import.meta.url).href)"),
    { ...computed('import(name)'), title: 'import(name) outside handlers, in the default scope', scope: 'handlers' },
  ],
});
