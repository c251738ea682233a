'use client';

import { ArrowUp, Delete } from 'lucide-react';
import { useState } from 'react';
import { KioskButton } from '../parts/button';
import { useSpeech, useText } from '../parts/kiosk-text';
import { type Layer, press, rowsOf } from './layouts';

/** A keyboard of the kiosk's own, in the layout of the language; the field keeps the focus while keys are touched. */
export function OnScreenKeyboard({
  text,
  limit,
  onText,
  onSend,
}: {
  text: string;
  limit: number;
  onText: (text: string) => void;
  onSend: () => void;
}) {
  const t = useText();
  const { language } = useSpeech();
  const [layer, setLayer] = useState<Layer>('letters');
  const rows = rowsOf(language, layer);
  const type = (key: string) => onText(press(text, key, limit));
  const toggle = (other: Layer) => setLayer(layer === other ? 'letters' : other);
  return (
    <fieldset
      aria-label={t('keyboard.label')}
      onPointerDown={(event) => event.preventDefault()}
      className="absolute inset-x-16 top-280 grid animate-rise gap-4"
    >
      {rows.map((row, index) => (
        <div key={row.join('')} className="grid grid-cols-10 gap-4">
          {row.map((key) => (
            <KioskButton key={key} look="key" onClick={() => type(key)}>
              {key}
            </KioskButton>
          ))}
          {index === rows.length - 1 && (
            <KioskButton
              look="key"
              aria-label={t('keyboard.erase')}
              className="col-start-10"
              onClick={() => type('erase')}
            >
              <Delete aria-hidden size="2.5rem" strokeWidth={1.5} />
            </KioskButton>
          )}
        </div>
      ))}
      <div className="grid grid-cols-[8rem_8rem_1fr_15.75rem] gap-4">
        <KioskButton look="layer" aria-pressed={layer === 'accents'} onClick={() => toggle('accents')}>
          {layer === 'accents' ? t('keyboard.letters') : t('keyboard.accents')}
        </KioskButton>
        <KioskButton look="layer" aria-pressed={layer === 'digits'} onClick={() => toggle('digits')}>
          {layer === 'digits' ? t('keyboard.letters') : t('keyboard.digits')}
        </KioskButton>
        <KioskButton look="layer" onClick={() => type(' ')}>
          {t('keyboard.space')}
        </KioskButton>
        <KioskButton look="primary" onClick={onSend}>
          <ArrowUp aria-hidden size="2.5rem" strokeWidth={1.8} />
          {t('keyboard.send')}
        </KioskButton>
      </div>
    </fieldset>
  );
}
