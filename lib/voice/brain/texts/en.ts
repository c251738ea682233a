import type { Texts } from './types.ts';

const beside = (day: string) => (day ? ` ${day}` : '');
const places = (free: number) => (free === 0 ? 'full' : free === 1 ? '1 place' : `${free} places`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** English, which has one form of address. */
export function en(): Texts {
  return {
    greetingBooking: (name, course, time) =>
      `Hello ${name}, good to see you. Your ${course} class is at ${time}.`,
    greetingFree: (name, course, time, free) =>
      `Hello ${name}, good to see you. There ${free === 1 ? 'is' : 'are'} ${places(free)} left in ${course} at ${time}.`,
    greetingPlain: (name) => `Hello ${name}, good to see you.`,
    demo: `I am a demonstration: I cannot understand speech, so type or tap a sentence.`,
    deaf: `I cannot understand speech: please type or tap a sentence.`,
    hello: `Hello. What can I do for you?`,
    bye: `See you soon, enjoy your session.`,
    welcome: `You are welcome. Anything else?`,
    help: `I can give opening hours and classes, book or cancel, report a fault, pass on your feedback and call the team.`,
    span: (open, close) => `from ${open} to ${close}`,
    hoursToday: (spans, until, isOpen) =>
      isOpen
        ? until
          ? `We are open, until ${until} today.`
          : `We are open. Today: ${spans}.`
        : `We are closed right now. Today: ${spans}.`,
    hoursOn: (day, spans) => `${capital(day)}, we are open ${spans}.`,
    hoursFor: (day, spans, label) =>
      `${day ? capital(day) : 'Today'}, we have special hours${label ? ` (${label})` : ''}: ${spans}.`,
    closed: (day) => (day ? `${capital(day)}, we are closed.` : `We are closed today.`),
    closedFor: (day, label) => `Exceptionally, we are closed ${day || 'today'}${label ? `, ${label}` : ''}.`,
    course: (name, time, day, free) => `${name}${beside(day)} at ${time} (${places(free)})`,
    courses: (day, list) => `${day ? capital(day) : 'Today'}: ${list}.`,
    noCourses: (day) => `There is no class ${day || 'today'} at that time.`,
    noSuchCourse: (name) => `I cannot find a ${name} class this week.`,
    offer: (course, time, day, free) =>
      `${capital(places(free))} left in ${course}. Shall I book ${day ? `the one ${day} at ${time}` : `the ${time} class`} for you?`,
    offerRequest: (course, time, day) =>
      `The team does the bookings. Shall I pass on your request for ${course}${beside(day)} at ${time}?`,
    full: (course, time, day) => `${course}${beside(day)} at ${time} is full.`,
    alreadyIn: (course, time, day) => `You are already in: ${course}${beside(day)} at ${time}.`,
    chooseCourse: (list) => `I have ${list}. Which one?`,
    otherCourses: (list) => `I cannot find that class. There is ${list}. One of these?`,
    booked: (course, time, day) => `It is booked: ${course}${beside(day)} at ${time}.`,
    requested: `Your request is with the team, they will confirm it.`,
    past: `That class has already started. Nothing is booked.`,
    gone: `I cannot find that class any more. Nothing has changed.`,
    conflict: `You already have a class at that time. Nothing is booked.`,
    notBooked: `All right, nothing is booked.`,
    bookings: (list) => `Today you have ${list}.`,
    noBookings: `You have nothing booked today. Here I only see today's bookings.`,
    confirmCancel: (course, time) => `Shall I cancel your ${course} class at ${time}?`,
    chooseCancel: (list) => `You have ${list}. Which one shall I cancel?`,
    nothingToCancel: `I do not see that booking today. For another day the team can do it: shall I call them?`,
    cancelled: (course, time) => `It is cancelled: ${course} at ${time}. The place is free again.`,
    tooLateToCancel: `That class has already started, I can no longer cancel it.`,
    kept: `All right, your booking stays as it is.`,
    askReport: `What is wrong, and where?`,
    confirmReport: (quoted) => `I will tell the team: “${quoted}”. Shall I send it?`,
    reported: `It is reported, thank you. The team knows.`,
    askFeedback: `I am listening: what shall I pass on?`,
    confirmFeedback: (quoted, sorry) =>
      `${sorry ? 'I am sorry, it should not be like that. ' : ''}I will pass on to the team: “${quoted}”. Shall I send it?`,
    noted: `It is passed on, thank you.`,
    notSent: `All right, I will not send anything.`,
    crowd: (inside, level) =>
      `${inside === 0 ? 'Nobody is in the gym' : inside === 1 ? 'One person is in the gym' : `${inside} people are in the gym`}${
        level === null
          ? ''
          : { quiet: ', quieter than usual', usual: ', as usual at this hour', busy: ', busier than usual' }[
              level
            ]
      }.`,
    facilityYes: (label) => `Yes, we have ${label} here.`,
    facilityNo: (label) => `No, this club does not have ${label}.`,
    facilityWhere: (label) => `We have ${label} here. The team can show you where: shall I call them?`,
    facilityUnknown: `I do not have that information. The team does: shall I call them?`,
    facilityList: (list) => `Here we have ${list}.`,
    facilities: {
      showers: 'showers',
      sauna: 'a sauna',
      steam_room: 'a steam room',
      pool: 'a pool',
      jacuzzi: 'a hot tub',
      parking: 'a car park',
      bike_parking: 'bike parking',
      lockers: 'lockers',
      towels: 'towels',
      crossfit: 'a crossfit area',
      boxing_ring: 'a boxing ring',
      yoga_studio: 'a yoga studio',
      childcare: 'childcare',
      vending: 'a vending machine',
      cafe: 'a café',
      wifi: 'wifi',
      water: 'a water fountain',
      toilets: 'toilets',
      changing_rooms: 'changing rooms',
      women_area: 'a women’s area',
      wheelchair: 'wheelchair access',
      air_conditioning: 'air conditioning',
      charging: 'sockets',
      hairdryers: 'hairdryers',
      shop: 'a shop',
    },
    prices: (note) => `${note ? `${note} ` : ''}For an exact price the team can answer: shall I call them?`,
    membership: `A badge alone does not show your membership. The team can look it up: shall I call them?`,
    leave: `That is your right, and it is simple. The team will do it with you: shall I call them?`,
    lostBadge: `The team blocks the old badge and makes you a new one. Shall I call them?`,
    confirmStaff: `Shall I call the team?`,
    staffCalled: `The team has been told, somebody is coming.`,
    staffNobody: `Nobody is at the desk right now. Your request is noted and the team will see it.`,
    staffNotCalled: `All right, I will not call anybody.`,
    pain: `I cannot judge pain. Stop the exercise and speak to a coach or a doctor. Shall I call the team?`,
    emergency: `I have told the team. If anybody is in danger, call 112 now.`,
    tips: {
      weight: `Two or three light strength sessions, brisk walking and a little less sugar: being regular is what counts.`,
      muscle: `Three sessions a week, 3 sets of 8 to 12, with a weight you control, then rest.`,
      start: `Two sessions a week are enough to start: 10 minutes of warm-up, the big movements, light weights.`,
      legs: `Squats, lunges and leg press, 3 sets of 10, back straight and nothing forced at first.`,
      core: `Planks and leg raises, 3 times 30 seconds. A belly does not slim alone: the whole body counts.`,
      food: `A light meal 2 hours before, water during, protein after. For a diet, see a dietitian.`,
      warm_up: `5 to 10 minutes of easy cardio, then one light set of each movement.`,
      general: `Regularity first: two or three sessions a week, good technique, then more weight.`,
    },
    tipCoach: `A coach can show you.`,
    confirmForget: `I will ask the team to erase our talks, their summaries and what came from them. This is final. Shall I send it?`,
    forgetCalled: `Done for today's talk: nothing of it is kept. The team erases the rest and will confirm it to you.`,
    forgetKept: `All right, nothing is erased.`,
    unclear: `I want to be sure: yes or no?`,
    notUnderstood: `I did not understand. Say it another way, or choose here.`,
    handedOver: `I still do not understand, sorry. I have told the team, somebody is coming.`,
    empty: `I received nothing. Type a sentence or choose here, please.`,
    failed: `I cannot do it right now. Nothing has changed; the team can help.`,
    needsBadge: `For that, scan your badge first. The team can help too.`,
    idle: `All right. What can I do for you?`,
    switched: `All right, in English.`,
    chips: {
      yes: { label: 'Yes', say: 'yes' },
      no: { label: 'No', say: 'no' },
      book: { label: 'Yes, book it', say: 'yes' },
      noThanks: { label: 'No thanks', say: 'no thanks' },
      cancel: { label: 'Yes, cancel it', say: 'yes' },
      keep: { label: 'No, keep it', say: 'no' },
      courses: { label: "Today's classes", say: 'what classes are on today' },
      bookings: { label: 'My bookings', say: 'show my bookings' },
      hours: { label: 'Opening hours', say: 'what are your opening hours' },
      crowd: { label: 'Is it busy?', say: 'is it busy right now' },
      staff: { label: 'Call the team', say: 'call the team' },
      report: { label: 'Report a fault', say: 'I want to report a problem' },
      bye: { label: "That's all", say: "that's all, goodbye" },
      other: { label: 'Another class', say: 'show me the classes this week' },
    },
    answers: {
      book: {
        doing:
          'book, book it, book me, book me in, sign me up, reserve it, reserve, put me in, put me down, id like that, ill take it, book that',
        leaving: 'cancel, cancel that',
      },
      cancel: {
        doing: 'cancel, cancel it, cancel that, remove me, take me off, drop it, drop me',
        leaving: 'keep, keep it, ill keep it, ill come, i want to keep it, im coming, ill go',
      },
      send: {
        doing: 'send, send it, report it, pass it on, note it, submit, submit it, tell them',
        leaving: 'cancel, cancel that, delete it, scrap that',
      },
      staff: {
        doing: 'call, call them, call someone, get someone, get them, call the team',
        leaving: 'cancel, cancel that, ill manage, ill go myself, ill find someone',
      },
      forget: {
        doing:
          'erase, erase it, erase everything, delete, delete it, delete everything, forget everything, send it, send',
        leaving: 'cancel, cancel that, keep, keep it',
      },
    },
  };
}
