'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import type { Kiosk } from '../machine/use-kiosk';
import { useLadder } from '../health/use-ladder';
import { useNfcReader } from '../reader/use-nfc-reader';
import { useKeepAwake } from './keep-awake';
import { selfTest } from './self-test';
import { useSetupDoor } from './use-setup-door';

const SetupScreen = dynamic(() => import('./setup-screen').then((module) => module.SetupScreen));
const SetupDoor = dynamic(() => import('./setup-door').then((module) => module.SetupDoor));
const SetupOffer = dynamic(() => import('./setup-offer').then((module) => module.SetupOffer));
// Only demonstrations and kiosks that are set so have it, so only they load it.
const RFIDSimulator = dynamic(() => import('../rfid-simulator').then((module) => module.RFIDSimulator));

/** What keeps a paired device at work, loaded after its first screen: the lit screen, the self-test, the way to the setup. */
export function KioskCare({ kiosk, isDemo }: { kiosk: Kiosk; isDemo: boolean }) {
  const { view, home } = kiosk.state;
  useKeepAwake();
  useLadder(kiosk.state);
  useNfcReader((badge) => void kiosk.read(badge));
  useSetupDoor(
    () => kiosk.dispatch({ type: 'setupOpened', isOpen: false }),
    ['attract', 'trouble'].includes(view.name),
  );
  useEffect(() => {
    void selfTest();
    // A link with a code that came to a device which is paired already.
    if (window.location.hash) window.history.replaceState(null, '', window.location.pathname);
  }, []);
  if (view.name === 'setup') {
    return view.isOpen ? <SetupScreen kiosk={kiosk} badge={view.badge} /> : <SetupDoor kiosk={kiosk} />;
  }
  return (
    <>
      {view.name === 'attract' && <SetupOffer kiosk={kiosk} />}
      {(isDemo || home?.kiosk.settings.simulator) && <RFIDSimulator />}
    </>
  );
}
