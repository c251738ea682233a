import type { EmailDriver } from '@supabase/lite';
import type { Fixes } from '../database/open.ts';
import type { Keys } from '../keys.ts';
import { answerMailbox, isMailboxPath } from '../mailbox/index.ts';
import type { Database } from '../types.ts';
import { refusal } from './answers.ts';
import { answerAuth } from './auth.ts';
import type { Captcha } from './captcha.ts';
import { withTwin } from './lite-requests.ts';
import { answerSecrets, secretsPath } from './secrets.ts';
import type { Tokens } from './tokens.ts';

export interface FrontOptions {
  keys: Keys;
  tokens: Tokens;
  database: Database;
  fixes: Fixes;
  isExposed: boolean;
  /** Where mail links lead. */
  siteUrl: string;
  email: EmailDriver;
  captcha?: Captcha | undefined;
  lite(request: Request): Promise<Response>;
  /** Answers `/functions/v1/<name>`. */
  callFunction(request: Request, name: string): Promise<Response>;
  /** Sets variables of Edge Functions. */
  setSecrets(env: Record<string, string>): void;
  /** `iss` of access tokens: the auth server's address, known once the backend listens. */
  issuer(): string;
}

/** The Supabase API as clients see it: routes each request to a stand-in or to lite, with lite's gaps closed. */
export function createFront(o: FrontOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const { pathname } = url;
    if (pathname.startsWith('/functions/v1/')) {
      const name = pathname.split('/')[3] ?? '';
      return o.callFunction(request, name);
    }
    if (pathname.startsWith('/auth/v1/')) return answerAuth(request, url, o);
    if (pathname === secretsPath) return answerSecrets(request, o.keys, o.setSecrets);
    if (isMailboxPath(pathname)) return answerMailbox(request, url, o);
    const isOpen = pathname.startsWith('/rest/v1/') || (pathname.startsWith('/_system') && !o.fixes.system);
    if (!isOpen) return refusal(404, 'no Route matched with those values');
    return o.lite(await withTwin(request, o.tokens));
  };
}
