import type { ts } from 'ts-morph';
import type { NoOptions } from '../../options.ts';
import type { FileContext, Rule } from '../../rule.ts';

/** A service that does something where it is constructed, or a file that takes services from generated code by hand. */
type Fact = { readonly active: string } | { readonly taken: true };

/**
 * A `@service` that no constructor and no function handler takes. Not what is disposed of, or acts when it is constructed:
 * that may be there for its own sake.
 */
export const unusedService: Rule<NoOptions, Fact> = {
  id: 'CATGA2105',
  name: 'unused-service',
  title: 'Service that nothing takes',
  severity: 'warning',
  preset: 'strict',
  scope: 'program',
  messages: {
    singleton: {
      message: 'Nothing takes the service {name}: it is constructed at start-up, and never used.',
      help: 'Remove `@service`, or ask for it in a constructor; registries never hand services out.',
    },
    other: {
      message: 'Nothing takes the {lifetime} service {name}: it is never constructed.',
      help: 'Remove `@service`, or ask for it in a constructor; registries never hand services out.',
    },
  },
  options: {},
  file(context) {
    const { application, remember } = context;
    for (const unit of application.units) {
      if (unit.kind !== 'service' || !context.ts.isClassLike(unit.node)) continue;
      if (actsWhenConstructed(context, unit.node)) remember({ active: unit.model.id });
    }
    return {
      enter: {
        ImportDeclaration({ importClause, moduleSpecifier }: ts.ImportDeclaration) {
          const bindings = importClause?.namedBindings;
          if (bindings === undefined || !context.ts.isNamedImports(bindings)) return;
          const { generated } = application;
          const names = bindings.elements.map((one) => (one.propertyName ?? one.name).text);
          if (names.some((name) => makers.has(name)) && generated.mayBeGenerated(moduleSpecifier)) {
            remember({ taken: true });
          }
        },
      },
    };
  },
  project({ model, facts, report }) {
    if (facts.some(({ fact }) => 'taken' in fact)) return;
    const active = new Set(facts.flatMap(({ fact }) => ('active' in fact ? [fact.active] : [])));
    const needed = new Set(
      [...model.handlers, ...model.behaviors, ...model.validators, ...model.services].flatMap(({ dependencies }) =>
        dependencies.flatMap((dependency) => (dependency.kind === 'service' ? [dependency.id] : [])),
      ),
    );
    for (const service of model.services) {
      if (needed.has(service.id)) continue;
      const { lifetime, exportName } = service;
      if (lifetime === 'singleton') {
        if (service.disposable || active.has(service.id)) continue;
        report({ message: 'singleton', data: { name: exportName }, at: service });
      } else {
        report({ message: 'other', data: { name: exportName, lifetime }, at: service });
      }
    }
  },
};

/** What `services.ts` exports: who calls them has every service in hand. */
const makers: ReadonlySet<string> = new Set(['composeServices', 'createServices']);

/** Whether a constructor, or an initializer of a member, calls something: a subscription, a timer, a log line. */
function actsWhenConstructed({ ts }: FileContext<NoOptions, Fact>, node: ts.ClassLikeDeclaration): boolean {
  const acts = (at: ts.Node): boolean => {
    if (ts.isFunctionLike(at)) return false;
    if (ts.isCallExpression(at) && at.expression.kind !== ts.SyntaxKind.SuperKeyword) return true;
    return ts.isNewExpression(at) || ts.isAwaitExpression(at) || ts.forEachChild(at, acts) === true;
  };
  return (
    node.heritageClauses?.some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword) === true ||
    node.members.some((member) => {
      if (ts.isConstructorDeclaration(member)) return member.body !== undefined && acts(member.body);
      return ts.isPropertyDeclaration(member) && member.initializer !== undefined && acts(member.initializer);
    })
  );
}
