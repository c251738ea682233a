import { getTranslations } from 'next-intl/server';
import { type Status, StatusShape } from '@/components/ui/status-shape';
import type { PastImport } from '@/lib/members/imports';
import type { Format } from '@/lib/utils/format';
import { UndoImport } from './undo-import';

const shapes = {
  running: 'watch',
  done: 'good',
  undoing: 'watch',
  failed: 'act',
  undone: 'off',
} as const satisfies Record<string, Status>;
const head = 'h-9 pr-4 text-left text-small font-normal whitespace-nowrap text-ink-2';
const UNDO_DAYS = 30;

const canUndo = ({ state, created_at }: PastImport, now: number) =>
  state !== 'undone' && now - Date.parse(created_at) < UNDO_DAYS * 86_400_000;

/** The gym's earlier imports, each with what it did; the last month's can be taken back. */
export async function PastImports({
  imports,
  format,
  now,
}: {
  imports: PastImport[];
  format: Format;
  now: number;
}) {
  const t = await getTranslations('imports.past');
  return (
    <section className="mt-12">
      <h2 className="text-head">{t('title')}</h2>
      {imports.length === 0 ? (
        <p className="mt-1 text-ink-2">{t('none')}</p>
      ) : (
        <table className="mt-2 w-full">
          <thead className="max-md:sr-only">
            <tr className="border-b border-line">
              <th className={head}>{t('file')}</th>
              <th className={head}>{t('when')}</th>
              <th className={head}>{t('what')}</th>
              <th className={head}>{t('state')}</th>
              <th className={head}>
                <span className="sr-only">{t('action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {imports.map((one) => (
              <tr
                key={one.id}
                className="h-12 border-b border-line max-md:grid max-md:h-auto max-md:gap-1 max-md:py-3"
              >
                <th scope="row" className="max-w-56 truncate pr-4 text-left font-medium max-md:max-w-full">
                  {one.filename}
                </th>
                <td className="pr-4 whitespace-nowrap text-ink-2">
                  <time dateTime={one.created_at}>{format.moment(one.created_at)}</time>
                </td>
                <td className="w-full pr-4 text-ink-2">
                  {t(`counts.${one.kind}`, {
                    new: format.number(one.rows_new),
                    changed: format.number(one.rows_changed),
                    same: format.number(one.rows_same),
                    bad: format.number(one.rows_bad),
                  })}
                </td>
                <td className="pr-4 whitespace-nowrap">
                  <span className="flex items-center gap-2">
                    <StatusShape status={shapes[one.state]} /> {t(one.state)}
                  </span>
                </td>
                <td>{canUndo(one, now) && <UndoImport id={one.id} kind={one.kind} name={one.filename} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
