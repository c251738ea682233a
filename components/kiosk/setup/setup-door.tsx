'use client';

import { useState } from 'react';
import { api } from '@/lib/http/api';
import { useIdle } from '../machine/use-idle';
import type { Kiosk } from '../machine/use-kiosk';
import { KioskButton } from '../parts/button';
import { Headline } from '../parts/headline';
import { CodePad } from './code-pad';
import { SetupPage } from './setup-page';
import { SetupWords, useSetupText } from './setup-words';

const patienceMs = 30_000;

/**
 * Keeps members out of the setup: a pairing code that a manager has just made opens it. The code pairs this device
 * again, by the same route and with the same five tries.
 */
export function SetupDoor({ kiosk }: { kiosk: Kiosk }) {
  return (
    <SetupWords>
      <Door kiosk={kiosk} />
    </SetupWords>
  );
}

function Door({ kiosk: { state, dispatch, retry } }: { kiosk: Kiosk }) {
  const t = useSetupText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ title: string; detail: string } | null>(null);
  const leave = () => dispatch({ type: 'cleared' });
  useIdle(patienceMs, 'door', leave);
  const enter = async (code: string) => {
    setBusy(true);
    setProblem(null);
    const { language, home } = state;
    const body = { slug: home?.kiosk.slug ?? '', code };
    const answer = await api('/api/kiosk/provision', { body, locale: language });
    setBusy(false);
    if (answer.ok) {
      dispatch({ type: 'setupOpened', isOpen: true });
      void retry();
    } else setProblem(answer.problem);
    return answer.ok;
  };
  return (
    <SetupPage gym={state.home?.gym.name ?? ''} note={state.home?.kiosk.name ?? ''}>
      <section className="absolute inset-x-16 top-80 wide:top-44 wide:w-[42rem]">
        <Headline text={t('door.title')} />
        <p className="mt-6 text-kiosk-lead text-ink-2 text-pretty">{t('door.lead')}</p>
      </section>
      <section className="absolute inset-x-16 top-188 wide:top-44 wide:left-[52rem]">
        <CodePad problem={problem} busy={busy} submit={t('door.submit')} onCode={enter} />
        <KioskButton look="wide" className="mt-4 wide:h-20" onClick={leave}>
          {t('door.leave')}
        </KioskButton>
      </section>
    </SetupPage>
  );
}
