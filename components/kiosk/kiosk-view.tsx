'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import type { Kiosk } from './machine/use-kiosk';
import { useSpeech, useText } from './parts/kiosk-text';
import { MessageScreen } from './screens/message-screen';

const loadServed = () => import('./screens/served-screens');
const loadVoice = () => import('./voice/voice-interface');
const AwayScreen = dynamic(() => loadServed().then((screens) => screens.AwayScreen));
const AttractScreen = dynamic(() => loadServed().then((screens) => screens.AttractScreen));
const WelcomeScreen = dynamic(() => loadServed().then((screens) => screens.WelcomeScreen));
const ConsentScreen = dynamic(() => loadServed().then((screens) => screens.ConsentScreen));
const ClosedScreen = dynamic(() => loadServed().then((screens) => screens.ClosedScreen));
const ConversationScreen = dynamic(() => loadServed().then((screens) => screens.ConversationScreen));
// Seen once in a device's life.
const ProvisioningInterface = dynamic(
  () => import('./provisioning-interface').then((module) => module.ProvisioningInterface),
  { ssr: false },
);

/** The content of the screen that the state asks for; frame, avatar and dock stay around it. */
export function KioskView({ kiosk, now }: { kiosk: Kiosk; now: number | null }) {
  const t = useText();
  const { language } = useSpeech();
  const { state, dispatch } = kiosk;
  const { view } = state;
  // Nothing is shown of these before the first heartbeat, and later the network may be gone.
  useEffect(() => void loadServed(), []);
  const isTalkLikely = ['reading', 'consent'].includes(view.name) && state.home?.kiosk.settings.voice;
  useEffect(() => {
    if (!isTalkLikely) return;
    void loadVoice().then(
      (voice) => voice.prepareCall(),
      () => undefined,
    );
  }, [isTalkLikely]);
  switch (view.name) {
    case 'setup':
      return null;
    case 'starting':
      return state.link === 'down' ? <AwayScreen /> : <Waiting isFailing={state.link === 'failing'} />;
    case 'pairing':
      return <ProvisioningInterface problem={view.problem} busy={view.busy} onPair={kiosk.pair} />;
    case 'revoked':
      return <MessageScreen title={t('revoked.title')} lead={t('revoked.lead')} />;
    case 'elsewhere':
      return <MessageScreen title={t('elsewhere.title')} lead={t('elsewhere.lead')} />;
    case 'attract':
    case 'reading':
      return <Idle kiosk={kiosk} now={now} />;
    case 'noted':
      return <MessageScreen title={t('noted.title')} lead={t('noted.lead')} />;
    case 'forgotten':
      return (
        <MessageScreen
          title={t('forgotten.title')}
          lead={t('forgotten.lead')}
          detail={t('forgotten.detail')}
        />
      );
    case 'refused':
      return (
        <MessageScreen
          title={t(`refused.${view.code}.title`)}
          lead={t(`refused.${view.code}.lead`, { seconds: view.seconds ?? 60 })}
        />
      );
    case 'consent':
      return view.known ? (
        <WelcomeScreen view={view} own={state.home?.gym.messages[language]?.welcome} />
      ) : (
        <ConsentScreen
          view={view}
          onAnswer={(purpose, granted) => dispatch({ type: 'answered', purpose, granted })}
          onTextOnly={() => dispatch({ type: 'textOnlyToggled' })}
          onEnter={() => dispatch({ type: 'ended', reason: 'no_talk' })}
        />
      );
    case 'conversation':
      return (
        <ConversationScreen
          talk={view.talk}
          timezone={state.home?.gym.timezone ?? 'Europe/Paris'}
          canTalk={state.home?.kiosk.settings.voice ?? false}
          isUp={state.link === 'up'}
          dispatch={dispatch}
          onSay={kiosk.say}
          onSayAgain={kiosk.sayAgain}
          onChoice={kiosk.changeChoice}
        />
      );
    case 'goodbye':
      return (
        <MessageScreen
          title={t(`goodbye.${view.reason}.title`, { name: view.firstName })}
          lead={view.reason === 'no_talk' ? undefined : t(`goodbye.${view.reason}.lead`)}
        />
      );
    case 'trouble': {
      const what = view.isBusy ? 'busy' : 'trouble';
      return <MessageScreen title={t(`${what}.title`)} lead={t(`${what}.lead`)} />;
    }
  }
}

function Waiting({ isFailing }: { isFailing: boolean }) {
  const t = useText();
  if (isFailing) return <MessageScreen title={t('trouble.title')} lead={t('trouble.lead')} />;
  return (
    <p aria-live="polite" className="absolute inset-x-16 top-236 text-kiosk-lead text-ink-3">
      {t('starting')}
    </p>
  );
}

/** Nobody is here: the invitation, or the reason why there is none. */
function Idle({ kiosk, now }: { kiosk: Kiosk; now: number | null }) {
  const t = useText();
  const { language } = useSpeech();
  const { home, link, view } = kiosk.state;
  if (link === 'down') return <AwayScreen />;
  if (link === 'failing' || !home || now === null) return <Waiting isFailing={link === 'failing'} />;
  if (home.gym.status === 'suspended') {
    return <MessageScreen title={t('suspended.title')} lead={t('suspended.lead')} />;
  }
  if (home.gym.status === 'maintenance' || home.kiosk.status === 'maintenance') {
    const own = home.gym.maintenance_message ?? home.gym.messages[language]?.maintenance;
    return <MessageScreen title={t('maintenance.title')} lead={own ?? t('maintenance.lead')} />;
  }
  if (!home.gym.today.is_open && view.name === 'attract') return <ClosedScreen gym={home.gym} now={now} />;
  return <AttractScreen home={home} now={now} isReading={view.name === 'reading'} />;
}
