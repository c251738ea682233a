'use client';

import { useTranslations } from 'next-intl';
import { type Status, StatusShape } from '@/components/ui/status-shape';
import type { ImportField } from '@/lib/members/import';
import { fieldsOf, isImportField } from '@/lib/members/import/fields';
import type { OpenFile } from './open-file';

const head = 'h-9 pr-4 text-left text-small font-normal whitespace-nowrap text-ink-2';
const SAMPLES = 3;
const shapes = { certain: 'good', guessed: 'watch', unknown: 'off' } as const satisfies Record<
  string,
  Status
>;

/** Some values of a column, each once. */
function samplesOf({ table }: OpenFile, place: number): string[] {
  const found = new Set<string>();
  for (const { cells } of table.rows) {
    if (cells[place]) found.add(cells[place]);
    if (found.size === SAMPLES) break;
  }
  return [...found];
}

/** Each column of the file with examples, and the field that it becomes. */
export function ColumnTable({
  file,
  onMap,
}: {
  file: OpenFile;
  onMap: (place: number, field: ImportField | null) => void;
}) {
  const t = useTranslations('imports');
  return (
    <table className="w-full">
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          <th className={head}>{t('columns.column')}</th>
          <th className={head}>{t('columns.samples')}</th>
          <th className={head}>{t('columns.field')}</th>
          <th className={head}>{t('columns.sure')}</th>
        </tr>
      </thead>
      <tbody>
        {file.table.header.map((title, place) => {
          const field = file.mapping[place] ?? null;
          const guess = file.guesses[place];
          const isAsGuessed = file.remembered || guess?.field === field;
          const sure = isAsGuessed && guess ? guess.certainty : 'certain';
          const name = title || t('columns.unnamed', { place: place + 1 });
          return (
            // oxlint-disable-next-line react/no-array-index-key -- two columns may have one title, and none moves
            <tr
              key={place}
              className="h-12 border-b border-line max-md:grid max-md:h-auto max-md:gap-1.5 max-md:py-3"
            >
              <th scope="row" className="max-w-56 truncate pr-4 text-left font-medium max-md:max-w-full">
                {name}
              </th>
              <td className="w-full max-w-0 truncate pr-4 text-ink-2 max-md:max-w-full">
                {samplesOf(file, place).join(' · ') || (
                  <span className="text-ink-3">{t('columns.empty')}</span>
                )}
              </td>
              <td className="pr-4">
                <select
                  aria-label={t('columns.fieldOf', { column: name })}
                  value={field === null || field === 'not_kept' ? '' : field}
                  onChange={({ target }) => onMap(place, isImportField(target.value) ? target.value : null)}
                  className="h-8 w-60 cursor-pointer rounded-md border border-control bg-surface px-2 max-md:h-12 max-md:w-full max-md:text-[1rem]"
                >
                  <option value="">{field === 'not_kept' ? t('columns.notKept') : t('columns.skip')}</option>
                  {fieldsOf(file.kind).map((one) => (
                    <option key={one} value={one}>
                      {t(`field.${one}`)}
                    </option>
                  ))}
                </select>
              </td>
              <td className="whitespace-nowrap text-ink-2">
                <span className="flex items-center gap-2">
                  <StatusShape status={shapes[sure]} />
                  {t(`columns.${sure}`)}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
