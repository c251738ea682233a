import type { Address, Language } from '../types.ts';

/** What is said of earlier talks; days and subjects come in already said. */
export type MemoryTexts = {
  talk(day: string, subjects: string): string;
  nothing: string;
  notAllowed: string;
  /** A subject after "we talked"; those that a badge may not hear of have no words. */
  subjects: Record<string, string>;
};

const french = (address: Address): MemoryTexts => ({
  talk: (day, subjects) => `Le ${day}, nous avons parlé ${subjects}.`,
  nothing: 'Je ne retrouve aucune conversation passée.',
  notAllowed:
    address === 'tu'
      ? "Je ne garde pas le souvenir de nos échanges : tu ne me l'as pas permis."
      : "Je ne garde pas le souvenir de nos échanges : vous ne me l'avez pas permis.",
  subjects: {
    classes: 'des cours',
    booking: 'des réservations',
    opening_hours: 'des horaires',
    equipment: 'des machines',
    showers: 'des douches',
    changing_rooms: 'des vestiaires',
    cleanliness: 'de la propreté',
    temperature: 'de la température',
    noise: 'du bruit',
    staff: "de l'équipe",
    crowd: "de l'affluence",
    training: "de l'entraînement",
    badge: 'du badge',
    facilities: 'des services',
    parking: 'du parking',
    safety: 'de la sécurité',
  },
});

const english: MemoryTexts = {
  talk: (day, subjects) => `On ${day} we talked about ${subjects}.`,
  nothing: 'I cannot find an earlier conversation.',
  notAllowed: 'I keep no memory of our talks: you have not allowed me to.',
  subjects: {
    classes: 'classes',
    booking: 'bookings',
    opening_hours: 'the opening hours',
    equipment: 'the machines',
    showers: 'the showers',
    changing_rooms: 'the changing rooms',
    cleanliness: 'cleanliness',
    temperature: 'the temperature',
    noise: 'the noise',
    staff: 'the team',
    crowd: 'how busy it is',
    training: 'your training',
    badge: 'the badge',
    facilities: 'the facilities',
    parking: 'the car park',
    safety: 'safety',
  },
};

const spanish = (address: Address): MemoryTexts => ({
  talk: (day, subjects) => `El ${day} hablamos ${subjects}.`,
  nothing: 'No encuentro ninguna conversación anterior.',
  notAllowed:
    address === 'tu'
      ? 'No guardo recuerdo de lo que hablamos: no me lo has permitido.'
      : 'No guardo recuerdo de lo que hablamos: no me lo ha permitido.',
  subjects: {
    classes: 'de las clases',
    booking: 'de las reservas',
    opening_hours: 'de los horarios',
    equipment: 'de las máquinas',
    showers: 'de las duchas',
    changing_rooms: 'de los vestuarios',
    cleanliness: 'de la limpieza',
    temperature: 'de la temperatura',
    noise: 'del ruido',
    staff: 'del equipo',
    crowd: 'de la afluencia',
    training: 'del entrenamiento',
    badge: 'de la tarjeta',
    facilities: 'de los servicios',
    parking: 'del aparcamiento',
    safety: 'de la seguridad',
  },
});

/** The texts of a language and form of address. */
export function memoryTexts(language: Language, address: Address): MemoryTexts {
  if (language === 'en') return english;
  return language === 'es' ? spanish(address) : french(address);
}
