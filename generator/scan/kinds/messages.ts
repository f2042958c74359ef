import type { MessageModel, ResponseModel } from '../../model/project.ts';
import { symbolKey } from '../qualified-name.ts';
import type { ScanContext } from '../scan-context.ts';
import { wireName } from '../tags/arguments.ts';
import { messageTags } from '../tags/message-options.ts';
import { readMessageTags } from '../tags/read-message-tags.ts';
import { reportStrayTags } from '../tags/stray-tags.ts';
import { isClass } from '../types/classes.ts';
import { docOf } from '../types/documentation.ts';
import { resolveBody } from '../types/objects.ts';
import { withoutUndefined } from '../types/without-undefined.ts';
import { camelCase, kebabCase } from '../types/pascal-case.ts';
import type { TypeResolver } from '../types/resolver.ts';
import type { Site } from '../types/site.ts';
import type { MessageContract } from './contract.ts';
import { findMessageDeclarations, type MessageDeclaration } from './message-declarations.ts';
import { checkKeyPaths } from './message-keys.ts';
import { reportParameterProperties } from './parameter-properties.ts';

/** Finds the messages of the context's files, resolves their types and reads their tags. */
export function scanMessages(context: ScanContext, resolver: TypeResolver, isKnown: (key: string) => boolean): void {
  const { fragments } = context;
  for (const declaration of findMessageDeclarations(context, isKnown)) {
    const { node, declarations, symbol, type, name } = declaration;
    fragments.within(node.getSourceFile().fileName, () => {
      const model = describe(context, resolver, declaration);
      checkKeyPaths(context, resolver.definitions, model, declarations);
      fragments.current?.messages.push({
        key: symbolKey(context.ts, symbol),
        typeKey: resolver.identities.instanceKey(type),
        name,
        end: context.spanOf(node).end,
        model,
      });
    });
  }
}

function describe(context: ScanContext, resolver: TypeResolver, declaration: MessageDeclaration): MessageModel {
  const { node, declarations, symbol, type, contract, name, module, exportName } = declaration;
  const site: Site = { path: name, id: `${module}#${name}`, name, node, depth: 0 };
  const tags = readMessageTags(context, declarations, name, contract.kind, configured(context, declaration) ?? {});
  if (context.ts.isClassDeclaration(node)) reportParameterProperties(context, node);
  reportStrayTags(context, node, (tag) => Object.hasOwn(messageTags, tag) && tag !== 'deprecated');
  const reserved = context.compiler.property(type, '$type');
  if (reserved) {
    context.report('CATGA1004', { name, member: '$type' }, reserved.valueDeclaration ?? node, {
      path: `${name}.$type`,
    });
  }
  let body = resolveBody(resolver, type, resolver.identities.ofDeclaration(symbol, site), site);
  if (context.ts.isTypeAliasDeclaration(node) && isClass(context, type)) {
    context.report('CATGA1020', { name, class: type.symbol.name }, node);
  }
  if (!body) {
    context.report('CATGA1012', { name, reason: `\`${resolver.show(type)}\` is not an object` }, node);
    body = { kind: 'unknown' };
  }
  const response = responseOf(context, resolver, contract, {
    ...site,
    path: `${name} response`,
    id: `${site.id} response`,
    name: `${name}Response`,
  });
  const doc = declarations.map((one) => docOf(context.ts, one)).find((text) => text !== undefined);
  return {
    module,
    exportName,
    position: context.positionOf(node),
    name: tags.name ?? defaultName(context, declaration),
    variable: camelCase(name),
    kind: contract.kind,
    reliable: contract.reliable,
    form: context.ts.isClassDeclaration(node) ? 'class' : 'data',
    qos: tags.qos ?? defaultQos(contract),
    version: tags.version ?? 1,
    ...(tags.oldestVersion !== undefined && { oldestVersion: tags.oldestVersion }),
    body,
    ...(response && { response }),
    options: tags.options,
    ...(doc !== undefined && { doc }),
  };
}

function responseOf(
  context: ScanContext,
  resolver: TypeResolver,
  contract: MessageContract,
  site: Site,
): ResponseModel | undefined {
  const { ts } = context;
  if (contract.kind === 'event' || (contract.response.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined)) !== 0)
    return undefined;
  const { model, undefinable } = withoutUndefined(resolver, contract.response, site);
  return { type: model, ...(undefinable && { undefinable: true }) };
}

function defaultName(context: ScanContext, { name, node }: MessageDeclaration): string {
  const { namespace } = context.settings;
  const own = kebabCase(name);
  if (!wireName.test(own)) {
    const reason = 'no wire name can be made from the name of the type';
    context.report('CATGA1006', { written: `@message ${own}`, reason, form: '@message orders.place-order' }, node);
  }
  return namespace === '' ? own : `${namespace}.${own}`;
}

function defaultQos(contract: MessageContract): 0 | 1 {
  return contract.kind === 'command' || contract.reliable ? 1 : 0;
}

function configured(
  context: ScanContext,
  { module, name }: MessageDeclaration,
): Readonly<Record<string, string>> | undefined {
  return context.settings.messages[`${module}#${name}`];
}
