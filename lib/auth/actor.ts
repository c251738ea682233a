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
  /** What a support access opens to a super admin here: reading, or acting like a manager too. Null without one. */
  support: 'read' | 'write' | null;
  /** Last day `YYYY-MM-DD` of the customer's trial, for those in charge of the gym. */
  trial_ends_on?: string | null;
}

/** The support access that a super admin has open, as the banner shows it. */
export interface OpenSupport {
  id: string;
  /** Name of the gym or franchise. */
  scope_name: string;
  reason: string;
  /** ISO time after which it opens nothing. */
  expires_at: string;
  may_write: boolean;
}

/** Somebody of the platform who has a support access to this person's gym or franchise; for managers and owners. */
export interface Visitor {
  name: string;
  /** One of the two is set. */
  gym_id: string | null;
  franchise_id: string | null;
  expires_at: string;
  may_write: boolean;
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
  support: OpenSupport | null;
  visitors: Visitor[];
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
