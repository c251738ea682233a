'use client';

import type { Kiosk } from '../machine/use-kiosk';
import { useAway } from './use-away';
import { useDelivery } from './use-delivery';
import { useKnownGym } from './use-known-gym';
import { useTalk } from './use-talk';
import { useWorker } from './use-worker';

/** What makes the kiosk work without a network; loaded after the first screen and shows nothing. */
export function KioskQueue({ kiosk, build }: { kiosk: Kiosk; build: string }) {
  const { state } = kiosk;
  useKnownGym(kiosk);
  useTalk(kiosk);
  useAway(state);
  useDelivery(state);
  useWorker(build, state.view.name !== 'pairing');
  return null;
}
