import type { Status } from '@/components/ui/status-shape';

/** What a kiosk shows of itself (rule K3). */
export type Shown = 'online' | 'late' | 'offline' | 'resting' | 'provisioning' | 'maintenance' | 'error';

/** The shape of each state; its word is in the `kiosks.shown` messages. */
export const kioskShapes: Record<Shown, Status> = {
  online: 'good',
  late: 'watch',
  offline: 'off',
  resting: 'off',
  provisioning: 'off',
  maintenance: 'off',
  error: 'act',
};

/** The colour of a state's word: only what asks for something has one. */
export const kioskTones: Partial<Record<Shown, string>> = { late: 'text-watch', error: 'text-act' };
