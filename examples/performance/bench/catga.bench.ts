// Measures the messages and handlers of this project. Written once by `catga generate --bench`; from here on it is yours.
import { readFileSync } from 'node:fs';
import { benchmark } from 'catga/bench';
import { registry } from '../src/catga/index.js';

// One sample of each message, as JSON. Change them as you like; `catga generate --bench` adds what is new, and nothing else.
const samples = JSON.parse(readFileSync(new URL('./samples.json', import.meta.url), 'utf8')) as Record<string, unknown>;

// What handlers need; edited by hand, as in any project.
await benchmark({ registry: registry({ searchIndex: () => ({ addAll: async () => {} }) }), samples });
