'use client';

import { useEffect, useState } from 'react';
import type { Kiosk } from '../machine/use-kiosk';
import { KioskButton } from '../parts/button';
import { offerLeft, withdrawOffer } from './offer';
import { SetupWords, useSetupText } from './setup-words';

/** Right after pairing: check the device now. It goes by itself, and whoever holds a badge to the reader is served. */
export function SetupOffer({ kiosk }: { kiosk: Kiosk }) {
  const [isOpen, setOpen] = useState(() => offerLeft() > 0);
  useEffect(() => {
    if (!isOpen) return;
    const timer = setTimeout(() => setOpen(false), offerLeft());
    return () => clearTimeout(timer);
  }, [isOpen]);
  if (!isOpen) return null;
  const close = () => {
    withdrawOffer();
    setOpen(false);
  };
  const begin = () => {
    withdrawOffer();
    kiosk.dispatch({ type: 'setupOpened', isOpen: true });
  };
  return (
    <SetupWords>
      <Offer onBegin={begin} onLater={close} />
    </SetupWords>
  );
}

function Offer({ onBegin, onLater }: { onBegin: () => void; onLater: () => void }) {
  const t = useSetupText();
  return (
    <section
      aria-labelledby="setup-offer"
      className="absolute inset-x-16 top-300 z-20 wide:top-110 wide:left-[56.5rem] animate-rise rounded-[1.75rem] border border-line-strong bg-graphite-1 p-10"
    >
      <h2 id="setup-offer" className="text-question">
        {t('offer.title')}
      </h2>
      <p className="mt-3 text-help text-ink-2 text-pretty">{t('offer.lead')}</p>
      <div className="mt-8 grid grid-cols-2 gap-4">
        <KioskButton look="wide" className="wide:h-20" onClick={onLater}>
          {t('offer.later')}
        </KioskButton>
        <KioskButton look="primary" onClick={onBegin}>
          {t('offer.begin')}
        </KioskButton>
      </div>
    </section>
  );
}
