import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTranslator } from 'next-intl';
import type { Locale } from '../../../lib/i18n/locale.ts';
import type { Messages } from '../../../lib/i18n/messages.ts';
import { projectRoot } from '../../../supabase/local/server.ts';

/** The catalogs whose words journeys of every language look for. */
const catalogs = ['auth', 'badges', 'customers', 'gymSettings', 'imports', 'overview', 'team'] as const;

/** What the screens say in a language: `t('imports.check.go', { count: 3 })`. */
export async function wordsOf(locale: Locale) {
  const read = async (catalog: string) => {
    const name = catalog.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
    const file = join(projectRoot, 'lib/i18n/messages', locale, `${name}.json`);
    return [catalog, JSON.parse(await readFile(file, 'utf8'))] as const;
  };
  const messages = Object.fromEntries(await Promise.all(catalogs.map(read))) as Pick<
    Messages,
    (typeof catalogs)[number]
  >;
  return createTranslator({ locale, messages });
}

export type Words = Awaited<ReturnType<typeof wordsOf>>;
