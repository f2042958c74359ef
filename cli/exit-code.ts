/** What the process says to its caller. */
export const ExitCode: {
  readonly ok: 0;
  /** Findings, or generated files that are stale. */
  readonly findings: 1;
  /** The command line or the configuration is wrong. */
  readonly usage: 2;
  /** A defect of ours. */
  readonly internal: 3;
  readonly interrupted: 130;
} = { ok: 0, findings: 1, usage: 2, internal: 3, interrupted: 130 };

/** One of the values of {@link ExitCode}. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
