import { ListChecks, Undo2 } from 'lucide-react';
import { KioskButton } from '../parts/button';
import { iconSize } from '../parts/dock';
import { useText } from '../parts/kiosk-text';

/** Opens what a member has agreed to; in mid-conversation it also leads back. */
export function ChoicesButton({
  isOpen,
  isReady,
  look = 'dock',
  onToggle,
}: {
  /** Left out where it only leads there. */
  isOpen?: boolean;
  isReady: boolean;
  /** `square`: the icon alone, beside the field. */
  look?: 'dock' | 'tool' | 'square';
  onToggle: () => void;
}) {
  const t = useText();
  const Icon = isOpen ? Undo2 : ListChecks;
  return (
    <KioskButton
      look={look}
      aria-pressed={isOpen}
      aria-label={look === 'square' ? t('dock.choices') : undefined}
      disabled={!isReady}
      onClick={onToggle}
    >
      <Icon aria-hidden size={look === 'tool' ? '2rem' : iconSize} strokeWidth={1.6} />
      {look !== 'square' && t(isOpen ? 'back' : 'dock.choices')}
    </KioskButton>
  );
}
