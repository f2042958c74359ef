import { parseArgs } from 'node:util';
import { serve } from './serve.ts';
import { walkThrough } from './walkthrough/walk-through.ts';

const usage = 'usage: order-system [--walkthrough | --serve [--port 8080]]';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      walkthrough: { type: 'boolean', default: false },
      serve: { type: 'boolean', default: false },
      port: { type: 'string', default: '8080' },
    },
  });
  if (values.walkthrough && values.serve) throw new TypeError('choose one of --walkthrough and --serve');
  if (!values.serve) return walkThrough();
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new TypeError(`${values.port} is not a port`);
  await serve(port);
  return 0;
}

// Not top-level await: a single executable is built as CommonJS, which has none.
void main()
  .catch((error: unknown) => {
    console.error(error instanceof TypeError ? `${error.message}\n${usage}` : error);
    return error instanceof TypeError ? 2 : 1;
  })
  .then((code) => (process.exitCode = code));
