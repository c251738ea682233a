'use client';

import type { ClassOccurrence } from '@/lib/kiosks/schemas';
import type { Home } from '../machine/types';
import { clockIn, formatClock, formatDay } from '../parts/format';
import { Headline } from '../parts/headline';
import { useSpeech, useText } from '../parts/kiosk-text';

const shown = 4;
/** A headline of two lines takes the room of a class. */
const shortTitle = 15;
const eveningFrom = 17;

/** Nobody is here: how to begin, and the next classes with their free places. */
export function AttractScreen({ home, now, isReading }: { home: Home; now: number; isReading: boolean }) {
  const t = useText();
  const { language } = useSpeech();
  const { timezone } = home.gym;
  const date = formatDay(now, timezone, language);
  const isEvening = Number(clockIn(now, timezone).slice(0, 2)) >= eveningFrom;
  const title = home.gym.messages[language]?.attract ?? t('attract.title');
  const rows = title.length > shortTitle ? shown - 1 : shown;
  const classes = home.classes.filter((entry) => Date.parse(entry.starts_at) > now).slice(0, rows);
  return (
    <section className="absolute inset-x-16 top-236 animate-fade">
      <Headline text={title} size="attract" />
      <p className="mt-5 text-kiosk-lead text-ink-2" aria-live="polite">
        {isReading ? t('reading') : t('attract.lead')}
      </p>
      {classes.length > 0 ? (
        <>
          <h2 className="mt-13 text-help text-ink-3">
            {t(isEvening ? 'attract.tonight' : 'attract.today', { date })}
          </h2>
          <ul className="mt-3.5">
            {classes.map((entry) => (
              <ClassRow key={entry.occurrence_id} entry={entry} />
            ))}
          </ul>
        </>
      ) : (
        <div className="mt-13 border-t border-line pt-8">
          <p className="text-class-row">{t('attract.noClasses')}</p>
          <p className="mt-4 text-help text-ink-2">{t('attract.noClassesDetail')}</p>
        </div>
      )}
    </section>
  );
}

function ClassRow({ entry }: { entry: ClassOccurrence }) {
  const t = useText();
  const { language } = useSpeech();
  const tone = entry.free > 0 ? 'text-ink' : 'text-ink-3';
  return (
    <li className={`flex h-21 items-center border-t border-line ${tone}`}>
      <span className="w-47.5 shrink-0 text-class-row">{formatClock(entry.local_time, language)}</span>
      <span className="min-w-52 max-w-100 shrink-0 truncate pr-6 text-class-row font-normal">
        {entry.name}
      </span>
      <span className="min-w-0 flex-1 truncate text-dock leading-[1.3] font-normal text-ink-3">
        {entry.coach && t('attract.with', { coach: entry.coach })}
      </span>
      <span className={`shrink-0 text-dock font-normal ${entry.free > 0 ? 'text-ink-2' : 'text-ink-3'}`}>
        {t('attract.places', { count: entry.free })}
      </span>
    </li>
  );
}
