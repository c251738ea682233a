import { generate } from 'otplib';

/** The code that an authenticator app shows for a secret, now or at a moment in seconds since 1970. */
export function totp(secret: string, atSeconds = Math.floor(Date.now() / 1000)): Promise<string> {
  return generate({ secret, epoch: atSeconds });
}
