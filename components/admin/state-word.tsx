import { type Status, StatusShape } from '@/components/ui/status-shape';
import { cn } from '@/lib/utils/cn';

/** What a customer or a gym can be in. */
export type State = 'active' | 'trial' | 'maintenance' | 'suspended';

const shapes: Record<State, Status> = {
  active: 'good',
  trial: 'watch',
  maintenance: 'watch',
  suspended: 'off',
};
const tones: Record<State, string> = {
  active: 'text-ink',
  trial: 'text-watch',
  maintenance: 'text-watch',
  suspended: 'text-ink-3',
};

/** A state as shape and word. */
export function StateWord({ state, word, className }: { state: State; word: string; className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2', tones[state], className)}>
      <StatusShape status={shapes[state]} />
      {word}
    </span>
  );
}
