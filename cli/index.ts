export { defineConfig } from './config/define.ts';

export type { AnalyzeConfig, CatgaConfig } from './config/define.ts';
export type { RuleOverride, RuleSetting } from '../analyzers/settings.ts';
