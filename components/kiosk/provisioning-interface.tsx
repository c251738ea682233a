'use client';

import { useEffect, useState } from 'react';
import { QrCode } from '@/components/common/qr-code';
import { Headline } from './parts/headline';
import { useText } from './parts/kiosk-text';
import { CodePad, cleanCode } from './setup/code-pad';
import { offerSetup } from './setup/offer';
import { SetupWords, useSetupText } from './setup/setup-words';

interface Place {
  /** The code of an address `/kiosk/…#code=ABC234`: behind the hash it reaches no server and no log. */
  given: string;
  origin: string;
  /** The dashboard's page where this kiosk's code is made. */
  page: string;
}

function placeOf({ hash, origin, pathname }: Location): Place {
  const given = cleanCode(new URLSearchParams(hash.slice(1)).get('code') ?? '');
  return { given, origin, page: `/dashboard/kiosks/setup?kiosk=${pathname.split('/').pop() ?? ''}` };
}

/** Pairs this device with a kiosk: a code from the dashboard, and a square that leads a phone to where it is made. */
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
  const [place, setPlace] = useState(() => placeOf(window.location));
  useEffect(() => {
    const forget = () => {
      if (window.location.hash) window.history.replaceState(null, '', window.location.pathname);
    };
    // The link may be opened where this screen stands already.
    const take = () => {
      setPlace(placeOf(window.location));
      forget();
    };
    forget();
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  const pair = async (code: string) => {
    if (await onPair(code)) return false;
    offerSetup();
    return true;
  };
  return (
    <section className="absolute inset-x-16 top-80">
      <div className="wide:absolute wide:top-14 wide:bottom-0 wide:-left-[52.5rem] wide:w-[49.5rem] wide:bg-graphite-0 wide:pt-10">
        <Headline text={t('pairing.title')} />
        <SetupWords>
          <CodeHelp place={place} />
        </SetupWords>
      </div>
      <div className="mt-9 wide:mt-0">
        <CodePad
          key={place.given}
          given={place.given}
          problem={problem}
          busy={busy}
          submit={t('pairing.submit')}
          onCode={pair}
        />
      </div>
    </section>
  );
}

/** Where a code comes from, as words, as a square for a phone, and as an address to type. */
function CodeHelp({ place }: { place: Place }) {
  const t = useSetupText();
  const address = `${place.origin}${place.page}`;
  return (
    <div className="mt-6 flex h-66 justify-between gap-10">
      <div>
        <p className="text-kiosk-lead text-ink-2 text-pretty">{t('pair.lead')}</p>
        <p className="mt-3 text-help break-all text-ink-3">{address.replace(/^https?:\/\//, '')}</p>
      </div>
      <QrCode text={address} label={t('pair.square')} className="size-66 shrink-0" />
    </div>
  );
}
