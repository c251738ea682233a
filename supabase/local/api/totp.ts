import { generateSecret, generateURI, verify } from 'otplib';
import { renderSVG } from 'uqr';

/** A step is this many seconds; the step before and the step after the present one are taken too. */
export const STEP_SECONDS = 30;

export interface TotpSecret {
  secret: string;
  uri: string;
  /** Raw SVG: the client makes a data: address of it. */
  qr_code: string;
}

/** A fresh secret with what an authenticator app needs to take it over. */
export function newTotpSecret(issuer: string, email: string): TotpSecret {
  const secret = generateSecret();
  const uri = generateURI({ issuer, label: email, secret });
  return { secret, uri, qr_code: renderSVG(uri, { ecc: 'M' }) };
}

/** The step that a code belongs to; undefined when it is wrong. */
export async function stepOfCode(secret: string, code: string): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined;
  const result = await verify({ secret, token: code, epochTolerance: STEP_SECONDS });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}
