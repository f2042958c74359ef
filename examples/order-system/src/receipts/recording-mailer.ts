import type { Mail, Mailer } from './mailer.ts';

/** Sends nothing, remembers everything; out of reach for the first `failures` attempts. */
export class RecordingMailer implements Mailer {
  readonly sent: Mail[] = [];
  attempts = 0;
  readonly #failures: number;

  constructor(failures = 0) {
    this.#failures = failures;
  }

  async send(mail: Mail): Promise<void> {
    this.attempts++;
    if (this.attempts <= this.#failures) throw new Error('the mail server is out of reach');
    this.sent.push(mail);
  }
}
