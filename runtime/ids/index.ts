export { messageIds } from './message-ids.ts';
export { safeSnowflake, snowflake } from './snowflake.ts';
export { safeSnowflakeLayout, snowflakeEpoch, snowflakeLayouts } from './snowflake-layout.ts';

export type { Snowflake, SnowflakeOptions, SnowflakeParts } from './snowflake.ts';
export type { SnowflakeLayout } from './snowflake-layout.ts';
