'use client';

import dynamic from 'next/dynamic';
import { NextIntlClientProvider, type Messages } from 'next-intl';
import { useEffect } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { KioskView } from './kiosk-view';
import { type Kiosk, useKiosk } from './machine/use-kiosk';
import { useStaffCall } from './machine/use-staff-call';
import { useTimers } from './machine/use-timers';
import { clockIn, formatClock } from './parts/format';
import { Frame } from './parts/frame';
import { SpeechProvider, useText } from './parts/kiosk-text';
import { useNow } from './parts/use-now';
import { useLead } from './queue/use-lead';
import { useBadgeReader } from './reader/use-badge-reader';
import { MessageScreen } from './screens/message-screen';
import { standOf } from './stand-of';

// The first screen invites to nothing that the dock is needed for; its icons come with it.
const KioskDock = dynamic(() => import('./kiosk-dock').then((module) => module.KioskDock), { ssr: false });
// What a device needs and nobody sees: the screen stays lit, the self-test, the way to the setup, simulated badges.
const KioskCare = dynamic(() => import('./setup/kiosk-care').then((module) => module.KioskCare));

// The call and its sound; nobody needs them before somebody talks.
const VoiceInterface = dynamic(
  () => import('./voice/voice-interface').then((module) => module.VoiceInterface),
  { ssr: false },
);
const KioskQueue = dynamic(() => import('./queue/kiosk-queue').then((module) => module.KioskQueue), {
  ssr: false,
});

export type KioskCatalogs = Record<Locale, Pick<Messages, 'kiosk'>>;

/** The device's screen: one state, three languages on board, so that the language changes without a network. */
export function KioskApp({
  slug,
  version,
  isDemo,
  isPaired,
  language,
  catalogs,
}: {
  slug: string;
  version: string;
  isDemo: boolean;
  /** The device holds a token; whether it is still good, the first heartbeat tells. */
  isPaired: boolean;
  language: Locale;
  catalogs: KioskCatalogs;
}) {
  const lead = useLead();
  const kiosk = useKiosk(slug, version, { language, isPaired }, lead === 'mine');
  const { state } = kiosk;
  useTimers(kiosk);
  useBadgeReader((badge) => void kiosk.read(badge));
  useEffect(() => {
    document.documentElement.lang = state.language;
  }, [state.language]);
  return (
    <NextIntlClientProvider locale={state.language} messages={catalogs[state.language]} timeZone="UTC">
      <SpeechProvider language={state.language} address={state.home?.gym.address_form ?? 'vous'}>
        {lead === 'elsewhere' ? <Standby kiosk={kiosk} /> : <KioskScreen kiosk={kiosk} isDemo={isDemo} />}
        {lead === 'mine' && <KioskQueue kiosk={kiosk} build={version} />}
      </SpeechProvider>
    </NextIntlClientProvider>
  );
}

/** Another tab of this device works as the kiosk. */
function Standby({ kiosk: { state } }: { kiosk: Kiosk }) {
  const t = useText();
  return (
    <Frame gym="JARVIS" note={null} time={null} stand={standOf(state)} dock={null}>
      <MessageScreen title={t('standby.title')} lead={t('standby.lead')} />
    </Frame>
  );
}

function KioskScreen({ kiosk, isDemo }: { kiosk: Kiosk; isDemo: boolean }) {
  const t = useText();
  const { state, dispatch } = kiosk;
  const { home, view, language } = state;
  const now = useNow(state.clockSkew);
  const callStaff = useStaffCall(state.staff, dispatch);
  const isPaired = !['starting', 'pairing', 'revoked', 'elsewhere'].includes(view.name);
  const care = isPaired && <KioskCare kiosk={kiosk} isDemo={isDemo} />;
  if (view.name === 'setup') return care;
  return (
    <Frame
      gym={home?.gym.name ?? 'JARVIS'}
      note={view.name === 'conversation' && (isDemo || view.talk.mode === 'text') ? t('demo') : null}
      time={now !== null && home ? formatClock(clockIn(now, home.gym.timezone), language) : null}
      stand={standOf(state)}
      dock={<KioskDock kiosk={kiosk} onStaff={callStaff} />}
      corner={care}
    >
      <KioskView key={`${state.person} ${view.name}`} kiosk={kiosk} now={now} />
      {view.name === 'conversation' && home?.kiosk.settings.voice && (
        <VoiceInterface key={state.person} kiosk={kiosk} talk={view.talk} />
      )}
    </Frame>
  );
}
