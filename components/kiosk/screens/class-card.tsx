'use client';

import { Check, Keyboard, X } from 'lucide-react';
import type { Chip, ClassCard as Card } from '../machine/types';
import { KioskButton } from '../parts/button';
import { clockIn, formatClock } from '../parts/format';
import { useSpeech, useText } from '../parts/kiosk-text';

const mostDots = 24;

/** A class to be booked or not: yes and no weigh the same, and nothing is written before a yes. */
export function ClassCard({
  card,
  chips,
  timezone,
  onSay,
  onWrite,
}: {
  card: Card;
  chips: Chip[];
  timezone: string;
  onSay: (text: string, shown: string) => void;
  onWrite: () => void;
}) {
  const t = useText();
  const { language } = useSpeech();
  const [first, second] = chips;
  const yes = first ?? { label: t('card.yes'), say: t('card.sayYes') };
  const no = second ?? { label: t('card.no'), say: t('card.sayNo') };
  const facts = [
    card.coach && t('card.with', { coach: card.coach }),
    card.room,
    t('card.minutes', { minutes: card.minutes }),
  ].filter(Boolean);
  return (
    <section className="absolute inset-x-16 bottom-82 animate-rise">
      <div className="rounded-[1.75rem] border border-line bg-graphite-1 p-10">
        <div className="flex items-center gap-10">
          <p className="-ml-1 shrink-0 text-class-time whitespace-nowrap">
            {formatClock(clockIn(card.startsAt, timezone), language)}
          </p>
          <div className="min-w-0">
            <h2 className="truncate text-yes-no leading-[1.2]">{card.name}</h2>
            <p className="mt-1 text-help text-ink-2">{facts.join(', ')}</p>
          </div>
        </div>
        <div className="mt-10 flex items-center justify-between gap-8">
          {card.capacity <= mostDots && <Seats capacity={card.capacity} free={card.free} />}
          <p className="shrink-0 text-help text-ink-2">
            {t('card.seats', { free: card.free, capacity: card.capacity })}
          </p>
        </div>
        <div className="mt-10 grid grid-cols-2 gap-4">
          <KioskButton look="card" onClick={() => onSay(yes.say, yes.label)}>
            <Check aria-hidden size="2.5rem" strokeWidth={1.5} />
            {yes.label}
          </KioskButton>
          <KioskButton look="card" onClick={() => onSay(no.say, no.label)}>
            <X aria-hidden size="2.5rem" strokeWidth={1.5} />
            {no.label}
          </KioskButton>
        </div>
      </div>
      <div className="mt-6 flex items-center justify-between gap-6">
        <p className="text-help text-ink-2">{t('talk.nothingYet')}</p>
        <KioskButton look="language" aria-label={t('talk.openKeyboard')} onClick={onWrite}>
          <Keyboard aria-hidden size="2.25rem" strokeWidth={1.4} />
        </KioskButton>
      </div>
    </section>
  );
}

/** One dot a seat: taken ones filled, free ones open; the words beside it say the same. */
function Seats({ capacity, free }: { capacity: number; free: number }) {
  return (
    <p aria-hidden className="flex min-w-0 flex-wrap gap-x-4 gap-y-2.5">
      {Array.from({ length: capacity }, (_, seat) => (
        <span
          key={seat}
          className={`size-5.5 rounded-full ${seat < capacity - free ? 'bg-seat-taken' : 'border-[0.1875rem] border-ink'}`}
        />
      ))}
    </p>
  );
}
