import type { Facts, Texts } from '../types.ts';

const account = 'Vous recevez ce message parce qu’il concerne la sécurité de votre compte JARVIS.';
const secure =
  'Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe avec le bouton ci-dessus : les autres connexions prennent alors fin. Prévenez aussi la personne responsable de votre salle.';
const when = ({ at, device }: Facts) =>
  [at && `Quand : ${at}.`, device && `Appareil : ${device}.`].filter((line) => line !== null);

export const fr: Texts = {
  greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
  inClear: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  sender: 'JARVIS, l’accueil des salles de sport. Ce message est automatique, personne ne lit les réponses.',
  roles: {
    super_admin: 'équipe JARVIS',
    franchise_owner: 'propriétaire',
    gym_manager: 'responsable de salle',
    gym_staff: 'équipe d’accueil',
  },
  kinds: {
    invitation: ({ invitedBy, place, role }) => ({
      subject: place ? `Votre invitation à rejoindre ${place} sur JARVIS` : 'Votre invitation sur JARVIS',
      heading: place ? `Rejoignez ${place}` : 'Rejoignez JARVIS',
      lines: [
        `${invitedBy ?? 'Une personne de votre équipe'} vous invite à ouvrir un compte JARVIS${place ? ` pour ${place}` : ''}.`,
        ...(role ? [`Votre rôle : ${role}.`] : []),
        'Vous choisirez un mot de passe, puis vous aurez accès à votre espace.',
      ],
      button: 'Accepter l’invitation',
      validity:
        'Ce lien fonctionne une seule fois, pendant une heure. Ensuite, et tant que l’invitation vaut (sept jours), demandez-en un autre par « Mot de passe oublié ».',
      why: `Vous recevez ce message parce que ${invitedBy ?? 'quelqu’un'} a saisi votre adresse pour vous inviter.`,
      notYou:
        'Si vous n’attendiez pas cette invitation, ignorez ce message : sans vous, aucun accès n’est ouvert.',
    }),
    reset: () => ({
      subject: 'Votre nouveau mot de passe JARVIS',
      heading: 'Choisissez un nouveau mot de passe',
      lines: ['Un nouveau mot de passe a été demandé pour votre compte JARVIS.'],
      button: 'Choisir un mot de passe',
      validity: 'Ce lien fonctionne une seule fois, pendant une heure.',
      why: 'Vous recevez ce message parce que quelqu’un a saisi votre adresse sur la page « Mot de passe oublié ».',
      notYou: 'Si ce n’était pas vous, ignorez ce message : votre mot de passe reste le même.',
    }),
    recovery_used: (facts) => ({
      subject: 'Un code de secours a été utilisé sur votre compte JARVIS',
      heading: 'Un code de secours a été utilisé',
      lines: [
        'Quelqu’un s’est connecté à votre compte avec un code de secours. L’application d’authentification et les codes restants ont été retirés, et les autres connexions ont pris fin.',
        ...when(facts),
        'Si c’était vous, ajoutez de nouveau une application d’authentification dans vos réglages.',
      ],
      button: 'Changer le mot de passe',
      validity: null,
      why: account,
      notYou: secure,
    }),
    password_changed: (facts) => ({
      subject: 'Votre mot de passe JARVIS a été changé',
      heading: 'Votre mot de passe a été changé',
      lines: [
        'Le mot de passe de votre compte vient d’être changé, et les autres connexions ont pris fin.',
        ...when(facts),
        'Si c’était vous, il n’y a rien à faire.',
      ],
      button: 'Changer le mot de passe',
      validity: null,
      why: account,
      notYou: secure,
    }),
    mfa_removed: (facts) => ({
      subject: 'Un téléphone a été retiré de votre compte JARVIS',
      heading: 'Un téléphone a été retiré',
      lines: [
        'Une application d’authentification vient d’être retirée de votre compte.',
        ...when(facts),
        'Si c’était vous, il n’y a rien à faire. Vous pouvez en ajouter une à tout moment dans vos réglages.',
      ],
      button: 'Changer le mot de passe',
      validity: null,
      why: account,
      notYou: secure,
    }),
  },
};
