/**
 * The tools as a voice model sees them. None takes a member, a gym or a conversation (rule V5); what writes asks for
 * `confirmed`, which the database checks.
 */

type Parameters = Record<string, { type: 'string' | 'boolean'; description: string; enum?: string[] }>;

function tool(name: string, description: string, properties: Parameters = {}, required: string[] = []) {
  return {
    type: 'function' as const,
    name,
    description,
    parameters: { type: 'object', properties, required, additionalProperties: false },
  };
}

const text = (description: string) => ({ type: 'string' as const, description });
const day = (which: string) => text(`${which} day, YYYY-MM-DD in the gym's time zone`);
const confirmed = {
  type: 'boolean' as const,
  description: 'true only after the person said yes to exactly this',
};

export const voiceTools = [
  tool(
    'get_member_profile',
    'First name and own bookings of today; anything else about the membership is for the team.',
  ),
  tool(
    'get_class_schedule',
    'Classes still to come, today when no day is given, at most seven days. Times are the gym’s.',
    { from: day('First'), to: day('Last'), class_name: text('Part of the name of a class') },
  ),
  tool(
    'book_class',
    'Books a place in a class of get_class_schedule. Say class, day and time first and wait for a yes.',
    { occurrence_id: text('occurrence_id of the class'), confirmed },
    ['occurrence_id', 'confirmed'],
  ),
  tool(
    'cancel_booking',
    'Cancels one of the person’s own bookings of get_member_profile. Say which first and wait for a yes.',
    { booking_id: text('booking_id of the booking'), confirmed },
    ['booking_id', 'confirmed'],
  ),
  tool(
    'report_issue',
    'Tells the team of something broken or dirty. Read the report back first and wait for a yes.',
    {
      text: text('What is wrong, in the person’s words'),
      equipment: text('The machine or place'),
      confirmed,
    },
    ['text', 'confirmed'],
  ),
  tool(
    'leave_feedback',
    'Passes praise or a complaint on to the team. Read it back first and wait for a yes.',
    { text: text('The feedback, in the person’s words'), confirmed },
    ['text', 'confirmed'],
  ),
  tool(
    'recall_past_conversations',
    'Days and topics of earlier talks, where the person agreed to be remembered; never what was said.',
    { about: text('What the person asks about, in a few of their words; those talks come first') },
  ),
  tool(
    'call_staff',
    'Asks somebody of the team to come to the kiosk.',
    {
      reason: {
        ...text('Why'),
        enum: [
          'asked',
          'not_understood',
          'membership',
          'freeze_or_leave',
          'lost_badge',
          'prices',
          'medical',
          'forget_me',
        ],
      },
      text: text('One sentence for the team'),
    },
    ['reason'],
  ),
  tool('get_gym_info', 'Address, telephone, opening hours, how full it is, facilities, note on prices.', {
    topic: text('What is asked about'),
  }),
  tool(
    'update_goal',
    'Changes the person’s training goal. Say the new goal first and wait for a yes. needs_staff: the team writes it down.',
    {
      goal: {
        ...text('The new goal'),
        enum: ['muscle_gain', 'endurance', 'mobility', 'wellbeing', 'competition', 'weight_loss', 'recovery'],
      },
      confirmed,
    },
    ['goal', 'confirmed'],
  ),
];
