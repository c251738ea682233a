import type { Phrases } from './types.ts';

export const en: Phrases = {
  did: (clauses) => {
    const list = clauses.join(', ').replace(/, ([^,]*)$/, ' and $1');
    return `${list.charAt(0).toUpperCase()}${list.slice(1)}.`;
  },
  asked: {
    opening_hours: 'asked about opening hours',
    class_schedule: 'looked at the class schedule',
    book_class: 'wanted to book a class',
    cancel_booking: 'wanted to cancel a booking',
    my_bookings: 'checked their bookings',
    report_issue: 'spoke of a problem',
    leave_feedback: 'gave an opinion',
    crowd_now: 'asked how busy it is',
    facilities: 'asked what the gym offers',
    prices: 'asked about prices',
    membership_status: 'asked about their membership',
    freeze_or_leave: 'spoke of freezing or ending the membership',
    lost_badge: 'said that the badge is lost',
    call_staff: 'asked for somebody of the team',
    training_advice: 'asked for training advice',
    forget_me: 'asked for their data to be erased',
  },
  deeds: {
    booked: 'booked a class',
    requested: 'asked for a booking',
    cancelled: 'cancelled a booking',
    reported: 'reported a problem to the team',
    noted: 'left feedback for the team',
    called: 'had the team called',
  },
  topics: {
    classes: 'classes',
    booking: 'bookings',
    opening_hours: 'opening hours',
    equipment: 'equipment',
    showers: 'the showers',
    changing_rooms: 'the changing rooms',
    cleanliness: 'cleanliness',
    temperature: 'temperature',
    noise: 'noise',
    staff: 'the team',
    price: 'prices',
    membership: 'the membership',
    crowd: 'how busy it is',
    training: 'training',
    badge: 'the badge',
    facilities: 'facilities',
    parking: 'parking',
    safety: 'safety',
  },
  mood: (mood, about) => {
    const feeling = { angry: 'Very unhappy', unhappy: 'Unhappy', happy: 'Happy' }[mood];
    return about ? `${feeling} with ${about}.` : `${feeling}.`;
  },
  about: (topics) => `Talked about ${topics}.`,
  and: ' and ',
  quote: (words) => `“${words}”`,
  silent: 'The conversation ended without a word.',
  brief: 'A short exchange without a request.',
};
