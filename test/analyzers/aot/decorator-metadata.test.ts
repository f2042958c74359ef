import { decoratorMetadata } from '../../../analyzers/rules/aot/decorator-metadata.ts';
import { testRule } from '../rule-cases.ts';

/** A handler with a decorator of a module. */
function decorated(imports: string, decorator: string): string {
  return `import { ok, type Command, type RequestHandler, type Result } from 'catga';
${imports}
export interface PlaceOrder extends Command { readonly orderId: string }
${decorator}
export class PlaceOrderHandler implements RequestHandler<PlaceOrder> {
  async handle(): Promise<Result> { return ok(); }
}
`;
}

const compilerOptions = { experimentalDecorators: true };

testRule(decoratorMetadata, {
  valid: [
    { title: 'a handler without decorators', code: decorated('', '') },
    {
      title: 'decorators of the project',
      code: decorated('const Injectable = (): ClassDecorator => () => undefined;', '@Injectable()'),
      compilerOptions,
    },
    {
      title: 'decorators of others',
      code: decorated("import { Injectable } from '@acme/container';", '@Injectable()'),
      compilerOptions,
    },
    {
      title: 'what else those packages offer',
      code: decorated("import { Controller } from '@nestjs/common';", '@Controller()'),
      compilerOptions,
    },
    {
      title: 'files without handlers and services',
      code: "import { Injectable } from '@nestjs/common';\n@Injectable()\nexport class Clock {}\n",
      compilerOptions,
    },
    {
      title: 'packages that an option leaves out',
      code: decorated("import { injectable } from 'tsyringe';", '@injectable()'),
      options: { packages: ['typedi'] },
      compilerOptions,
    },
    {
      title: 'decorators that an option leaves out',
      code: decorated("import { injectable } from 'tsyringe';", '@injectable()'),
      options: { decorators: ['singleton'] },
      compilerOptions,
    },
  ],
  invalid: [
    ...[
      ["import { Injectable } from '@nestjs/common';", '@Injectable()', 'Injectable', '@nestjs/common'],
      ["import { injectable as provided } from 'inversify';", '@provided()', 'provided', 'inversify'],
      ["import * as tsyringe from 'tsyringe';", '@tsyringe.singleton()', 'tsyringe.singleton', 'tsyringe'],
      ["import { Service } from 'typedi';", '@Service', 'Service', 'typedi'],
    ].map(([imports = '', decorator = '', name, module]) => ({
      title: decorator,
      code: decorated(imports, decorator),
      scope: 'handlers' as const,
      compilerOptions,
      findings: [
        {
          line: 4,
          column: 1,
          endColumn: decorator.length + 1,
          message: `\`@${name}\` of \`${module}\` makes a container construct by metadata at run time; the generated registry constructs what is declared here already, ahead of time.`,
        },
      ],
    })),
    {
      title: 'the compiler option, once',
      code: { 'src/case.ts': 'export const a = 1;\n', 'src/other.ts': 'export const b = 1;\n' },
      compilerOptions: { experimentalDecorators: true, emitDecoratorMetadata: true },
      findings: [{ file: 'tsconfig.json', line: 1, column: 1, message: /`emitDecoratorMetadata` is on/ }],
    },
  ],
});
