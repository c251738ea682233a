'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Copies a text and says so where it was pressed. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button onClick={copy}>
      {copied ? (
        <Check size={16} strokeWidth={1.6} aria-hidden />
      ) : (
        <Copy size={16} strokeWidth={1.6} aria-hidden />
      )}
      <span aria-live="polite">{copied ? done : label}</span>
    </Button>
  );
}
