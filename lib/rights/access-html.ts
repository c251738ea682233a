import 'server-only';
import { createTranslator } from 'next-intl';
import { loadMessages } from '@/lib/i18n/messages';
import { formatOf } from '@/lib/utils/format';
import { accessStyle } from './access-style';
import { escapeHtml, type Reader, rowHtml, tableHtml } from './access-rows';
import type { AccessFile, ToldRow } from './schemas';

/** Sections in the order of reading; one that is not here comes last under its own name. */
const order = [
  'preferences',
  'fitness_profile',
  'badges',
  'consents',
  'visits',
  'scans',
  'bookings',
  'conversations',
  'archived_conversations',
  'earlier_conversations',
  'figures',
  'alerts',
  'notes',
  'contacts',
  'desk_check_ins',
  'desk_ticks',
  'imports',
  'import_visits',
];
const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);

/** Rows that read better as a list of names and values than as a line of a table. */
const tall = new Set(['preferences', 'fitness_profile', 'figures', 'conversations', 'alerts', 'imports']);

/**
 * The access file as a page of its own in the member's language: no script, nothing loaded, every value inert, ready
 * for the printer.
 */
export async function accessHtml(file: AccessFile): Promise<string> {
  const messages = await loadMessages(file.language);
  const t = createTranslator({ locale: file.language, messages, namespace: 'accessFile' });
  const format = formatOf(file.language, file.gym.timezone);
  const { fields, codes } = messages.accessFile;
  const { topics, emotions } = messages.conversations;
  const reader: Reader = {
    t,
    format,
    columns: fields,
    codes: { any: codes, key_topics: topics, emotion_detected: emotions },
  };
  const name = [file.person.first_name, file.person.last_name]
    .filter((part) => typeof part === 'string')
    .join(' ');
  const sections = Object.entries(file.sections).sort(
    ([a], [b]) => place(a) - place(b) || a.localeCompare(b),
  );
  const full = sections.filter(([, rows]) => rows.length > 0);
  const empty = sections.filter(([, rows]) => rows.length === 0).map(([key]) => sectionName(key, reader));
  const address = [file.gym.name, file.gym.address, file.gym.city, file.gym.phone].filter(Boolean).join(', ');
  return `<!doctype html>
<html lang="${file.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(t('title', { name }))}</title>
<style>${accessStyle}</style>
</head>
<body>
<header>
<h1>${escapeHtml(t('title', { name }))}</h1>
<p>${escapeHtml(t('made', { at: format.exact(file.made_at), gym: address }))}</p>
<p>${escapeHtml(t('checked', { how: t(`checks.${file.checked}`) }))}</p>
<p>${escapeHtml(t('intro'))}</p>
</header>
<section>
<h2>${escapeHtml(t('sections.person'))}</h2>
${rowHtml(file.person, reader)}
</section>
${file.former.length > 0 ? sectionHtml('former', file.former, reader) : ''}
${full.map(([key, rows]) => sectionHtml(key, rows, reader)).join('\n')}
<footer>
${empty.length > 0 ? `<p>${escapeHtml(t('empty', { sections: empty.join(', ') }))}</p>` : ''}
<p>${escapeHtml(t('rights'))}</p>
</footer>
</body>
</html>
`;
}

function sectionName(key: string, { t }: Reader): string {
  const name = `sections.${key}` as Parameters<typeof t.has>[0];
  return t.has(name) ? t(name as 'sections.person') : key.replaceAll('_', ' ');
}

function sectionHtml(key: string, rows: ToldRow[], reader: Reader): string {
  const body =
    tall.has(key) || key === 'former'
      ? rows.map((row) => `<article>${rowHtml(row, reader)}</article>`).join('\n')
      : tableHtml(rows, reader);
  return `<section>
<h2>${escapeHtml(sectionName(key, reader))} <small>${reader.format.number(rows.length)}</small></h2>
${body}
</section>`;
}
