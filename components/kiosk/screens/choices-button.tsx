import { ListChecks, Undo2 } from 'lucide-react';
import { KioskButton } from '../parts/button';
import { iconSize } from '../parts/dock';
import { useText } from '../parts/kiosk-text';

/** Opens what a member has agreed to; in mid-conversation it also leads back. */
export function ChoicesButton({
  isOpen,
  isReady,
  onToggle,
}: {
  /** Left out where it only leads there. */
  isOpen?: boolean;
  isReady: boolean;
  onToggle: () => void;
}) {
  const t = useText();
  const Icon = isOpen ? Undo2 : ListChecks;
  return (
    <KioskButton look="dock" aria-pressed={isOpen} disabled={!isReady} onClick={onToggle}>
      <Icon aria-hidden size={iconSize} strokeWidth={1.6} />
      {t(isOpen ? 'back' : 'dock.choices')}
    </KioskButton>
  );
}
