import { clsx } from 'clsx';
import { Children, cloneElement, type ComponentProps, type ReactElement } from 'react';

const look =
  'inline-flex items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap transition-colors duration-120 select-none disabled:opacity-50';

const tones = {
  accent: 'border-accent-edge bg-accent text-accent-ink font-semibold hover:bg-accent-hover',
  neutral: 'border-line-strong bg-surface text-ink hover:bg-hover',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-hover',
  danger: 'border-line-strong bg-surface text-act hover:bg-act-wash',
};

const sizes = {
  bar: 'h-7 px-2.5 text-label',
  normal: 'h-8 px-3 text-base max-md:h-12 max-md:text-[1rem]',
  large: 'h-12 px-5 text-[1rem]',
  icon: 'size-8 max-md:size-11',
};

/**
 * A button, or with `asChild` its one child, a link, that looks like one. One `accent` a view at most.
 * Its classes are joined and not merged, and no package helps: public pages do without their kilobytes.
 */
export function Button({
  tone = 'neutral',
  size = 'normal',
  asChild = false,
  className,
  children,
  ...rest
}: ComponentProps<'button'> & {
  tone?: keyof typeof tones;
  size?: keyof typeof sizes;
  asChild?: boolean;
}) {
  const classes = clsx(look, tones[tone], sizes[size], className);
  if (asChild) {
    const link = Children.only(children) as ReactElement<{ className?: string }>;
    return cloneElement(link, { ...rest, className: clsx(classes, link.props.className) });
  }
  return (
    <button type="button" className={classes} {...rest}>
      {children}
    </button>
  );
}
