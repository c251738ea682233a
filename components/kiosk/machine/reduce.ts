import { reduceTalk, startTalk } from './reduce-talk';
import {
  type GreetedScan,
  type Home,
  type KioskEvent,
  type KioskState,
  type Refusal,
  refusals,
  type View,
} from './types';

/** A kiosk that has just been switched on. */
export function firstState(start: { language: KioskState['language']; isPaired: boolean }): KioskState {
  return {
    view: start.isPaired ? { name: 'starting' } : { name: 'pairing', problem: null, busy: false },
    person: 0,
    home: null,
    clockSkew: 0,
    link: 'up',
    language: start.language,
    staff: 'idle',
  };
}

/** Whether a view is about somebody who stands there now; such a view is never taken away by a heartbeat. */
export const isPersonal = (view: View) =>
  ['reading', 'noted', 'refused', 'consent', 'conversation', 'goodbye', 'forgotten'].includes(view.name);

/** Nothing of the last person stays, and what is still under way for them will be ignored. */
function clear(state: KioskState): KioskState {
  return {
    ...state,
    view: { name: 'attract' },
    person: state.person + 1,
    language: state.home?.kiosk.language ?? state.language,
    staff: 'idle',
  };
}

const isRefusal = (code: string): code is Refusal => refusals.includes(code as Refusal);

/** The one place where the kiosk's screen changes; pure. */
export function reduce(state: KioskState, event: KioskEvent): KioskState {
  if ('person' in event && event.person !== state.person) return state;
  switch (event.type) {
    case 'beat':
      return beat(state, event.home, event.at);
    case 'beatFailed':
      return beatFailed(state, event.code, event.status);
    case 'remembered':
      if (state.home || state.view.name !== 'starting') return state;
      return { ...state, home: event.home, language: event.home.kiosk.language, view: { name: 'attract' } };
    case 'pairingOpened':
      return { ...state, view: { name: 'pairing', problem: null, busy: false } };
    case 'pairingSent':
      return { ...state, view: { name: 'pairing', problem: null, busy: true } };
    case 'pairingRefused':
      return {
        ...state,
        view: { name: 'pairing', problem: { title: event.title, detail: event.detail }, busy: false },
      };
    case 'paired':
      return { ...state, view: { name: 'starting' } };
    case 'badgeRead':
      return { ...clear(state), view: { name: 'reading' } };
    case 'greeted':
      return greet(state, event.scan);
    case 'notGreeted':
      return refused(state, event);
    case 'answered':
    case 'textOnlyToggled':
    case 'starting':
    case 'started':
    case 'startFailed':
    case 'choicesReopened':
      return choose(state, event);
    case 'ended':
      return end(state, event.reason);
    case 'setupOpened':
      return { ...clear(state), view: { name: 'setup', isOpen: event.isOpen, badge: null } };
    case 'badgeTried':
      return state.view.name === 'setup' ? { ...state, view: { ...state.view, badge: event.badge } } : state;
    case 'triedAgain':
      if (state.view.name !== 'trouble' || !state.view.ask) return clear(state);
      return { ...state, view: state.view.ask };
    case 'forgot':
      return { ...state, view: { name: 'forgotten' } };
    case 'cleared':
      return clear(state);
    case 'languageChosen':
      return { ...state, language: event.language };
    case 'staff':
      return { ...state, staff: event.status };
    default:
      return state.view.name === 'conversation' ? reduceTalk(state, state.view.talk, event) : state;
  }
}

function beat(state: KioskState, home: Home, at: number): KioskState {
  const isFirst = ['starting', 'pairing', 'revoked', 'elsewhere'].includes(state.view.name);
  return {
    ...state,
    home,
    clockSkew: Date.parse(home.server_time) - at,
    link: 'up',
    ...(isFirst && { view: { name: 'attract' } as const, language: home.kiosk.language }),
  };
}

