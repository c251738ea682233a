'use client';

import { Delete } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { KioskButton } from './parts/button';
import { Headline } from './parts/headline';
import { useText } from './parts/kiosk-text';

const codeLength = 6;
/** The signs that a code can have; those that look alike are left out. */
export const pairingRows = ['23456789', 'ABCDEFGH', 'JKMNPQRS', 'TUVWXYZ'];
const longestRow = 8;
const clean = (text: string) =>
  [...text.toUpperCase()]
    .filter((sign) => pairingRows.join('').includes(sign))
    .join('')
    .slice(0, codeLength);

/** Pairs this device with a kiosk: six signs, by touch, by keyboard or pasted. */
export function ProvisioningInterface({
  problem,
  busy,
  onPair,
}: {
  problem: { title: string; detail: string } | null;
  busy: boolean;
  onPair: (code: string) => Promise<unknown>;
}) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const submit = async () => {
    if (code.length < codeLength || busy) return;
    const refusal = await onPair(code);
    if (refusal) setCode('');
  };
  return (
    <section className="absolute inset-x-16 top-120">
      <Headline text={t('pairing.title')} />
      <p className="mt-6 text-kiosk-lead text-ink-2">{t('pairing.lead')}</p>
      <form
        className="relative mt-11"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
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
          onChange={(event) => setCode(clean(event.target.value))}
          className="peer absolute inset-0 z-10 size-full cursor-pointer opacity-0"
        />
        <div aria-hidden className="grid grid-cols-6 gap-4 peer-focus-visible:[&>[data-next]]:border-ink">
          {Array.from({ length: codeLength }, (_, place) => (
            <span
              key={`place ${place + 1}`}
              data-next={place === code.length ? '' : undefined}
              className={`grid h-34 place-items-center rounded-[1.25rem] border-2 text-live ${problem ? 'border-act' : 'border-line-strong'}`}
            >
              {code[place]}
            </span>
          ))}
        </div>
      </form>
      <p id="pairing-problem" role="alert" className="mt-6 h-21 text-help">
        {problem && (
          <>
            <span className="block text-act">{problem.title}</span>
            <span className="text-ink-2">{problem.detail}</span>
          </>
        )}
        {busy && <span className="text-ink-2">{t('pairing.busy')}</span>}
      </p>
      <fieldset aria-label={t('pairing.keys')} className="mt-6 grid gap-4">
        {pairingRows.map((row) => (
          <div key={row} className="grid grid-cols-8 gap-4">
            {[...row].map((sign) => (
              <KioskButton key={sign} look="key" onClick={() => setCode((typed) => clean(typed + sign))}>
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
        <KioskButton look="primary" aria-disabled={code.length < codeLength || busy} onClick={submit}>
          {t('pairing.submit')}
        </KioskButton>
      </fieldset>
    </section>
  );
}
