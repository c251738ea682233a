import type { Intent, Language } from '../language/intents.ts';
import { createMatcher, type Matcher } from './lexicon/matcher.ts';
import { clausesOf, type Spoken } from './text.ts';
import type { Topic } from './topic-codes.ts';

const WORDS: Record<Language, readonly (readonly [Topic, string])[]> = {
  fr: [
    [
      'classes',
      'cours | yoga | pilates | boxe | zumba | crossfit | cross training | spinning | rpm | stretching | body pump | planning | seance collective',
    ],
    ['booking', 'reserv* | resa | inscri* | annuler … seance | annuler … cours | ma place | une place'],
    [
      'opening_hours',
      'horaire* | ferme a | fermez | fermee le | ouvre* | ouvert | ouverte | ouverts | ouverture | fermeture | quelle heure',
    ],
    [
      'equipment',
      'machine* | tapis | velo* | rameur* | elliptique* | haltere* | banc | bancs | poulie* | poids | barre* | materiel | appareil* | presse | chaine | cable* | ecran*',
    ],
    ['showers', 'douche* | eau chaude | eau froide'],
    ['changing_rooms', 'vestiaire* | casier* | cadenas'],
    [
      'cleanliness',
      'propre* | proprete | sale | sales | salete | degueul* | dega | degueu | crade* | menage | nettoy* | pue | odeur* | poussiere* | toilette* | wc | cafard* | moisi*',
    ],
    [
      'temperature',
      'clim | climatisation | chauffage | trop chaud | trop froid | temperature | aeration | ventil*',
    ],
    ['noise', 'bruit* | bruyant* | musique | volume'],
    [
      'staff',
      'coach* | accueil | personnel | equipe | prof | professeur* | moniteur* | employe* | responsable',
    ],
    [
      'price',
      'prix | tarif* | cher | chere | euro* | combien coute | combien ca coute | remboursement | rembours* | preleve* | facture* | coute | paie | paye | payer | formule*',
    ],
    [
      'membership',
      'abonnement* | abo | resili* | contrat* | suspend* | pause | mensualite* | engagement | desabonn*',
    ],
    ['crowd', 'monde | bonde* | affluence | plein | pleine | blinde | queue | attente'],
    [
      'training',
      'exercice* | entrainement | programme | muscl* | abdos | cardio | perdre du poids | objectif* | progres* | echauffement | technique',
    ],
    ['badge', 'badge* | carte'],
    ['parking', 'parking | stationn* | garer'],
    [
      'safety',
      'dangereu* | securite | accident* | vol de | vole mon | vole mes | casier force | issue de secours',
    ],
  ],
  en: [
    [
      'classes',
      'class | classes | yoga | pilates | boxing | zumba | crossfit | spinning | spin | stretching | schedule | timetable',
    ],
    ['booking', 'book | booking* | booked | reserv* | spot | cancel my class | cancel the class | my place'],
    ['opening_hours', 'opening | hours | close | closes | closing | open | opens | what time'],
    [
      'equipment',
      'machine* | treadmill* | bike* | rower* | rowing machine | elliptical* | dumbbell* | bench* | cable* | barbell* | weights | equipment | rack* | screen* | chain',
    ],
    ['showers', 'shower* | hot water | cold water'],
    ['changing_rooms', 'locker* | changing room* | locker room* | padlock*'],
    [
      'cleanliness',
      'clean* | dirty | filthy | gross | smell* | stink* | dust* | toilet* | cockroach* | mould* | mold* | hygiene',
    ],
    ['temperature', 'ac | air con | aircon | heating | too hot | too cold | temperature | ventilation'],
    ['noise', 'noise | noisy | loud | music | volume'],
    [
      'staff',
      'coach* | staff | front desk | reception* | trainer* | instructor* | manager | team | customer service',
    ],
    [
      'price',
      'price* | cost* | expensive | how much | refund* | money | pay | paying | charge* | charged | fee | fees | plan | plans',
    ],
    ['membership', 'membership* | subscription* | cancel my membership | freeze | contract* | renew*'],
    ['crowd', 'crowd* | busy | packed | full | queue* | people in | quiet*'],
    [
      'training',
      'exercise* | workout* | training | program* | muscle* | abs | cardio | lose weight | goal* | progress* | warm up | technique',
    ],
    ['badge', 'badge* | card | fob | tag'],
    ['parking', 'parking | park my | car park'],
    ['safety', 'dangerous* | safety | unsafe | accident* | stolen | broken into | emergency exit'],
  ],
  es: [
    ['classes', 'clase* | yoga | pilates | boxeo | zumba | crossfit | spinning | estiramiento*'],
    ['booking', 'reserv* | apunt* | plaza | plazas | sitio | cancelar la clase | cancelar mi'],
    [
      'opening_hours',
      'horario* | abris | abre | abren | cerrais | cierra | cierran | abierto | abierta | cierre | que hora',
    ],
    [
      'equipment',
      'maquina* | cinta* | bici* | remo | remos | eliptica* | mancuerna* | banco | bancos | polea* | pesas | barra* | material | aparato* | cadena | pantalla*',
    ],
    ['showers', 'ducha* | agua caliente | agua fria'],
    ['changing_rooms', 'vestuario* | taquilla* | candado*'],
    [
      'cleanliness',
      'limpi* | suci* | asco | asqueros* | guarr* | huele | olor* | polvo | bano | banos | cucaracha* | moho | higiene',
    ],
    [
      'temperature',
      'aire acondicionado | el aire | calefaccion | demasiado calor | demasiado frio | temperatura | ventilacion',
    ],
    ['noise', 'ruido* | musica | volumen'],
    ['staff', 'monitor* | entrenador* | recepcion* | personal | equipo | responsable | encargad* | atencion'],
    [
      'price',
      'precio* | caro | cara | cuesta | cuanto vale | dinero | euro* | pagar | pago | pagamos | cobr* | devolucion | tarifa*',
    ],
    [
      'membership',
      'cuota* | abono* | baja | suscripcion* | contrato* | congelar | matricula | renovar | renovacion',
    ],
    ['crowd', 'gente | lleno | llena | aforo | cola | abarrot* | petad*'],
    [
      'training',
      'ejercicio* | entren* | rutina* | programa | muscul* | abdominal* | cardio | perder peso | objetivo* | progres* | calentamiento | tecnica',
    ],
    ['badge', 'tarjeta* | pulsera* | llavero'],
    ['parking', 'parking | aparcamiento | aparcar'],
    ['safety', 'peligros* | seguridad | accidente* | robado | forzado | salida de emergencia'],
  ],
};

