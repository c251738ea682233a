import { answerAdmin } from './admin.ts';
import { answerOrRefuse, AuthRefusal, json, readObject, refusal } from './answers.ts';
import { apiKeyOf } from './api-key.ts';
import { checkCaptcha } from './captcha.ts';
import { answerFactors } from './factors.ts';
import type { FrontOptions } from './front.ts';
import { withKnownType, withTwin } from './lite-requests.ts';
import { answerOtp, answerRecover, answerResend } from './link-mails.ts';
import { answerOwnUser } from './own-user.ts';
import { grantPassword } from './password.ts';
import { reissue } from './sessions.ts';

const base = '/auth/v1';

async function answerSignUp(request: Request): Promise<Response> {
  const { email } = await readObject(request);
  if (!email) throw new AuthRefusal(422, 'anonymous_provider_disabled', 'Anonymous sign-ins are disabled');
  throw new AuthRefusal(422, 'signup_disabled', 'Signups not allowed for this instance');
}

/** Refreshes, and redeems links and codes, by lite; what leaves is a session of ours. */
async function answerByLite(request: Request, path: string, o: FrontOptions): Promise<Response> {
  const answer = await o.lite(await withKnownType(request));
  const method = path === '/verify' ? 'otp' : undefined;
  const userAgent = request.headers.get('user-agent');
  return reissue(answer, { ...o, method, userAgent });
}

/** Changes of the person's own, which lite does once it is known who asks. */
async function answerOwn(request: Request, path: string, o: FrontOptions): Promise<Response | undefined> {
  const byLite = async (asked: Request) => o.lite(await withTwin(asked, o.tokens));
  const call = `${request.method} ${path}`;
  if (call === 'GET /user' || call === 'PUT /user') return answerOwnUser(request, o, byLite);
  if (path === '/factors' || path.startsWith('/factors/'))
    return answerFactors(request, base + path, { ...o, siteUrl: o.siteUrl });
  if (call === 'POST /logout' || call === 'GET /reauthenticate') return byLite(request);
  return undefined;
}

/** What anyone may ask: to sign in, or for a mail. */
async function answerAnyone(request: Request, url: URL, o: FrontOptions): Promise<Response | undefined> {
  if (request.method !== 'POST') return undefined;
  switch (url.pathname.slice(base.length)) {
    case '/signup':
      return answerSignUp(request);
    case '/token':
      return url.searchParams.get('grant_type') === 'password'
        ? grantPassword(request, o)
        : answerByLite(request, '/token', o);
    case '/verify':
      return answerByLite(request, '/verify', o);
    case '/otp':
      return answerOtp(request, o);
    case '/recover':
      return answerRecover(request, o);
    case '/resend':
      return answerResend(request, o);
    default:
      return undefined;
  }
}

/** Answers `/auth/v1/…` as hosted does with sign-up disabled and TOTP enabled; lite does what it does as hosted would. */
export async function answerAuth(request: Request, url: URL, o: FrontOptions): Promise<Response> {
  const path = url.pathname.slice(base.length);
  if (path === '/.well-known/jwks.json')
    return json(o.tokens.jwks, 200, { 'cache-control': 'public, max-age=600' });
  if (request.method === 'OPTIONS' || path === '/health' || path === '/settings') return o.lite(request);
  if (path.startsWith('/admin/') || path === '/invite') return answerAdmin(request, o);
  const key = apiKeyOf(request, o.keys);
  if (key instanceof Response) return key;
  return answerOrRefuse(async () => {
    if (o.captcha) await checkCaptcha(request, url, o.keys, o.captcha);
    const answer = (await answerAnyone(request, url, o)) ?? (await answerOwn(request, path, o));
    return answer ?? refusal(404, 'no Route matched with those values');
  });
}
