'use client';

import * as Primitive from '@radix-ui/react-dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './button';

/** The control that the work begins with, marked `data-autofocus`; without one the cross has the focus. */
function focusFirst(event: Event) {
  const field = (event.currentTarget as HTMLElement | null)?.querySelector<HTMLElement>('[data-autofocus]');
  if (!field) return;
  event.preventDefault();
  field.focus();
}

/** A modal dialog with title and optional explanation; Escape and the cross close it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  children: ReactNode;
}) {
  const t = useTranslations('common');
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-ink/30" />
        <Primitive.Content
          onOpenAutoFocus={focusFirst}
          {...(!description && { 'aria-describedby': undefined })}
          className="fixed top-1/2 left-1/2 z-50 grid max-h-[85dvh] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 animate-fade gap-4 overflow-y-auto rounded-xl border border-line bg-surface p-6 shadow-float"
        >
          <div className="flex items-start justify-between gap-4">
            <Primitive.Title className="text-head">{title}</Primitive.Title>
            <Primitive.Close asChild>
              <Button tone="quiet" size="icon" aria-label={t('close')} className="-mt-1 -mr-2">
                <X size={16} strokeWidth={1.6} />
              </Button>
            </Primitive.Close>
          </div>
          {description && <Primitive.Description className="text-ink-2">{description}</Primitive.Description>}
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
