export const memberKinds = ['member', 'staff', 'guest'] as const;
export const styles = ['encouraging', 'direct', 'friendly', 'calm'] as const;
export const fitnessLevels = ['beginner', 'intermediate', 'advanced'] as const;
export const goals = [
  'weight_loss',
  'muscle_gain',
  'endurance',
  'mobility',
  'wellbeing',
  'competition',
  'recovery',
] as const;

/** Fields that only the consent for health opens (rule P4). */
export const healthFields = [
  'height_cm',
  'current_weight_kg',
  'target_weight_kg',
  'injuries',
  'medical_notes',
] as const;

export const noteKinds = ['note', 'call', 'message', 'visit'] as const;
export type NoteKind = (typeof noteKinds)[number];
export const outcomes = ['reached', 'no_answer', 'left_message', 'call_back', 'stays', 'leaves'] as const;
export type NoteOutcome = (typeof outcomes)[number];

export const purposes = ['talk', 'analyse', 'remember', 'health'] as const;
export type Purpose = (typeof purposes)[number];

/** Every field of a member that people change, in the order of the form. */
export const memberFields = [
  'first_name',
  'last_name',
  'email',
  'phone',
  'birth_date',
  'member_kind',
  'external_id',
  'membership_type',
  'member_since',
  'membership_ends_on',
  'membership_suspended',
  'is_active',
  'analysis_objection',
  'communication_style',
  'language',
  'voice_preference',
  'fitness_level',
  'primary_goals',
  'workout_frequency_per_week',
  'height_cm',
  'current_weight_kg',
  'target_weight_kg',
  'injuries',
  'medical_notes',
] as const;
export type MemberField = (typeof memberFields)[number];
