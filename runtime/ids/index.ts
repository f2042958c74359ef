export { messageIds } from './message-ids.ts';
