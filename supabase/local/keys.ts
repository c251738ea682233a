import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateSecret } from 'otplib';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** Everything secret of one embedded backend. Made at its first start, kept in its data folder, never committed. */
export interface Keys {
  publishable_key: string;
  secret_key: string;
  /** ES256 key pair of the tokens that leave the backend; the public half is served as JWKS. */
  signing_key: JWK;
  /** HS256 secret of the tokens handed to lite; it never leaves the process. */
  inner_secret: string;
  functions_secret: string;
  badge_hash_key: string;
  demo_password: string;
  /** TOTP secret of the demo's super admin. */
  demo_totp_secret: string;
  /** Bearer key of the mailbox's Resend API. */
  resend_api_key: string;
}

function apiKey(kind: 'publishable' | 'secret'): string {
  const body = `sb_${kind}_${randomBytes(17).toString('base64url').slice(0, 22)}`;
  return `${body}_${createHash('sha256').update(body).digest('base64url').slice(0, 8)}`;
}

async function generateKeys(): Promise<Keys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return {
    publishable_key: apiKey('publishable'),
    secret_key: apiKey('secret'),
    signing_key: { ...jwk, kid: randomUUID(), alg: 'ES256', use: 'sig' },
    inner_secret: randomBytes(32).toString('hex'),
    functions_secret: randomBytes(32).toString('hex'),
    badge_hash_key: randomBytes(32).toString('hex'),
    demo_password: randomBytes(9).toString('base64url'),
    demo_totp_secret: generateSecret(),
    resend_api_key: `re_${randomBytes(18).toString('base64url')}`,
  };
}

/** The keys of a data folder (`keys.json`, readable by its owner only), made when missing; fresh ones without a folder. */
export async function loadKeys(folder: string | undefined): Promise<Keys> {
  if (!folder) return generateKeys();
  const file = join(folder, 'keys.json');
  const stored = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const known = stored === undefined ? {} : parse(stored, file);
  const keys: Keys = { ...(await generateKeys()), ...known };
  if (Object.keys(keys).every((name) => name in known)) return keys;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
  return keys;
}

function parse(text: string, file: string): Partial<Keys> {
  try {
    return JSON.parse(text) as Partial<Keys>;
  } catch {
    throw new Error(`${file} is not valid JSON: remove it to get new keys (all sign-ins end).`);
  }
}
