import type { createTranslator } from 'next-intl';
import type { Messages } from '@/lib/i18n/messages';
import type { Format } from '@/lib/utils/format';
import type { ToldRow } from './schemas';

type Value = ToldRow[string];

/** In whose words a file is written. */
export interface Reader {
  t: ReturnType<typeof createTranslator<Messages, 'accessFile'>>;
  format: Format;
}

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
]);

/** What a column is called. */
export function fieldName(key: string, { t }: Reader): string {
  const name = `fields.${key}` as Parameters<typeof t.has>[0];
  return t.has(name) ? t(name as 'fields.text') : key.replaceAll('_', ' ');
}

function textHtml(key: string, value: string, { t, format }: Reader): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return escapeHtml(format.shortDay(value));
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(value) && !Number.isNaN(Date.parse(value)))
    return escapeHtml(format.exact(value));
  if (coded.has(key)) {
    const word = `codes.${value}` as Parameters<typeof t.has>[0];
    // A code is one word; a dot in it would be looked for deeper down.
    if (/^\w+$/.test(value))
      return escapeHtml(t.has(word) ? t(word as 'codes.booked') : value.replaceAll('_', ' '));
  }
  return escapeHtml(value);
}

function valueHtml(key: string, value: Value, reader: Reader): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return escapeHtml(reader.t(value ? 'yes' : 'no'));
  if (typeof value === 'number') return escapeHtml(reader.format.number(value));
  if (typeof value === 'string') return textHtml(key, value, reader);
  if (!Array.isArray(value)) return rowHtml(value, reader);
  if (value.every((one) => typeof one !== 'object' || one === null))
    return value.map((one) => valueHtml(key, one, reader)).join(', ');
  return `<ul>${value.map((one) => `<li>${valueHtml(key, one, reader)}</li>`).join('')}</ul>`;
}

const isSaid = (value: Value | undefined): value is Value =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(typeof value === 'object' && Object.keys(value).length === 0);

/** A row as a list of names and values; what is empty is left out. */
export function rowHtml(row: ToldRow, reader: Reader): string {
  const lines = Object.entries(row).filter(([, value]) => isSaid(value));
  return `<dl>${lines
    .map(
      ([key, value]) =>
        `<dt>${escapeHtml(fieldName(key, reader))}</dt><dd>${valueHtml(key, value, reader)}</dd>`,
    )
    .join('')}</dl>`;
}

/** Rows as a table with the columns that any of them has. */
export function tableHtml(rows: ToldRow[], reader: Reader): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row).filter((key) => isSaid(row[key]))))];
  const head = columns.map((key) => `<th scope="col">${escapeHtml(fieldName(key, reader))}</th>`).join('');
  const body = rows.map((row) => {
    const cells = columns.map(
      (key) => `<td>${isSaid(row[key]) ? valueHtml(key, row[key], reader) : ''}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></div>`;
}