const OF_INTENT: Partial<Record<Intent, Topic>> = {
  opening_hours: 'opening_hours',
  class_schedule: 'classes',
  book_class: 'booking',
  cancel_booking: 'booking',
  my_bookings: 'booking',
  crowd_now: 'crowd',
  facilities: 'facilities',
  prices: 'price',
  membership_status: 'membership',
  freeze_or_leave: 'membership',
  lost_badge: 'badge',
  training_advice: 'training',
};
const MOST = 5;

const matchers = new Map<Language, Matcher<Topic>>();

/** Up to five topics of the member's messages, most mentioned first; `intents` count as a mention each. */
export function topicsOf(messages: readonly Spoken[], intents: readonly Intent[]): Topic[] {
  const mentions = new Map<Topic, number>();
  const count = (topic: Topic) => mentions.set(topic, (mentions.get(topic) ?? 0) + 1);
  for (const { text, language } of messages) {
    const matcher = matchers.get(language) ?? createMatcher<Topic>(WORDS[language]);
    matchers.set(language, matcher);
    for (const words of clausesOf(text, language)) {
      for (let at = 0; at < words.length; ) {
        const match = matcher(words, at);
        if (match) count(match.value);
        at += match?.length ?? 1;
      }
    }
  }
  for (const intent of intents) {
    const topic = OF_INTENT[intent];
    if (topic) count(topic);
  }
  return [...mentions]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([topic]) => topic);
}
