import type { Facts, Texts } from '../types.ts';

const account = 'You receive this message because it concerns the security of your JARVIS account.';
const secure =
  'If this was not you, choose a new password right away with the button above: all other sign-ins end with it. Also tell whoever is in charge of your gym.';
const when = ({ at, device }: Facts) =>
  [at && `When: ${at}.`, device && `Device: ${device}.`].filter((line) => line !== null);

export const en: Texts = {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  inClear: 'If the button does not work, copy this address into your browser:',
  sender: 'JARVIS, the welcome at your gym. This message is automatic, nobody reads replies to it.',
  roles: {
    super_admin: 'JARVIS team',
    franchise_owner: 'owner',
    gym_manager: 'gym manager',
    gym_staff: 'front desk',
  },
  kinds: {
    invitation: ({ invitedBy, place, role }) => ({
      subject: place ? `Your invitation to join ${place} on JARVIS` : 'Your invitation to JARVIS',
      heading: place ? `Join ${place}` : 'Join JARVIS',
      lines: [
        `${invitedBy ?? 'Somebody of your team'} invites you to open a JARVIS account${place ? ` for ${place}` : ''}.`,
        ...(role ? [`Your role: ${role}.`] : []),
        'You will choose a password, then your space is open to you.',
      ],
      button: 'Accept the invitation',
      validity:
        'This link works once, for one hour. After that, and while the invitation lasts (seven days), ask for another by “Forgotten password”.',
      why: `You receive this message because ${invitedBy ?? 'somebody'} entered your address to invite you.`,
      notYou: 'If you did not expect this invitation, ignore this message: without you, no access is opened.',
    }),
    reset: () => ({
      subject: 'Your new JARVIS password',
      heading: 'Choose a new password',
      lines: ['A new password was asked for your JARVIS account.'],
      button: 'Choose a password',
      validity: 'This link works once, for one hour.',
      why: 'You receive this message because somebody entered your address on the page “Forgotten password”.',
      notYou: 'If this was not you, ignore this message: your password stays the same.',
    }),
    recovery_used: (facts) => ({
      subject: 'A recovery code was used on your JARVIS account',
      heading: 'A recovery code was used',
      lines: [
        'Somebody signed in to your account with a recovery code. The authenticator app and the remaining codes were removed, and all other sign-ins have ended.',
        ...when(facts),
        'If this was you, add an authenticator app again in your settings.',
      ],
      button: 'Change the password',
      validity: null,
      why: account,
      notYou: secure,
    }),
    password_changed: (facts) => ({
      subject: 'Your JARVIS password was changed',
      heading: 'Your password was changed',
      lines: [
        'The password of your account has just been changed, and all other sign-ins have ended.',
        ...when(facts),
        'If this was you, there is nothing to do.',
      ],
      button: 'Change the password',
      validity: null,
      why: account,
      notYou: secure,
    }),
    mfa_removed: (facts) => ({
      subject: 'A phone was removed from your JARVIS account',
      heading: 'A phone was removed',
      lines: [
        'An authenticator app has just been removed from your account.',
        ...when(facts),
        'If this was you, there is nothing to do. You can add one at any time in your settings.',
      ],
      button: 'Change the password',
      validity: null,
      why: account,
      notYou: secure,
    }),
  },
};
