import type { Status } from '@/components/ui/status-shape';
import type { Customer, Use } from '@/lib/customers';

export const stateShapes: Record<Customer['state'], Status> = {
  active: 'good',
  trial: 'watch',
  suspended: 'act',
};

/** Only what asks for attention colours its word. */
export const stateTones: Record<Customer['state'], string> = {
  active: 'text-ink',
  trial: 'text-watch',
  suspended: 'text-act',
};

/** Places that are all taken are a matter for the next contract; a month that is used up closes conversations today. */
export function toneOf({ state, monthly }: Use): { word: string; bar: string } {
  if (state === 'free') return { word: 'text-ink-2', bar: 'bg-bar-ink' };
  if (state === 'full' && monthly) return { word: 'text-act', bar: 'bg-act-fill' };
  return { word: 'text-watch', bar: 'bg-watch-fill' };
}
