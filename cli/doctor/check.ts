import type { Configuration } from '../open-configuration.ts';

/** What a check finds out. `note`: nothing is wrong, but there is something to know. */
export type Verdict =
  | { readonly status: 'ok'; readonly detail: string }
  | { readonly status: 'error' | 'note' | 'warning'; readonly problem: string; readonly fix: string };

/** What the checks look at. */
export interface Patient {
  /** Absolute. */
  readonly root: string;
  /** Of the Node that runs, without the `v`. */
  readonly nodeVersion: string;
  /** Of this command line. */
  readonly cliVersion: string;
  /** The configuration, or why there is none. */
  readonly configuration: Configuration | { readonly problem: string; readonly fix: string };
  /** Text of a file below the root; `undefined` where it cannot be read. */
  readonly read: (file: string) => string | undefined;
  readonly exists: (file: string) => boolean;
  /** Folder and version of an installed package, as the project or another folder resolves it. */
  readonly installed: (name: string, from?: string) => Installed | undefined;
}

/** An installed package. */
export interface Installed {
  /** Absolute, links resolved. */
  readonly folder: string;
  readonly version: string;
  /** Names of the packages that it needs at run time, its peers among them. */
  readonly dependencies: readonly string[];
}

/** One thing that `catga doctor` looks at. */
export interface Check {
  /** Kebab-case, unique. */
  readonly name: string;
  readonly examine: (patient: Patient) => Verdict | Promise<Verdict>;
}

export function isConfigured(configuration: Patient['configuration']): configuration is Configuration {
  return 'settings' in configuration;
}

/** What a check says that needs a configuration where there is none: the check of the configuration reports that. */
export const notConfigured: Verdict = { status: 'ok', detail: 'not looked at: there is no valid configuration' };
