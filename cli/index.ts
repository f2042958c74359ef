export { defineConfig } from './config/define.ts';

export type { CatgaConfig } from './config/define.ts';
