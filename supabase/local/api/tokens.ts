import { compactVerify, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Keys } from '../keys.ts';

type SigningKey = Awaited<ReturnType<typeof importJWK>>;

/** A private key's public half, as it is served to verifiers. */
function publicHalf(key: JWK): JWK {
  const { kty, crv, x, y, kid } = key;
  return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig', key_ops: ['verify'] };
}

/**
 * The tokens of the backend. Outside they are ES256, so that clients verify them locally by the JWKS as on hosted;
 * lite understands HS256 only and gets a twin with the same claims.
 */
export class Tokens {
  readonly jwks: { keys: JWK[] };
  readonly #kid: string | undefined;
  readonly #inner: Uint8Array;
  readonly #private: Promise<SigningKey>;
  readonly #public: Promise<SigningKey>;
  readonly #twins = new Map<string, string>();

  constructor(keys: Keys) {
    const shown = publicHalf(keys.signing_key);
    this.jwks = { keys: [shown] };
    this.#kid = keys.signing_key.kid;
    this.#inner = new TextEncoder().encode(keys.inner_secret);
    this.#private = importJWK(keys.signing_key, 'ES256');
    this.#public = importJWK(shown, 'ES256');
  }

  /** An access token for a client; `claims` carry their own `iat` and `exp`. */
  async sign(claims: JWTPayload): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: this.#kid })
      .sign(await this.#private);
  }

  /** Whose valid access token this is; undefined when it is not ours or has expired. */
  async verify(token: string): Promise<{ userId: string; sessionId: string } | undefined> {
    try {
      const { payload } = await jwtVerify(token, await this.#public, { algorithms: ['ES256'] });
      const { sub: userId, session_id: sessionId } = payload;
      return userId && typeof sessionId === 'string' ? { userId, sessionId } : undefined;
    } catch {
      return undefined;
    }
  }

  /** The twin of a client's token for lite, expired ones included (lite answers those); undefined when not ours. */
  async twin(token: string): Promise<string | undefined> {
    const known = this.#twins.get(token);
    if (known) return known;
    try {
      const { payload } = await compactVerify(token, await this.#public, { algorithms: ['ES256'] });
      const claims = JSON.parse(new TextDecoder().decode(payload)) as JWTPayload;
      const twin = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .sign(this.#inner);
      this.#remember(token, twin);
      return twin;
    } catch {
      return undefined;
    }
  }

  #remember(token: string, twin: string): void {
    const oldest = this.#twins.keys().next();
    if (this.#twins.size >= 500 && !oldest.done) this.#twins.delete(oldest.value);
    this.#twins.set(token, twin);
  }
}
