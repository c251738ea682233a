import { JarvisLogo } from '@/components/common/jarvis-logo';
import type { KioskLine } from '@/lib/gym-settings/limits';
import type { Locale } from '@/lib/i18n/locale';
import type { KioskWords } from './kiosk-words';

/** What stands on the kiosk: a title and the lines below it. */
function screenOf(line: KioskLine, own: string, words: KioskWords): { title: string; lines: string[] } {
  switch (line) {
    case 'attract':
      return { title: own || words.attract, lines: [words.attractLead] };
    case 'welcome':
      return { title: words.hello, lines: [words.welcome, own] };
    case 'closed':
      return { title: words.closedTitle, lines: [own || words.closed] };
    case 'maintenance':
      return { title: words.maintenanceTitle, lines: [own || words.maintenance] };
  }
}

/** A small picture of the kiosk with one line as members will see it. */
export function KioskPreview({
  gym,
  caption,
  line,
  language,
  own,
  words,
}: {
  gym: string;
  caption: string;
  line: KioskLine;
  language: Locale;
  own: string;
  words: KioskWords;
}) {
  const { title, lines } = screenOf(line, own, words);
  return (
    <figure className="grid content-start gap-2 self-start lg:sticky lg:top-6">
      <div
        data-theme="kiosk"
        lang={language}
        aria-live="polite"
        className="grid aspect-[9/16] w-full max-w-68 grid-rows-[auto_1fr_auto] overflow-hidden rounded-xl border border-line bg-graphite-0 p-4 text-ink"
      >
        <p className="text-small">{gym}</p>
        <div className="grid place-items-center">
          <JarvisLogo size={112} />
        </div>
        <div className="grid min-h-36 content-start gap-2">
          <p className="text-head text-balance">{title}</p>
          {lines.filter(Boolean).map((one) => (
            <p key={one} className="text-label text-pretty text-ink-2">
              {one}
            </p>
          ))}
        </div>
      </div>
      <figcaption className="text-label text-ink-3">{caption}</figcaption>
    </figure>
  );
}
