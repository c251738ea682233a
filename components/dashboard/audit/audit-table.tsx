import { getTranslations } from 'next-intl/server';
import type { AuditEntry } from '@/lib/audit';
import type { Format } from '@/lib/utils/format';
import { actionWords, actorWords, entityWords, fieldWords, visitWords } from './audit-words';

const cell = 'px-3 py-2.5 align-top first:pl-0 last:pr-0';
const columns = ['at', 'actor', 'what', 'changed'] as const;

/** Who changed what, newest first: the names of fields, never what they held (rule P6). */
export async function AuditTable({ rows, format }: { rows: AuditEntry[]; format: Format }) {
  const t = await getTranslations('audit');
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[40rem] border-collapse text-left">
        <caption className="sr-only">{t('title')}</caption>
        <thead>
          <tr className="border-b border-line text-label text-ink-2">
            {columns.map((column) => (
              <th key={column} scope="col" className={`${cell} py-2 font-medium`}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const visit = visitWords(row.support, t);
            return (
              <tr key={row.id} className="border-b border-line">
                <td className={`${cell} whitespace-nowrap text-ink-2 tabular-nums`}>
                  <time dateTime={row.at} title={format.exact(row.at)}>
                    {format.moment(row.at)}
                  </time>
                </td>
                <td className={cell}>
                  {actorWords(row.actor, t)}
                  {visit && <span className="block text-label text-watch">{t('during', { visit })}</span>}
                </td>
                <td className={cell}>
                  {actionWords(row.action, t)}{' '}
                  <span className="text-ink-2">· {entityWords(row.entity, t)}</span>
                </td>
                <td className={`${cell} text-ink-2`}>{fieldWords(row.changed, t)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
