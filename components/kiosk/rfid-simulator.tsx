'use client';

import { ScanLine, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api } from '@/lib/http/api';
import type { SimulatorBadge } from '@/lib/kiosks/schemas';
import { KioskButton } from './parts/button';
import { useText } from './parts/kiosk-text';
import { SetupWords } from './setup/setup-words';
import { NumberPad } from './simulator-pad';

const kinds = ['member', 'staff', 'guest', 'expired', 'suspended', 'inactive', 'foreign'] as const;

/** Types a badge number as a reader does: key presses without a pause, then Enter. */
function typeLikeReader(badge: string): void {
  const codes = [...badge].map((sign) => (/\d/.test(sign) ? `Digit${sign}` : `Key${sign.toUpperCase()}`));
  for (const code of [...codes, 'Enter']) {
    window.dispatchEvent(new KeyboardEvent('keydown', { code, cancelable: true }));
  }
}

/** A number that no gym has given out, ten digits like the others. */
const unknownBadge = () => String(0x9000_0000 + Math.floor(Math.random() * 0x0fff_ffff)).padStart(10, '0');

/**
 * For demonstrations without a reader: badges read by the very path of a real one. Outside a demonstration it names
 * nobody, and reads the number that somebody types.
 */
export function RFIDSimulator() {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [badges, setBadges] = useState<SimulatorBadge[] | null>(null);
  useEffect(() => {
    const load = async () => {
      const answer = await api<{ badges: SimulatorBadge[] }>('/api/kiosk/simulator');
      if (answer.ok) setBadges(answer.data.badges);
    };
    void load();
  }, []);
  if (!badges) return null;
  const scan = (badge: string) => {
    setOpen(false);
    typeLikeReader(badge);
  };
  const kindOf = (kind: string) => t(`simulator.kinds.${kinds.find((known) => known === kind) ?? 'other'}`);
  if (!isOpen) {
    return (
      <KioskButton
        look="language"
        aria-label={t('simulator.open')}
        title={t('simulator.open')}
        className="absolute top-35 right-16 wide:right-[66.5rem]"
        onClick={() => setOpen(true)}
      >
        <ScanLine aria-hidden size="2.25rem" strokeWidth={1.6} />
      </KioskButton>
    );
  }
  return (
    <section
      aria-label={t('simulator.open')}
      className="absolute top-35 right-16 wide:right-[66.5rem] z-20 w-150 animate-rise rounded-[1.75rem] border border-line-strong bg-graphite-1 p-8"
    >
      <div className="flex items-start justify-between gap-6">
        <p className="text-help text-ink-2">{t('simulator.lead')}</p>
        <KioskButton look="language" aria-label={t('simulator.close')} onClick={() => setOpen(false)}>
          <X aria-hidden size="2.25rem" strokeWidth={1.6} />
        </KioskButton>
      </div>
      <ul className="mt-6 grid gap-4">
        {badges.map((badge) => (
          <li key={badge.badge_id}>
            <KioskButton look="wide" className="justify-between!" onClick={() => scan(badge.badge_id)}>
              <span>{badge.label}</span>
              <span className="text-help text-ink-3">{kindOf(badge.kind)}</span>
            </KioskButton>
          </li>
        ))}
        <li>
          <KioskButton look="wide" className="justify-start!" onClick={() => scan(unknownBadge())}>
            {t('simulator.unreadable')}
          </KioskButton>
        </li>
      </ul>
      {badges.length === 0 && (
        <SetupWords>
          <NumberPad onNumber={scan} />
        </SetupWords>
      )}
    </section>
  );
}
