/** What the database enum `user_role` holds. */
export type Role = 'super_admin' | 'franchise_owner' | 'gym_manager' | 'gym_staff';

export type Language = 'fr' | 'en' | 'es';

/** A gym that a person may open, as `get_actor()` gives it. */
export interface GymContext {
  id: string;
  name: string;
  city: string;
  franchise_name: string | null;
  /** Suspended also when the franchise is. */
  status: 'active' | 'maintenance' | 'suspended';
  owner_reads_conversations: boolean;
  locale: Language;
  timezone: string;
  currency: string;
}

/** A signed-in person of a gym, a franchise or the platform. */
export interface StaffActor {
  kind: 'staff';
  id: string;
  email: string;
  fullName: string;
  role: Role;
  language: Language;
  gyms: GymContext[];
  openAlerts: Record<string, number>;
}

/** A paired kiosk; who it is, is derived from its token by the database alone. */
export interface KioskActor {
  kind: 'kiosk';
  tokenHash: string;
}

/** Everybody who can act. A kiosk is an actor of its own, never a fake user. */
export type Actor =
  | StaffActor
  | KioskActor
  | { kind: 'system'; job: string }
  | { kind: 'webhook'; source: string }
  | { kind: 'anonymous' };
