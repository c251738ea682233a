import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isLocale, readerLocale } from './locale';
import { loadMessages } from './messages';

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked)
    ? asked
    : readerLocale(await headers(), (await cookies()).get('locale')?.value);
  return { locale, messages: await loadMessages(locale) };
});
