import type { createTranslator } from 'next-intl';
import type { Messages } from '@/lib/i18n/messages';
import type { Format } from '@/lib/utils/format';
import type { ToldRow } from './schemas';

type Value = ToldRow[string];

/** In whose words a file is written. */
export interface Reader {
  t: ReturnType<typeof createTranslator<Messages, 'accessFile'>>;
  format: Format;
  /** Names of the columns in the order of reading; one that is not here comes last under its own. */
  columns: Record<string, string>;
  /** Our codes in words; topics and emotions have words of their own. */
  codes: Record<'any' | 'key_topics' | 'emotion_detected', Record<string, string>>;
}

/** What says nothing to a reader: places in a list, and when a machine took note. The JSON file has them. */
const technical = new Set(['seq', 'received_at', 'local_date', 'processed_at', 'expires_at']);

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text that is nothing but text in a page, in an element and in an attribute. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? '');

/** Columns whose texts are codes of ours; any other text is somebody's words and stays as it is. */
const coded = new Set([
  'status',
  'source',
  'outcome',
  'purpose',
  'channel',
  'language',
  'kind',
  'member_kind',
  'state',
  'end_reason',
  'sentiment_label',
  'sentiment_trend',
  'churn_risk_level',
  'conversation_frequency',
  'alert_type',
  'title',
  'priority',
  'communication_style',
  'fitness_level',
  'primary_goals',
  'key_topics',
  'emotion_detected',
  'intents_detected',
  'code',
  'tool',
  'provider',
]);

const wordIn = (words: Record<string, string> | undefined, key: string): string | undefined =>
  words && Object.hasOwn(words, key) ? words[key] : undefined;

/** In the order of reading: the database's JSON has an order of its own. */
function inOrder(keys: string[], { columns }: Reader): string[] {
  const known = Object.keys(columns);
  const place = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length);
  return keys.filter((key) => !technical.has(key)).toSorted((a, b) => place(a) - place(b));
}

/** What a column is called. */
const fieldName = (key: string, { columns }: Reader): string =>
  wordIn(columns, key) ?? key.replaceAll('_', ' ');

function textHtml(key: string, value: string, { codes, format }: Reader): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return escapeHtml(format.shortDay(value));
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(value) && !Number.isNaN(Date.parse(value)))
    return escapeHtml(format.exact(value));
  if (!coded.has(key)) return escapeHtml(value);
  const own = key === 'key_topics' || key === 'emotion_detected' ? codes[key] : undefined;
  return escapeHtml(wordIn(own, value) ?? wordIn(codes.any, value) ?? value.replaceAll('_', ' '));
}

function valueHtml(key: string, value: Value, reader: Reader): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return escapeHtml(reader.t(value ? 'yes' : 'no'));
  if (typeof value === 'number') return escapeHtml(reader.format.number(value));
  if (typeof value === 'string') return textHtml(key, value, reader);
  if (isRow(value)) return rowHtml(value, reader);
  if (value.every((one) => typeof one !== 'object' || one === null))
    return value.map((one) => valueHtml(key, one, reader)).join(', ');
  if (value.every(isRow)) return tableHtml(value, reader);
  return `<ul>${value.map((one) => `<li>${valueHtml(key, one, reader)}</li>`).join('')}</ul>`;
}

const isRow = (value: Value): value is ToldRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSaid = (value: Value | undefined): value is Value =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(typeof value === 'object' && Object.keys(value).length === 0);

/** A row as a list of names and values; what is empty is left out. */
export function rowHtml(row: ToldRow, reader: Reader): string {
  const keys = inOrder(Object.keys(row), reader);
  const lines = keys.flatMap((key) => {
    const value = row[key];
    const name = escapeHtml(fieldName(key, reader));
    return isSaid(value) ? [`<dt>${name}</dt><dd>${valueHtml(key, value, reader)}</dd>`] : [];
  });
  return `<dl>${lines.join('')}</dl>`;
}

/** Rows as a table with the columns that any of them has. */
export function tableHtml(rows: ToldRow[], reader: Reader): string {
  const said = rows.flatMap((row) => Object.keys(row).filter((key) => isSaid(row[key])));
  const keys = inOrder([...new Set(said)], reader);
  const head = keys.map((key) => `<th scope="col">${escapeHtml(fieldName(key, reader))}</th>`).join('');
  const body = rows.map((row) => {
    const cells = keys.map((key) => {
      const value = row[key];
      return `<td>${isSaid(value) ? valueHtml(key, value, reader) : ''}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></div>`;
}
