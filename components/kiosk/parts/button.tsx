import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';

const button = cva(
  'flex items-center border transition-colors duration-120 focus-visible:outline-4 focus-visible:outline-offset-4 disabled:opacity-40',
  {
    variants: {
      look: {
        dock: 'h-26 justify-center gap-5 rounded-[1.25rem] border-line bg-graphite-1 px-6 text-dock text-ink active:bg-graphite-2',
        chip: 'min-h-28 justify-start rounded-[1.25rem] border-line bg-graphite-1 px-8 py-4 text-left text-chip text-ink active:bg-graphite-2',
        wide: 'h-26 w-full justify-center gap-5 rounded-[1.25rem] border-line bg-graphite-1 px-8 text-dock text-ink active:bg-graphite-2',
        choice:
          'h-28 w-39 justify-center gap-3 rounded-[1.25rem] border-line-strong bg-graphite-2 text-yes-no text-ink active:bg-graphite-3 aria-pressed:bg-ink aria-pressed:text-graphite-0',
        card: 'h-34 justify-center gap-5 rounded-[1.25rem] border-line-strong bg-graphite-3 text-yes-no text-ink active:bg-graphite-2',
        key: 'h-26 wide:h-20 justify-center rounded-[0.75rem] border-transparent bg-graphite-2 text-key text-ink active:bg-graphite-3',
        layer:
          'h-26 wide:h-20 justify-center rounded-[0.75rem] border-transparent bg-graphite-2 text-chip text-ink-2 active:bg-graphite-3',
        primary:
          'h-26 wide:h-20 justify-center gap-4 rounded-[0.75rem] border-transparent bg-accent text-chip text-accent-ink',
        tool: 'h-20 justify-center gap-4 rounded-[1.25rem] border-line bg-graphite-1 px-6 text-help text-ink-2 active:bg-graphite-2 aria-pressed:border-line-strong aria-pressed:bg-graphite-3 aria-pressed:text-ink',
        hold: 'h-20 flex-1 touch-none justify-center gap-4 rounded-[1.25rem] border-transparent bg-accent px-6 text-dock text-accent-ink select-none aria-pressed:bg-ink aria-pressed:text-graphite-0',
        square:
          'absolute top-374 right-16 size-30 wide:top-auto wide:right-0 wide:bottom-0 justify-center rounded-[1.25rem] border-line bg-graphite-1 text-ink-2 active:bg-graphite-2',
        language:
          'h-20 w-22 justify-center rounded-[1.25rem] border-line bg-graphite-1 text-help text-ink-2 active:bg-graphite-2 aria-pressed:border-line-strong aria-pressed:bg-graphite-3 aria-pressed:text-ink',
      },
    },
  },
);

/** A kiosk's button: at least 64 design pixels high, in one of the kiosk's few looks. */
export function KioskButton({
  look,
  className = '',
  ...rest
}: ComponentProps<'button'> & Required<Pick<VariantProps<typeof button>, 'look'>>) {
  return <button type="button" className={`${button({ look })} ${className}`} {...rest} />;
}
