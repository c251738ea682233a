'use client';

import { Upload } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type DragEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ImportKind } from '@/lib/members/import';
import { fileLimits } from '@/lib/members/import/limits';
import { cn } from '@/lib/utils/cn';

/** Where a file is dropped or chosen. */
export function ChooseFile({ kind, onFile }: { kind: ImportKind; onFile: (file: File) => void }) {
  const t = useTranslations('imports.choose');
  const format = useFormatter();
  const rows = format.number(kind === 'visits' ? fileLimits.visits : fileLimits.rows);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const note = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        'grid justify-items-center gap-3 rounded-xl border border-dashed border-control px-6 py-12 text-center',
        over && 'border-ink bg-hover',
      )}
    >
      <Upload size={24} strokeWidth={1.6} aria-hidden className="text-ink-3" />
      <p className="text-head max-md:hidden">{t('drop')}</p>
      <p id={note} className="max-w-[34rem] text-ink-2">
        {t(`or.${kind}`, { rows })}
      </p>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-label={t(`input.${kind}`)}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <Button tone="accent" aria-describedby={note} onClick={() => input.current?.click()}>
        {t('button')}
      </Button>
      <p className="text-label text-ink-3">{t('privacy')}</p>
    </div>
  );
}
