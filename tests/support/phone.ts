import { sql } from './clients.ts';
import { totp } from './totp.ts';

/** Somebody's authenticator app. */
export class Phone {
  readonly #secret: string;
  readonly factorId: string;

  constructor(o: { secret: string; id: string }) {
    this.#secret = o.secret;
    this.factorId = o.id;
  }

  /** The code it shows now, whether it was used or not. */
  shown(): Promise<string> {
    return totp(this.#secret);
  }

  /** A code that counts as unused: what the auth server remembers of the last one is forgotten. */
  async fresh(): Promise<string> {
    await sql()`update auth.mfa_factors set last_totp_step = 0 where id = ${this.factorId}`;
    return this.shown();
  }
}
