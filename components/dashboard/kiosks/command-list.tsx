import { getTranslations } from 'next-intl/server';
import { type Status, StatusShape } from '@/components/ui/status-shape';
import type { KioskCommand } from '@/lib/fleet';
import type { Format } from '@/lib/utils/format';

const shapes: Record<KioskCommand['state'], Status> = {
  queued: 'off',
  sent: 'watch',
  done: 'good',
  expired: 'act',
};

/** What was asked of a kiosk, and how far it came. */
export async function CommandList({ commands, format }: { commands: KioskCommand[]; format: Format }) {
  const t = await getTranslations('fleet');
  const c = await getTranslations('fleet.command');
  const words = ({ command, value }: KioskCommand) => {
    if (command === 'volume') return c('volume', { value: value ?? 0 });
    if (command === 'mute') return c(value === 1 ? 'mute' : 'unmute');
    if (command === 'maintenance') return c(value === 1 ? 'maintenance' : 'resume');
    return c(command);
  };
  return (
    <section aria-labelledby="commands-title">
      <h2 id="commands-title" className="border-b border-line pb-2 font-semibold">
        {c('title')}
      </h2>
      {commands.length === 0 && <p className="py-3 text-ink-2">{c('none')}</p>}
      <ul>
        {commands.map((one) => (
          <li
            key={one.id}
            className="flex min-h-10 flex-wrap items-center gap-x-3 border-b border-line py-1.5"
          >
            <StatusShape status={shapes[one.state]} />
            <span className="min-w-0 grow">
              {words(one)} <span className="text-ink-2">{t(`delivery.${one.state}`)}</span>
            </span>
            <span className="text-label text-ink-2">
              {one.by ? `${one.by}, ` : ''}
              <time dateTime={one.asked_at} title={format.exact(one.asked_at)}>
                {format.moment(one.asked_at)}
              </time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
