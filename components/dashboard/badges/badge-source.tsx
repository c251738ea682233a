'use client';

import { ScanLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  type FormEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useState,
  useSyncExternalStore,
} from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useBadgeReader } from '@/components/kiosk/reader/use-badge-reader';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import type { DeskKiosk } from '@/lib/badges';
import type { BadgeForm } from '@/lib/members/badge-forms';
import { Countdown } from './countdown';
import { useCapture } from './use-capture';
import { useDeskReader } from './use-desk-reader';

/** A badge that somebody holds: typed by a reader or by hand, or read by a kiosk, which keeps its number to itself. */
export type HeldBadge =
  | { kind: 'read'; read: string; form?: BadgeForm }
  | { kind: 'scan'; scanId: string; tail: string | null; kiosk: string };

/**
 * Where badges come from: the reader of this computer, the number as it is printed, or a kiosk.
 * @param round counts the badges taken: a kiosk waits again for the next one
 * @param paused somebody has to decide first, so that nothing is read
 */
export function BadgeSource({
  gymId,
  kiosks,
  round,
  paused = false,
  onBadge,
}: {
  gymId: string;
  kiosks: DeskKiosk[];
  round: number;
  paused?: boolean;
  onBadge: (badge: HeldBadge) => void;
}) {
  const t = useTranslations('badges.source');
  const id = useId();
  const [from, setFrom] = useState('desk');
  const kiosk = kiosks.find((one) => one.id === from);
  return (
    <div className="grid gap-4">
      {kiosks.length > 0 && (
        <SelectField
          id={id}
          label={t('where')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          options={[
            { value: 'desk', label: t('desk') },
            ...kiosks.map((one) => ({ value: one.id, label: t('kiosk', { name: one.name }) })),
          ]}
        />
      )}
      {kiosk ? (
        <FromKiosk key={kiosk.id} kiosk={kiosk} round={round} paused={paused} onBadge={onBadge} />
      ) : (
        <FromDesk key={round} gymId={gymId} paused={paused} onBadge={onBadge} />
      )}
    </div>
  );
}

function Waiting({ children }: { children: ReactNode }) {
  return (
    <p className="flex min-h-14 items-center gap-3 rounded-lg border border-line-strong bg-surface px-4 py-3">
      <ScanLine size={20} strokeWidth={1.6} aria-hidden className="shrink-0 text-ink-2" />
      <span className="min-w-0 grow">{children}</span>
    </p>
  );
}

function FromDesk({
  gymId,
  paused,
  onBadge,
}: {
  gymId: string;
  paused: boolean;
  onBadge: (badge: HeldBadge) => void;
}) {
  const t = useTranslations('badges.source');
  const id = useId();
  const [number, setNumber] = useState('');
  const [isShort, setShort] = useState(false);
  const { form } = useDeskReader(gymId);
  // Said once somebody listens: a page that is only drawn hears no reader.
  const isListening = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  useBadgeReader((read) => {
    // The reader has typed into whatever had the focus.
    setNumber('');
    setShort(false);
    if (!paused) onBadge({ kind: 'read', read, ...(form && { form }) });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = number.trim();
    setShort(read.length < 5);
    if (read.length >= 5 && !paused) onBadge({ kind: 'read', read });
  };
  return (
    <>
      <Waiting>{isListening && t('deskWaits')}</Waiting>
      <form onSubmit={submit} noValidate className="grid gap-1.5">
        <label htmlFor={id} className="text-label font-medium">
          {t('number')}
        </label>
        <span className="flex gap-2">
          <input
            id={id}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            inputMode="text"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            aria-invalid={isShort || undefined}
            aria-describedby={`${id}-note`}
            className="h-10 min-w-0 grow rounded-md border border-control bg-surface px-3 font-mono text-base aria-invalid:border-act-fill max-md:h-12 max-md:text-[1rem]"
          />
          <Button type="submit" className="h-10 max-md:h-12">
            {t('use')}
          </Button>
        </span>
        <span id={`${id}-note`} className={isShort ? 'text-label text-act' : 'text-label text-ink-3'}>
          {isShort ? t('short') : t('numberHelp')}
        </span>
      </form>
    </>
  );
}

function FromKiosk({
  kiosk,
  round,
  paused,
  onBadge,
}: {
  kiosk: DeskKiosk;
  round: number;
  paused: boolean;
  onBadge: (badge: HeldBadge) => void;
}) {
  const t = useTranslations('badges.source');
  const { view, start, stop } = useCapture(({ scan_id, tail }) => {
    if (scan_id) onBadge({ kind: 'scan', scanId: scan_id, tail, kiosk: kiosk.name });
  });
  const begin = useEffectEvent(() => void start(kiosk.id));
  useEffect(() => {
    if (!paused && round >= 0) begin();
    return stop;
  }, [round, paused, stop]);
  if (view.name === 'failed') return <FormProblem problem={view.problem} focus={false} />;
  if (view.name === 'over')
    return (
      <div className="grid justify-items-start gap-3">
        <p>{t(`over.${view.why}`, { name: kiosk.name })}</p>
        <Button onClick={() => void start(kiosk.id)}>{t('again')}</Button>
      </div>
    );
  return (
    <div aria-live="polite" className="grid gap-1.5">
      <Waiting>
        {view.name === 'waiting' && (
          <>
            {t('kioskWaits', { name: kiosk.name })} <Countdown key={view.until} until={view.until} />
          </>
        )}
      </Waiting>
      <p className="text-label text-ink-3">
        {kiosk.shown === 'online' ? t('kioskHelp') : t('kioskOff', { name: kiosk.name })}
      </p>
    </div>
  );
}
