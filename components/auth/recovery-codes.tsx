'use client';

import { Download, Printer } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '@/components/ui/button';
import { formatOf } from '@/lib/utils/format';
import { CopyButton } from './copy-button';

/** Ten fresh recovery codes, shown this once: to copy, keep as a file or print, before going on. */
export function RecoveryCodes({
  codes,
  email,
  onKept,
}: {
  codes: string[];
  email: string;
  onKept: () => void;
}) {
  const t = useTranslations('auth.codes');
  const locale = useLocale();
  const [date] = useState(() => formatOf(locale, 'UTC').shortDay(new Date().toISOString()));
  const list = useRef<HTMLElement>(null);
  useEffect(() => list.current?.focus(), []);
  const heading = `${t('sheet')}\n${t('sheetFor', { email, date })}`;
  const download = () => {
    const text = `${heading}\n\n${codes.join('\n')}\n\n${t('sheetHelp')}\n`;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    link.download = t('file');
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <section ref={list} tabIndex={-1} aria-label={t('title')} className="grid gap-5 outline-none">
      <p className="text-ink-2">{t('intro')}</p>
      <ol className="grid grid-cols-2 rounded-lg border border-line-strong bg-surface px-4 py-2 text-[1rem] tracking-[0.06em] select-all">
        {codes.map((code) => (
          <li key={code} className="py-1.5">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={codes.join('\n')} label={t('copy')} done={t('copied')} />
        <Button onClick={download}>
          <Download size={16} strokeWidth={1.6} aria-hidden /> {t('download')}
        </Button>
        <Button onClick={() => window.print()}>
          <Printer size={16} strokeWidth={1.6} aria-hidden /> {t('print')}
        </Button>
      </div>
      <Button tone="accent" size="large" onClick={onKept}>
        {t('kept')}
      </Button>
      {createPortal(
        <article data-print-sheet className="hidden gap-4 p-8 print:grid">
          <h1 className="text-title">{t('sheet')}</h1>
          <p>{t('sheetFor', { email, date })}</p>
          <ol className="grid grid-cols-2 gap-y-3 py-4 text-head tracking-[0.06em]">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
          <p>{t('sheetHelp')}</p>
        </article>,
        document.body,
      )}
    </section>
  );
}
