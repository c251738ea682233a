import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type Status, StatusShape } from '@/components/ui/status-shape';
import type { KioskRow } from '@/lib/fleet';
import type { Format } from '@/lib/utils/format';
import { isDeaf, LOUD_DB, noiseWords, SLOW_MS, secondsWords, talkWords } from './fleet-words';

/** What the kiosk last said about itself, a line each with its shape. */
export async function KioskChecks({ kiosk, format }: { kiosk: KioskRow; format: Format }) {
  const t = await getTranslations('fleet');
  const noise = kiosk.noise_db === null ? 'none' : noiseWords(kiosk.noise_db, t, format);
  const isLoud = kiosk.noise_db !== null && kiosk.noise_db >= LOUD_DB;
  const isSlow = kiosk.latency_p95_ms !== null && kiosk.latency_p95_ms > SLOW_MS;
  const network = kiosk.network && t(`network.${kiosk.network}`);
  const lines: { key: string; label: string; status: Status; text: ReactNode }[] = [
    {
      key: 'microphone',
      label: t('check.microphone'),
      status: isDeaf(kiosk) ? 'act' : kiosk.microphone === 'ok' ? (isLoud ? 'watch' : 'good') : 'off',
      text: t(`microphone.${kiosk.microphone ?? 'unknown'}`, { db: noise }),
    },
    {
      key: 'speaker',
      label: t('check.speaker'),
      status: kiosk.speaker === 'ok' ? 'good' : kiosk.speaker === 'silent' ? 'act' : 'off',
      text: t(`speaker.${kiosk.speaker ?? 'unknown'}`),
    },
    {
      key: 'voice',
      label: t('check.voice'),
      status: kiosk.ladder === 'voice' ? (isSlow ? 'watch' : 'good') : kiosk.ladder ? 'watch' : 'off',
      text: (
        <>
          {kiosk.ladder ? t(`ladder.${kiosk.ladder}`) : t('none')}
          {kiosk.ladder_reason && `, ${t(`reason.${kiosk.ladder_reason}`)}`}
          {kiosk.last_away && (
            <span className="block text-ink-2">
              {t('awayFromTo', {
                from: format.moment(kiosk.last_away.from),
                to: format.moment(kiosk.last_away.to),
              })}
            </span>
          )}
          {kiosk.latency_p50_ms !== null && (
            <span className="block text-ink-2">
              {t('latency.half')} {secondsWords(kiosk.latency_p50_ms, t, format)}, {t('latency.slow')}{' '}
              {secondsWords(kiosk.latency_p95_ms, t, format)}, {t('latency.aim')}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'network',
      label: t('check.network'),
      status: kiosk.network ? (kiosk.shown === 'online' ? 'good' : 'off') : 'off',
      text:
        network && kiosk.rtt_ms !== null
          ? t('roundTrip', { network, ms: kiosk.rtt_ms })
          : (network ?? t('none')),
    },
    {
      key: 'reader',
      label: t('check.reader'),
      status: kiosk.last_read_at ? 'good' : 'off',
      text: kiosk.last_read_at ? format.moment(kiosk.last_read_at) : t('never'),
    },
    {
      key: 'talk',
      label: t('check.talk'),
      status: kiosk.last_talk ? 'good' : 'off',
      text: talkWords(kiosk, t, format),
    },
    {
      key: 'waiting',
      label: t('check.waiting'),
      status: kiosk.waiting ? 'watch' : 'good',
      text: t('waitingCount', { count: kiosk.waiting ?? 0 }),
    },
    {
      key: 'version',
      label: t('check.version'),
      status: kiosk.version ? 'good' : 'off',
      text: (
        <>
          <span className="break-all">{kiosk.version ?? t('none')}</span>
          {kiosk.uptime_s !== null && kiosk.shown === 'online' && (
            <span className="block text-ink-2">
              {t('check.uptime')} {format.age(new Date(Date.now() - kiosk.uptime_s * 1_000), new Date())}
            </span>
          )}
        </>
      ),
    },
  ];
  return (
    <section aria-labelledby="checks-title">
      <div className="flex items-baseline justify-between gap-4 pb-2">
        <h3 id="checks-title" className="font-semibold">
          {t('check.title')}
        </h3>
        {kiosk.last_heartbeat_at && (
          <time dateTime={kiosk.last_heartbeat_at} className="text-label text-ink-2">
            {format.moment(kiosk.last_heartbeat_at)}
          </time>
        )}
      </div>
      <dl>
        {lines.map(({ key, label, status, text }) => (
          <div key={key} className="flex gap-3 border-t border-line py-2.5">
            <StatusShape status={status} className="mt-1" />
            <dt className="w-26 shrink-0 text-ink-2">{label}</dt>
            <dd className="min-w-0">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
