import type { HookModel } from '../../model/project.ts';
import { pascalCase } from '../identifiers.ts';
import type { Printer } from '../printer.ts';
import type { Layer } from './layers.ts';

/** What a pipeline's body is printed from. */
export interface Body {
  /** The name of the parameter that is handled: `message` or `event`. */
  readonly subject: string;
  /** The wire name, quoted. */
  readonly messageName: string;
  /** The handler's call, retries included, as an expression that gives a promise. */
  readonly call: string;
  /** For handlers that answer with nothing: the expression of the result to go on with. */
  readonly nothing?: string;
  /** The variable that holds a behavior or validator. */
  readonly variable: (component: object) => string;
  readonly resultType: string;
  readonly invalid: string;
  readonly finish: string;
}

/**
 * Where a result goes: out of the function, out of it and ending the dispatch, or into `result`, leaving the labelled
 * block if that is not its end.
 */
type Exit = 'return' | 'finish' | { readonly label: string };

/** Whether layers can be written as one expression that gives a promise: nested `next()` behaviors only. */
export function isExpression(layers: readonly Layer[]): boolean {
  return layers.every(({ kind }) => kind === 'around');
}

/** The layers as an expression; see {@link isExpression}. */
export function layersExpression(layers: readonly Layer[], body: Body): string {
  const [layer, ...inner] = layers;
  if (layer?.kind !== 'around') return body.call;
  const next =
    inner.length === 0 && body.nothing !== undefined ? nothingNext(body) : `() => ${layersExpression(inner, body)}`;
  return `${body.variable(layer.behavior.model)}.handle(${body.subject}, context, ${next})`;
}

function nothingNext(body: Body): string {
  return `() => ${body.call}.then(() => ${body.nothing ?? ''})`;
}

/**
 * The layers as statements of one async function. Hooks of all behaviors share it: a layer costs what its hooks cost,
 * no promise of its own (bench dispatch/hooks/3). Blocks are nested only where a hook has to see what an inner layer did.
 */
export function printLayers(
  printer: Printer,
  layers: readonly Layer[],
  body: Body,
  exit: 'return' | 'finish' = 'return',
): void {
  if (keepsResult(layers)) printer.line(`let result: ${body.resultType};`);
  print(printer, layers, body, exit);
}

/** Whether something comes after inner layers within this function, so that their result must be kept. */
function keepsResult(layers: readonly Layer[]): boolean {
  // What is inside a `next()` behavior is a function of its own.
  const nested = layers.findIndex(({ kind }) => kind === 'around');
  return layers
    .slice(0, nested === -1 ? layers.length : nested)
    .some((layer) => layer.kind === 'hooks' && layer.hooks.after !== undefined);
}

function print(printer: Printer, layers: readonly Layer[], body: Body, exit: Exit): void {
  const [layer, ...inner] = layers;
  if (layer === undefined) {
    if (body.nothing === undefined) leave(printer, body, `await ${body.call}`, exit, true);
    else {
      printer.call('', `await ${body.call}`, ';');
      leave(printer, body, body.nothing, exit, true);
    }
  } else if (layer.kind === 'validation') {
    const issues = layer.validators.map(({ model }) => {
      const call = `${body.variable(model)}.validate(${body.subject}, context)`;
      return model.async ? `await ${call}` : call;
    });
    printer.list(`const refusal = ${body.invalid}(${body.messageName}, [`, issues, ']);');
    printer.block('if (refusal !== undefined) {', () => leave(printer, body, 'refusal', exit, false));
    print(printer, inner, body, exit);
  } else if (layer.kind === 'around') printAround(printer, layer, inner, body, exit);
  else printHooks(printer, layer, inner, body, exit);
}

function printAround(
  printer: Printer,
  layer: Extract<Layer, { kind: 'around' }>,
  inner: readonly Layer[],
  body: Body,
  exit: Exit,
): void {
  if (isExpression(inner)) {
    leave(printer, body, `await ${layersExpression([layer, ...inner], body)}`, exit, true);
    return;
  }
  const open = `await ${body.variable(layer.behavior.model)}.handle(${body.subject}, context, async () => {`;
  const inside = (): void => {
    if (keepsResult(inner)) printer.line(`let result: ${body.resultType};`);
    print(printer, inner, body, 'return');
  };
  if (exit === 'finish') printer.block(`return ${body.finish}(${open}`, inside, '}), context);');
  else printer.block(exit === 'return' ? `return ${open}` : `result = ${open}`, inside, '});');
}

function printHooks(
  printer: Printer,
  layer: Extract<Layer, { kind: 'hooks' }>,
  inner: readonly Layer[],
  body: Body,
  exit: Exit,
): void {
  const { before, after, error } = layer.hooks;
  const variable = body.variable(layer.behavior.model);
  if (before !== undefined) {
    const refusal = `${variable}Refusal`;
    printer.line(`const ${refusal} = ${awaited(before)}${variable}.before(${body.subject}, context);`);
    printer.block(`if (${refusal} !== undefined) {`, () => leave(printer, body, refusal, exit, false));
  }
  if (after === undefined && error === undefined) {
    print(printer, inner, body, exit);
    return;
  }
  const label = `inside${pascalCase(variable)}`;
  const innerExit: Exit = after === undefined ? exit : { label };
  const labelled = after !== undefined && leavesEarly(inner) ? `${label}: ` : '';
  if (error !== undefined) {
    printer.tryCatch(
      `${labelled}try {`,
      () => print(printer, inner, body, innerExit),
      () => {
        printer.line(`const replacement = ${awaited(error)}${variable}.error(${body.subject}, error, context);`);
        printer.line('if (replacement === undefined) throw error;');
        leave(printer, body, 'replacement', exit, false);
      },
    );
  } else if (labelled === '') print(printer, inner, body, innerExit);
  else printer.block(`${labelled}{`, () => print(printer, inner, body, innerExit));
  if (after !== undefined) {
    printer.line(`${awaited(after)}${variable}.after(${body.subject}, result, context);`);
    leave(printer, body, 'result', exit, true);
  }
}

/** A hook that never gives a promise is not awaited: an await costs a turn of the queue. */
function awaited(hook: HookModel): string {
  return hook.async ? 'await ' : '';
}

/** Whether one of the layers can end before its inner layers have run, and then leaves through the exit of the first. */
function leavesEarly(layers: readonly Layer[]): boolean {
  const [layer, ...inner] = layers;
  if (layer === undefined || layer.kind === 'around') return false;
  if (layer.kind === 'validation') return true;
  const { before, after, error } = layer.hooks;
  return before !== undefined || error !== undefined || (after === undefined && leavesEarly(inner));
}

function leave(printer: Printer, body: Body, value: string, exit: Exit, atEnd: boolean): void {
  if (exit === 'return') printer.call('return ', value, ';');
  else if (exit === 'finish') printer.line(`return ${body.finish}(${value}, context);`);
  else {
    if (value !== 'result') printer.call('result = ', value, ';');
    if (!atEnd) printer.line(`break ${exit.label};`);
  }
}
