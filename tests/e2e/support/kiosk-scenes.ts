import type { PlantedKiosk } from '../../support/planted-kiosk.ts';

export interface Scene {
  /** The first part of its pictures' names. */
  name: string;
  reach: (kiosk: PlantedKiosk) => Promise<void>;
  /** Words in French that stand there once it is reached. */
  shows: string | RegExp;
}

const press = (kiosk: PlantedKiosk, name: string) =>
  kiosk.page.getByRole('button', { name, exact: true }).click();

/** Every screen that a kiosk shows to members and staff, and how it is reached. */
export const scenes: Scene[] = [
  {
    name: 'pairing',
    reach: (kiosk) => kiosk.open(() => kiosk.refuse(401, 'kiosk_not_paired')),
    shows: 'Appairer cette borne',
  },
  {
    name: 'revoked',
    reach: (kiosk) => kiosk.open(() => kiosk.refuse(401, 'kiosk_revoked')),
    shows: 'Cette borne a été retirée',
  },
  { name: 'attract', reach: (kiosk) => kiosk.open(), shows: 'Passe ton badge' },
  {
    name: 'closed',
    reach: (kiosk) =>
      kiosk.open((home) => {
        home.gym.today.is_open = false;
        home.gym.next_opening = { date: '2027-01-04', open: '06:00' };
      }),
    shows: 'Le club est fermé',
  },
  {
    name: 'maintenance',
    reach: (kiosk) =>
      kiosk.open((home) => {
        home.gym.status = 'maintenance';
      }),
    shows: 'La borne est en maintenance',
  },
  {
    name: 'no-network',
    reach: async (kiosk) => {
      await kiosk.open();
      await kiosk.loseNetwork();
    },
    shows: 'L’accueil par badge fonctionne',
  },
  {
    name: 'forgotten',
    reach: async (kiosk) => {
      await kiosk.open();
      await press(kiosk, 'Badge oublié');
    },
    shows: /Badge oublié/,
  },
  {
    name: 'refused',
    reach: async (kiosk) => {
      await kiosk.open();
      await kiosk.badge({ refused: 'badge_unknown', status: 404 });
    },
    shows: 'Je ne connais pas ce badge',
  },
  {
    name: 'error',
    reach: async (kiosk) => {
      await kiosk.open();
      await kiosk.badge({ refused: 'internal', status: 500 });
    },
    shows: 'Je n’y arrive pas tout de suite',
  },
  {
    name: 'busy',
    reach: async (kiosk) => {
      await kiosk.open();
      kiosk.limit(true);
      await kiosk.consent();
    },
    shows: 'Beaucoup de monde me parle',
  },
  {
    name: 'consent',
    reach: async (kiosk) => {
      await kiosk.open();
      await kiosk.badge({ talk: null });
    },
    shows: 'Bonjour Inès',
  },
  {
    name: 'door',
    reach: async (kiosk) => {
      await kiosk.open();
      await kiosk.badge({ talk: null });
      await press(kiosk, 'Juste entrer');
    },
    shows: 'Tu peux entrer, Inès',
  },
  {
    name: 'conversation',
    reach: async (kiosk) => {
      await kiosk.open();
      await kiosk.talk();
    },
    shows: /Content de te revoir/,
  },
  {
    name: 'voice-down',
    reach: async (kiosk) => {
      await kiosk.open((home) => {
        home.kiosk.settings.voice = true;
      });
      await kiosk.talk();
    },
    shows: 'Ma voix est en panne',
  },
  {
    name: 'keyboard',
    reach: async (kiosk) => {
      await kiosk.open();
      await kiosk.talk();
      await press(kiosk, 'Ouvrir le clavier');
    },
    shows: /Content de te revoir/,
  },
  {
    name: 'choices',
    reach: async (kiosk) => {
      await kiosk.open();
      await kiosk.talk();
      await press(kiosk, 'Mes choix');
    },
    shows: 'Mes choix',
  },
  {
    name: 'booking',
    reach: async (kiosk) => {
      await kiosk.open();
      await kiosk.talk();
      await kiosk.write('il reste de la place au yoga');
    },
    shows: /Je te réserve/,
  },
  {
    name: 'not-received',
    reach: async (kiosk) => {
      await kiosk.open();
      await kiosk.talk();
      await kiosk.write('il reste de la place au yoga', false);
    },
    shows: /Je n’ai pas reçu ta phrase/,
  },
  {
    name: 'goodbye',
    reach: async (kiosk) => {
      await kiosk.open();
      await kiosk.talk();
      await press(kiosk, 'Arrêter');
    },
    shows: 'Bonne séance, Inès',
  },
];
