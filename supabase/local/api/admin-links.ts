import { AuthRefusal, json, readObject } from './answers.ts';
import { type LinkPlace, mailLink } from './link-mails.ts';
import { generateLink, isLinkType, type LinkInput } from './links.ts';

function readInput(body: Record<string, unknown>): Omit<LinkInput, 'type'> {
  const { email, password, data } = body;
  if (typeof email !== 'string' || !email)
    throw new AuthRefusal(400, 'validation_failed', 'Cannot create a link without an email');
  if (password !== undefined && password !== null && typeof password !== 'string')
    throw new AuthRefusal(400, 'validation_failed', 'password must be a string');
  if (data !== undefined && data !== null && (typeof data !== 'object' || Array.isArray(data)))
    throw new AuthRefusal(400, 'validation_failed', 'data must be an object');
  return {
    email,
    password: password ?? undefined,
    data: (data as Record<string, unknown> | null | undefined) ?? undefined,
  };
}

/** Only the app's own pages are led to; anything else becomes its start page. */
function ownAddress(wanted: unknown, siteUrl: string): string {
  const url = typeof wanted === 'string' ? URL.parse(wanted) : null;
  return url && url.origin === new URL(siteUrl).origin ? url.href : siteUrl;
}

/** `auth.admin.inviteUserByEmail`. Throws `AuthRefusal`. */
export async function answerInvite(request: Request, place: LinkPlace): Promise<Response> {
  const link = await generateLink(place.database, {
    ...readInput(await readObject(request)),
    type: 'invite',
  });
  await mailLink(place, link);
  return json(link.user);
}

/** `auth.admin.generateLink`. Throws `AuthRefusal`. */
export async function answerGenerateLink(
  request: Request,
  url: URL,
  place: LinkPlace & { issuer(): string },
): Promise<Response> {
  const body = await readObject(request);
  if (!isLinkType(body.type))
    throw new AuthRefusal(
      400,
      'validation_failed',
      'type must be signup, invite, magiclink or recovery here.',
    );
  const link = await generateLink(place.database, { ...readInput(body), type: body.type });
  const redirectTo = ownAddress(url.searchParams.get('redirect_to') ?? body.redirect_to, place.siteUrl);
  const query = new URLSearchParams({ token: link.hash, type: link.type, redirect_to: redirectTo });
  return json({
    ...link.user,
    action_link: `${place.issuer()}/verify?${query}`,
    email_otp: link.otp,
    hashed_token: link.hash,
    redirect_to: redirectTo,
    verification_type: link.type,
  });
}
