import type { Behavior, CommandLike, MessageContext, Result } from 'catga';
import type { AuditLog } from './audit-log.ts';

/** Writes one line for every command, refused ones included. Hooks cost one function for all of them together. */
export class AuditCommands implements Behavior<CommandLike> {
  readonly #log: AuditLog;

  constructor(log: AuditLog) {
    this.#log = log;
  }

  after(_command: CommandLike, result: Result<unknown>, context: MessageContext): void {
    this.#log.write(`${context.messageType} ${result.ok ? 'done' : `refused: ${result.error.code}`}`);
  }

  error(_command: CommandLike, error: unknown, context: MessageContext): void {
    this.#log.write(`${context.messageType} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
