'use client';

import type { Talk, Turn } from '../machine/types';
import { Headline } from '../parts/headline';
import { useText } from '../parts/kiosk-text';

/** A long answer is set smaller, so that it never needs scrolling. */
function liveSize(text: string): string {
  if (text.length <= 90) return 'text-live';
  return text.length <= 170 ? 'text-live-2' : 'text-past text-ink';
}

const places = {
  compact: 'top-108 h-122 justify-end',
  high: 'top-145 h-163 justify-start',
  low: 'top-193 h-117 justify-end',
};

/** The two last turns, the newest large; no bubbles, and nothing older. When the voice has just failed it says so first. */
export function Captions({ talk, look }: { talk: Talk; look: keyof typeof places }) {
  const t = useText();
  const isNews = talk.mode === 'text' && talk.fault !== null && talk.faultSeq === talk.seq && look === 'high';
  return (
    <section
      aria-label={t('talk.captions')}
      aria-live="polite"
      data-fill
      className={`absolute inset-x-16 flex flex-col gap-9 overflow-hidden ${places[look]}`}
    >
      {isNews && (
        <div>
          <Headline text={t('voice.downTitle')} />
          <p className="mt-7 text-past text-ink-2">{t('voice.downLead')}</p>
        </div>
      )}
      {(isNews ? [] : talk.turns).map((turn, index) => (
        <Caption
          key={turn.id ?? `${talk.seq} ${turn.by}`}
          turn={turn}
          isLive={index === talk.turns.length - 1}
          isCompact={look !== 'high'}
        />
      ))}
      {talk.notice && <p className="text-past text-ink-2">{t(`voice.${talk.notice}`)}</p>}
      {talk.mode === 'push_to_talk' && talk.fault === 'noise' && (
        <p className="text-help text-ink-2">{t('voice.noise')}</p>
      )}
      {talk.mode === 'text' && talk.phase === 'thinking' && (
        <p className="flex gap-4 pt-2" aria-label={t('thinking')}>
          {[0, 1, 2].map((dot) => (
            <span
              key={dot}
              className="size-4 animate-dots rounded-full bg-accent motion-reduce:animate-none"
              style={{ animationDelay: `${dot * 0.2}s` }}
            />
          ))}
        </p>
      )}
    </section>
  );
}

function Caption({ turn, isLive, isCompact }: { turn: Turn; isLive: boolean; isCompact: boolean }) {
  const t = useText();
  const isMember = turn.by === 'member';
  const size = isLive
    ? liveSize(turn.text + (turn.open ?? ''))
    : `text-past text-ink-2 ${isCompact ? 'truncate' : 'line-clamp-2'}`;
  return (
    <div className={isLive ? 'animate-rise' : ''}>
      <p className={`flex items-center gap-3 text-help ${isLive ? 'text-ink-2' : 'text-ink-3'}`}>
        {isMember ? (
          <span aria-hidden className="size-5.5 rounded-full border-[0.2rem] border-current" />
        ) : (
          <span
            aria-hidden
            className="size-5.5 rounded-full bg-[radial-gradient(circle_at_35%_30%,var(--sphere-lit),var(--sphere-mid))]"
          />
        )}
        {t(isMember ? 'you' : 'jarvis')}
      </p>
      <p className={`mt-2 text-balance ${size}`}>
        {turn.text}
        {turn.open && <span className={isLive ? 'text-ink-3' : ''}>{turn.open}</span>}
        {isLive && isMember && turn.open !== undefined && (
          <span aria-hidden className="ml-1 inline-block h-[0.9em] w-1 translate-y-[0.1em] bg-ink" />
        )}
      </p>
    </div>
  );
}
