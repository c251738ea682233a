import 'server-only';
import type { NextRequest } from 'next/server';
import { getTranslations } from 'next-intl/server';
import type { AppError } from '@/lib/errors';
import { readerLocale } from '@/lib/i18n/locale';

/** An error as RFC 9457 problem JSON, in the reader's language; fields at fault are listed in `errors`. */
export async function problem(error: AppError, request: NextRequest, requestId: string): Promise<Response> {
  const locale = readerLocale(request.headers, request.cookies.get('locale')?.value);
  const t = await getTranslations({ locale, namespace: 'errors' });
  const body = {
    type: `https://jarvis.example/problems/${error.code}`,
    title: t(`${error.code}.title`),
    status: error.status,
    code: error.code,
    detail: t(`${error.code}.detail`),
    request_id: requestId,
    ...(error.fields.length > 0 && { errors: error.fields }),
    ...(error.retryAfterSeconds !== undefined && { retry_after_s: error.retryAfterSeconds }),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'content-language': locale });
  if (error.retryAfterSeconds !== undefined) headers.set('retry-after', String(error.retryAfterSeconds));
  return new Response(JSON.stringify(body), { status: error.status, headers });
}
