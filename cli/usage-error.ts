/**
 * The command cannot be carried out because of what it was given: arguments, configuration, files. Ends the process with
 * exit code 2. The message says what is wrong and because of what, the help what to do.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly help: string;

  constructor(message: string, help: string, options?: ErrorOptions) {
    super(message, options);
    this.help = help;
  }
}

/** Runs `act`; a refusal of the file system becomes a {@link UsageError} that names `path`. */
export function withFileAccess<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UsageError(
      `${path} cannot be read or written: ${error.message}`,
      'Check its permissions, and that no file stands where a folder is needed or the reverse.',
      { cause: error },
    );
  }
}
