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

export const useTones: Record<Use['state'], { word: string; bar: string }> = {
  free: { word: 'text-ink-2', bar: 'bg-bar-ink' },
  near: { word: 'text-watch', bar: 'bg-watch-fill' },
  full: { word: 'text-act', bar: 'bg-act-fill' },
};
