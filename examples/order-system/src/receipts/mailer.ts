export interface Mail {
  readonly to: string;
  readonly subject: string;
}

/** Sends mail; the application brings its own. */
export interface Mailer {
  /** @throws Error while the mail server is out of reach. */
  send(mail: Mail): Promise<void>;
}
