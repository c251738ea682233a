import { getTranslations } from 'next-intl/server';
import type { HistoryLine } from '@/lib/fleet';
import type { Format } from '@/lib/utils/format';

const acts = [
  'insert',
  'update',
  'issue_code',
  'wrong_code',
  'pair',
  'revoke',
  'command',
  'rotate',
  'away',
] as const;

/** Who did what to a kiosk, the newest first. */
export async function KioskHistory({ lines, format }: { lines: HistoryLine[]; format: Format }) {
  const t = await getTranslations('fleet.history');
  const fields = await getTranslations('audit.fields');
  const commands = await getTranslations('fleet.command');
  const what = ({ action, changed }: HistoryLine) => {
    if (action === 'command')
      return changed
        .map((one) => (one === 'volume' ? commands('volume', { value: '…' }) : one))
        .map((one) => (commands.has(one as 'reload') ? commands(one as 'reload') : one))
        .join(', ');
    return changed
      .map((field) => (fields.has(field as 'name') ? fields(field as 'name') : fields('other')))
      .filter((word, place, all) => all.indexOf(word) === place)
      .join(', ');
  };
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title" className="border-b border-line pb-2 font-semibold">
        {t('title')}
      </h2>
      {lines.length === 0 && <p className="py-3 text-ink-2">{t('empty')}</p>}
      <ul>
        {lines.map((line) => (
          <li key={`${line.at} ${line.action}`} className="flex flex-wrap gap-x-3 border-b border-line py-2">
            <span className="min-w-0 grow">
              {t(acts.find((act) => act === line.action) ?? 'other')}
              {line.since && (
                <span className="text-ink-2">, {t('since', { at: format.moment(line.since) })}</span>
              )}
              {line.changed.length > 0 && <span className="text-ink-2">, {what(line)}</span>}
            </span>
            <span className="text-label text-ink-2">
              {line.by ?? t(line.actor)},{' '}
              <time dateTime={line.at} title={format.exact(line.at)}>
                {format.moment(line.at)}
              </time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