function beatFailed(state: KioskState, code: string, status: number): KioskState {
  if (code === 'kiosk_not_paired') {
    if (state.view.name === 'pairing') return state;
    return { ...clear(state), home: null, view: { name: 'pairing', problem: null, busy: false } };
  }
  if (code === 'kiosk_revoked') {
    return state.view.name === 'pairing' ? state : { ...clear(state), view: { name: 'revoked' } };
  }
  if (code === 'kiosk_elsewhere') return { ...clear(state), view: { name: 'elsewhere' } };
  return { ...state, link: status === 0 ? 'down' : 'failing' };
}

const unavailable = (state: KioskState, { first_name }: GreetedScan): KioskState => ({
  ...state,
  view: { name: 'goodbye', firstName: first_name, reason: 'unavailable', scan: null },
});

function greet(state: KioskState, scan: GreetedScan): KioskState {
  if (state.view.name !== 'reading') return state;
  const next = { ...state, language: scan.language };
  if (state.home?.gym.status === 'suspended') {
    return unavailable(next, scan);
  }
  const { talk, analyse, remember } = scan.consents;
  const known = talk !== null && analyse !== null && remember !== null;
  // Whoever said no before only wants the door: no question, no word, and their choices in the dock.
  if (talk === false) {
    return { ...next, view: { name: 'goodbye', firstName: scan.first_name, reason: 'no_talk', scan } };
  }
  return {
    ...next,
    view: {
      name: 'consent',
      scan,
      answers: scan.consents,
      known,
      touched: false,
      textOnly: false,
      starting: false,
    },
  };
}

function refused(state: KioskState, event: Extract<KioskEvent, { type: 'notGreeted' }>): KioskState {
  if (isRefusal(event.code)) {
    return { ...state, view: { name: 'refused', code: event.code, seconds: event.seconds } };
  }
  if (event.code === 'kiosk_not_paired' || event.code === 'kiosk_revoked') {
    return beatFailed(state, event.code, event.status);
  }
  if (event.status === 0) return { ...state, link: 'down', view: { name: 'noted' } };
  return { ...state, view: { name: 'trouble', isBusy: event.status === 429, ask: null } };
}

type ChoiceEvent = Extract<
  KioskEvent,
  { type: 'answered' | 'textOnlyToggled' | 'starting' | 'started' | 'startFailed' | 'choicesReopened' }
>;

function choose(state: KioskState, event: ChoiceEvent): KioskState {
  const { view } = state;
  if (event.type === 'choicesReopened') {
    if (view.name !== 'goodbye' || !view.scan) return state;
    const { scan } = view;
    return {
      ...state,
      view: {
        name: 'consent',
        scan,
        answers: scan.consents,
        known: false,
        touched: false,
        textOnly: false,
        starting: false,
      },
    };
  }
  if (view.name !== 'consent') return state;
  switch (event.type) {
    case 'answered':
      if (view.starting) return state;
      return {
        ...state,
        view: { ...view, touched: true, answers: { ...view.answers, [event.purpose]: event.granted } },
      };
    case 'textOnlyToggled':
      return { ...state, view: { ...view, textOnly: !view.textOnly } };
    case 'starting':
      return { ...state, view: { ...view, starting: true } };
    case 'started':
      return startTalk(state, view, event);
    case 'startFailed':
      if (event.code === 'kiosk_not_paired' || event.code === 'kiosk_revoked') {
        return beatFailed(state, event.code, event.status);
      }
      if (event.code === 'plan_limit' || event.code === 'customer_suspended') {
        return unavailable(state, view.scan);
      }
      if (event.status === 0) return { ...clear(state), link: 'down' };
      return {
        ...state,
        view: { name: 'trouble', isBusy: event.status === 429, ask: { ...view, starting: false } },
      };
  }
}

function end(state: KioskState, reason: Extract<KioskEvent, { type: 'ended' }>['reason']): KioskState {
  if (state.view.name === 'conversation') {
    return {
      ...state,
      view: { name: 'goodbye', firstName: state.view.talk.firstName, reason, scan: null },
    };
  }
  if (state.view.name === 'consent') {
    return {
      ...state,
      view: { name: 'goodbye', firstName: state.view.scan.first_name, reason, scan: null },
    };
  }
  return clear(state);
}
