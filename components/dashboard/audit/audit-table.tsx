import { getTranslations } from 'next-intl/server';
import type { AuditEntry } from '@/lib/audit';
import type { Format } from '@/lib/utils/format';
import { actionWords, actorWords, entityWords, fieldWords } from './audit-words';

/** One line a change on a wide screen, a small block on a phone; the same cells in both. */
const line =
  'grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 md:grid-cols-[10rem_minmax(0,3fr)_minmax(0,3fr)_minmax(0,4fr)]';
const columns = ['at', 'actor', 'what', 'changed'] as const;

/** Who changed what, newest first: the names of fields, never what they held (rule P6). */
export async function AuditTable({ rows, format }: { rows: AuditEntry[]; format: Format }) {
  const t = await getTranslations('audit');
  return (
    <table className="block w-full text-left">
      <caption className="sr-only">{t('title')}</caption>
      <thead className="block max-md:sr-only">
        <tr className={`${line} py-2 text-label text-ink-2`}>
          {columns.map((column) => (
            <th key={column} scope="col" className="font-medium">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block">
        {rows.map((row) => (
          <tr key={row.id} className={line}>
            <td className="text-ink-2 tabular-nums max-md:text-label">
              <time dateTime={row.at} title={format.exact(row.at)}>
                {format.moment(row.at)}
              </time>
            </td>
            <td className="max-md:font-medium">
              {actorWords(row.actor, t)}
              {row.support && (
                <span className="block text-label font-normal text-watch">
                  {t('during', { place: row.support.scope_name ?? '' })}
                </span>
              )}
            </td>
            <td>
              {actionWords(row.action, t)} <span className="text-ink-2">· {entityWords(row.entity, t)}</span>
            </td>
            <td className="text-ink-2 max-md:text-label">{fieldWords(row.changed, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
