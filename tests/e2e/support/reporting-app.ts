import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { nextScript } from '../../../supabase/local/cli/build.ts';
import { startChild } from '../../../supabase/local/cli/children.ts';
import type { Service } from '../../../supabase/local/types.ts';
import { freePort } from './app.ts';

/** An app that reports to a DSN and whose backend fails with a message full of what must not leave. */
export interface ReportingApp extends Service {
  url: string;
  /** The cookie of somebody who is signed in there. */
  cookie: { name: string; value: string; url: string };
}

/** What the backend of the app says about every call. */
export const failure = {
  code: 'XX000',
  message: 'broken row of claire@exemple.fr, +33 6 12 34 56 78',
  details: 'Key (email)=(claire@exemple.fr)',
  hint: null,
};

/** Starts the built app beside a backend that knows a signing key and nothing else. */
export async function startReportingApp(dsn: string): Promise<ReportingApp> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
  const backend = createServer((request, response) => {
    const isKeys = request.url?.endsWith('/jwks.json');
    response.statusCode = isKeys ? 200 : 500;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isKeys ? { keys: [key] } : failure));
  }).listen(0, '127.0.0.1');
  await once(backend, 'listening');
  const backendUrl = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;

  const port = await freePort();
  const url = `http://localhost:${port}`;
  const app = startChild(nextScript, ['start', '--port', String(port), '--hostname', '127.0.0.1'], {
    env: {
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      SUPABASE_URL: backendUrl,
      SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_0123456789',
      SUPABASE_SECRET_KEY: 'sb_secret_0123456789abcdef',
      BADGE_HASH_KEY: 'ab'.repeat(32),
      APP_URL: url,
      SENTRY_DSN: dsn,
    },
    pipe: true,
  });
  const ready = new Promise<true>((tell) => {
    createInterface({ input: app.process.stdout! }).on('line', (line) => {
      if (line.includes('Ready in')) tell(true);
    });
  });
  if (!(await Promise.race([ready, app.ended.then(() => false)]))) throw new Error('The app did not start.');

  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: crypto.randomUUID(),
    role: 'authenticated',
    aal: 'aal1',
    session_id: crypto.randomUUID(),
  };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
    .setIssuedAt(now)
    .setExpirationTime(now + 3600)
    .sign(privateKey);
  const session = {
    access_token: token,
    refresh_token: 'refresh-of-claire',
    token_type: 'bearer',
    expires_in: 3600,
    expires_at: now + 3600,
    user: { id: claims.sub, email: 'claire@exemple.fr' },
  };
  const value = `base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`;
  return {
    url,
    cookie: { name: 'sb-jarvis', value, url },
    stop: async () => {
      await app.stop();
      backend.closeAllConnections();
      backend.close();
    },
  };
}
