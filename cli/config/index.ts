export { loadConfig } from './load.ts';
export { settingsOf } from './settings.ts';

export type { CatgaConfig } from './define.ts';
export type { EvaluatedConfig } from './load.ts';
