import { cva, type VariantProps } from 'class-variance-authority';
import { clsx } from 'clsx';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';

const button = cva(
  'inline-flex items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap transition-colors duration-120 select-none disabled:opacity-50',
  {
    variants: {
      tone: {
        accent: 'border-accent-edge bg-accent text-accent-ink font-semibold hover:bg-accent-hover',
        neutral: 'border-line-strong bg-surface text-ink hover:bg-hover',
        quiet: 'border-transparent bg-transparent text-ink hover:bg-hover',
        danger: 'border-line-strong bg-surface text-act hover:bg-act-wash',
      },
      size: {
        bar: 'h-7 px-2.5 text-label',
        normal: 'h-8 px-3 text-base max-md:h-12 max-md:text-[1rem]',
        large: 'h-12 px-5 text-[1rem]',
        icon: 'size-8 max-md:size-11',
      },
    },
    defaultVariants: { tone: 'neutral', size: 'normal' },
  },
);

/**
 * A button, or with `asChild` a link that looks like one. One `accent` a view at most.
 * Its classes are joined and not merged: public pages do without the merger's 9 kB.
 */
export function Button({
  tone,
  size,
  asChild = false,
  className,
  ...rest
}: ComponentProps<'button'> & VariantProps<typeof button> & { asChild?: boolean }) {
  const Element = asChild ? Slot.Root : 'button';
  return (
    <Element
      {...(!asChild && { type: 'button' })}
      className={clsx(button({ tone, size }), className)}
      {...rest}
    />
  );
}
