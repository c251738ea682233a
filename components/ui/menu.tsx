'use client';

import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/utils/cn';

/** A drop-down menu; `trigger` is the element that opens it. */
export function Menu({
  trigger,
  children,
  align = 'start',
  className,
  ...state
}: {
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'end';
  className?: string;
  /** Only for a menu that something else than its trigger opens too. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <DropdownMenu.Root {...state}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          className={cn(
            'z-50 max-h-[70dvh] min-w-52 animate-fade overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-float',
            className,
          )}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const row =
  'flex h-8 w-full cursor-pointer items-center gap-2 rounded-md px-2 text-base outline-none data-highlighted:bg-hover max-md:h-11';

export function MenuItem({ className, ...rest }: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item className={cn(row, className)} {...rest} />;
}

/** One of several choices; the chosen one carries a tick. */
export function MenuChoice({ className, children, ...rest }: ComponentProps<typeof DropdownMenu.RadioItem>) {
  return (
    <DropdownMenu.RadioItem className={cn(row, 'justify-between', className)} {...rest}>
      <span>{children}</span>
      <DropdownMenu.ItemIndicator>
        <span aria-hidden className="block size-1.5 rounded-full bg-ink" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  );
}

/** One of many that are on or off; the menu stays open. */
export function MenuCheck({
  className,
  children,
  ...rest
}: ComponentProps<typeof DropdownMenu.CheckboxItem>) {
  return (
    <DropdownMenu.CheckboxItem
      onSelect={(event) => event.preventDefault()}
      className={cn(row, 'justify-between', className)}
      {...rest}
    >
      <span>{children}</span>
      <DropdownMenu.ItemIndicator>
        <Check size={16} strokeWidth={1.6} aria-hidden />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  );
}

export const MenuChoices = DropdownMenu.RadioGroup;

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 py-1.5 text-small text-ink-3">{children}</DropdownMenu.Label>;
}

export function MenuLine() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}
