'use client';

import { Delete } from 'lucide-react';
import { useState } from 'react';
import { KioskButton } from './parts/button';
import { useSetupText } from './setup/setup-words';

const digits = [...'1234567890'];
/** As few signs as the reader's path takes for a badge, and as many as a badge has. */
const shortest = 8;
const longest = 20;

/** The number of a badge by touch, as a reader would have typed it. */
export function NumberPad({ onNumber }: { onNumber: (number: string) => void }) {
  const t = useSetupText();
  const [typed, setTyped] = useState('');
  const isWhole = typed.length >= shortest;
  return (
    <fieldset aria-label={t('simulator.number')} className="mt-6 grid gap-4">
      <output className="flex h-20 items-center rounded-[1.25rem] border border-line-strong px-6 text-chip">
        {typed || <span className="text-help text-ink-3">{t('simulator.number')}</span>}
      </output>
      <div className="grid grid-cols-4 gap-4">
        {digits.map((digit) => (
          <KioskButton
            key={digit}
            look="key"
            onClick={() => setTyped((before) => (before + digit).slice(0, longest))}
          >
            {digit}
          </KioskButton>
        ))}
        <KioskButton
          look="key"
          className="col-span-2"
          aria-label={t('simulator.erase')}
          onClick={() => setTyped((before) => before.slice(0, -1))}
        >
          <Delete aria-hidden size="2.5rem" strokeWidth={1.5} />
        </KioskButton>
      </div>
      <KioskButton look="primary" aria-disabled={!isWhole} onClick={() => isWhole && onNumber(typed)}>
        {t('simulator.read')}
      </KioskButton>
    </fieldset>
  );
}
