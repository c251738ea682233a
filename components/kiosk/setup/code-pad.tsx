'use client';

import { Delete } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { KioskButton } from '../parts/button';
import { useText } from '../parts/kiosk-text';

const codeLength = 6;
/** The signs that a code can have; those that look alike are left out. */
export const pairingRows = ['23456789', 'ABCDEFGH', 'JKMNPQRS', 'TUVWXYZ'];
const longestRow = 8;

/** What of a text can be part of a code. */
export const cleanCode = (text: string) =>
  [...text.toUpperCase()]
    .filter((sign) => pairingRows.join('').includes(sign))
    .join('')
    .slice(0, codeLength);

/** Six signs by touch, by keyboard or pasted; what was refused is cleared to be typed again. */
export function CodePad({
  given = '',
  problem,
  busy,
  submit,
  onCode,
}: {
  /** A code that came with a link. */
  given?: string;
  problem: { title: string; detail: string } | null;
  busy: boolean;
  submit: string;
  /** Answers whether the code was taken. */
  onCode: (code: string) => Promise<boolean>;
}) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState(given);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const send = async () => {
    if (code.length < codeLength || busy) return;
    if (!(await onCode(code))) setCode('');
  };
  return (
    <>
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <input
          ref={field}
          value={code}
          inputMode="none"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          aria-label={t('pairing.code')}
          aria-invalid={problem !== null}
          aria-describedby="pairing-problem"
          onChange={(event) => setCode(cleanCode(event.target.value))}
          className="peer absolute inset-0 z-10 size-full cursor-pointer opacity-0"
        />
        <div aria-hidden className="grid grid-cols-6 gap-4 peer-focus-visible:[&>[data-next]]:border-ink">
          {Array.from({ length: codeLength }, (_, place) => (
            <span
              key={`place ${place + 1}`}
              data-next={place === code.length ? '' : undefined}
              className={`grid h-30 place-items-center rounded-[1.25rem] border-2 text-live ${problem ? 'border-act' : 'border-line-strong'}`}
            >
              {code[place]}
            </span>
          ))}
        </div>
      </form>
      <p id="pairing-problem" role="alert" className="mt-5 h-21 text-help">
        {problem && (
          <>
            <span className="block text-act">{problem.title || t('pairing.offlineTitle')}</span>
            <span className="text-ink-2">{problem.detail || t('pairing.offlineDetail')}</span>
          </>
        )}
        {busy && <span className="text-ink-2">{t('pairing.busy')}</span>}
      </p>
      <fieldset aria-label={t('pairing.keys')} className="mt-5 grid gap-4">
        {pairingRows.map((row) => (
          <div key={row} className="grid grid-cols-8 gap-4">
            {[...row].map((sign) => (
              <KioskButton key={sign} look="key" onClick={() => setCode((typed) => cleanCode(typed + sign))}>
                {sign}
              </KioskButton>
            ))}
            {row.length < longestRow && (
              <KioskButton
                look="key"
                aria-label={t('pairing.erase')}
                onClick={() => setCode((typed) => typed.slice(0, -1))}
              >
                <Delete aria-hidden size="2.5rem" strokeWidth={1.5} />
              </KioskButton>
            )}
          </div>
        ))}
        <KioskButton look="primary" aria-disabled={code.length < codeLength || busy} onClick={send}>
          {submit}
        </KioskButton>
      </fieldset>
    </>
  );
}
