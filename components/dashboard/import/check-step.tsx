'use client';

import { Download } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { ImportKind, Plan, RowError } from '@/lib/members/import';
import { errorFile } from './error-file';
import type { Counts } from './in-batches';
import type { OpenFile } from './open-file';

const SHOWN = 20;
const head = 'h-9 pr-4 text-left text-small font-normal whitespace-nowrap text-ink-2';

/** What an import does or did, in four numbers. */
export function ImportCounts({ kind, counts }: { kind: ImportKind; counts: Omit<Counts, 'errors'> }) {
  const t = useTranslations(`imports.counts.${kind}`);
  const format = useFormatter();
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4">
      {(['new', 'changed', 'same', 'bad'] as const).map((key) => (
        <div key={key} className="flex flex-col-reverse">
          <dt className="text-label text-ink-2">{t(key)}</dt>
          <dd className="text-title tabular-nums">{format.number(counts[key])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The dry run: what will happen, which rows are left out and why, and the way on. */
export function CheckStep({
  file,
  plan,
  preview,
  onRun,
  onBack,
}: {
  file: OpenFile;
  plan: Plan;
  preview: Counts;
  onRun: () => void;
  onBack: () => void;
}) {
  const t = useTranslations('imports');
  const errors = [...plan.bad, ...preview.errors].sort((a, b) => a.row - b.row);
  const count = preview.new + preview.changed;
  const titleOf = ({ field }: RowError) => {
    const title = field && file.table.header[file.mapping.indexOf(field)];
    return title || (field ? t(`field.${field}`) : '');
  };
  const download = () => {
    const words = {
      row: t('check.errorRow'),
      why: t('check.errorWhy'),
      of: (error: RowError) => [titleOf(error), t(`code.${error.code}`)].filter(Boolean).join(' : '),
    };
    const link = document.createElement('a');
    link.href = URL.createObjectURL(errorFile(file, errors, words));
    link.download = `${t('check.errorName')}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className="grid gap-6">
      <h2 className="text-head">{t('check.title')}</h2>
      <ImportCounts kind={file.kind} counts={{ ...preview, bad: errors.length }} />
      {errors.length > 0 && (
        <section className="grid gap-2">
          <h3 className="font-medium">{t('check.badTitle')}</h3>
          <p className="text-ink-2">{t('check.badLead')}</p>
          <table className="w-full">
            <thead>
              <tr className="border-b border-line">
                <th className={head}>{t('check.row')}</th>
                <th className={head}>{t('check.column')}</th>
                <th className={head}>{t('check.why')}</th>
              </tr>
            </thead>
            <tbody>
              {errors.slice(0, SHOWN).map((error) => (
                <tr key={error.row} className="h-10 border-b border-line">
                  <td className="pr-4 tabular-nums">{error.row}</td>
                  <td className="max-w-40 truncate pr-4">{titleOf(error)}</td>
                  <td className="w-full py-2 text-ink-2">{t(`code.${error.code}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {errors.length > SHOWN && (
            <p className="text-ink-2">{t('check.more', { count: errors.length - SHOWN })}</p>
          )}
          <div>
            <Button onClick={download}>
              <Download size={16} strokeWidth={1.6} aria-hidden /> {t('check.errorFile')}
            </Button>
          </div>
        </section>
      )}
      <p className="text-ink-2">{count === 0 ? t('check.nothing') : t('check.blank')}</p>
      <div className="flex flex-wrap gap-3">
        {count > 0 && (
          <Button tone="accent" onClick={onRun}>
            {t(`check.go.${file.kind}`, { count })}
          </Button>
        )}
        <Button tone="quiet" onClick={onBack}>
          {t('check.backToColumns')}
        </Button>
      </div>
    </div>
  );
}
