import { useTranslations } from 'next-intl';
import { type Status, StatusShape } from '@/components/ui/status-shape';
import type { Mood } from '@/lib/conversations';

const shapes: Record<Mood, Status> = { negative: 'watch', neutral: 'off', positive: 'good' };

/** The mood of a conversation: shape and word. */
export function MoodWord({ mood }: { mood: Mood }) {
  const t = useTranslations('conversations.moods');
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <StatusShape status={shapes[mood]} />
      <span className={mood === 'negative' ? 'text-watch' : ''}>{t(mood)}</span>
    </span>
  );
}
