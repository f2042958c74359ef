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

/** Runs `write`; a refusal of the file system becomes a {@link UsageError} that names `path`. */
export function writableOr(write: () => void, path: string): void {
  try {
    write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(
      `${path} cannot be written: ${message}`,
      'Check permissions, and that no folder has its name.',
      {
        cause: error,
      },
    );
  }
}
