import type { Address } from '../types.ts';
import type { Texts } from './types.ts';

const beside = (day: string) => (day ? ` ${day}` : '');
const places = (free: number) => (free === 0 ? 'complet' : free === 1 ? '1 place' : `${free} places`);

/** French, with tu or vous. */
export function fr(address: Address): Texts {
  const t = (tu: string, vous: string) => (address === 'tu' ? tu : vous);
  const please = t("s'il te plaît", "s'il vous plaît");
  return {
    greetingBooking: (name, course, time) =>
      `Bonjour ${name}, content de ${t('te', 'vous')} revoir. ${t('Ton', 'Votre')} cours de ${course} est à ${time}.`,
    greetingFree: (name, course, time, free) =>
      `Bonjour ${name}, content de ${t('te', 'vous')} revoir. Au cours de ${course} de ${time}, il reste ${places(free)}.`,
    greetingPlain: (name) => `Bonjour ${name}, content de ${t('te', 'vous')} revoir.`,
    demo: `Je suis en démonstration : je ne comprends pas la voix, ${t('écris-moi ou touche', 'écrivez-moi ou touchez')} une phrase.`,
    deaf: `Je ne comprends pas la voix : ${t('écris-moi ou touche', 'écrivez-moi ou touchez')} une phrase.`,
    hello: `Bonjour. Que puis-je faire pour ${t('toi', 'vous')} ?`,
    bye: `À bientôt, bonne séance.`,
    welcome: `Avec plaisir. Autre chose ?`,
    help: `Je peux donner les horaires et les cours, réserver ou annuler, signaler une panne, transmettre un avis et appeler l'équipe.`,
    span: (open, close) => `de ${open} à ${close}`,
    hoursToday: (spans, until, isOpen) =>
      isOpen
        ? until
          ? `C'est ouvert, jusqu'à ${until} aujourd'hui.`
          : `C'est ouvert. Aujourd'hui : ${spans}.`
        : `C'est fermé pour le moment. Aujourd'hui : ${spans}.`,
    hoursOn: (day, spans) => `${capital(day)}, c'est ouvert ${spans}.`,
    hoursFor: (day, spans, label) =>
      `${day ? capital(day) : "Aujourd'hui"}, c'est ouvert exceptionnellement ${spans}${label ? ` (${label})` : ''}.`,
    closed: (day) => (day ? `${capital(day)}, c'est fermé.` : `C'est fermé aujourd'hui.`),
    closedFor: (day, label) =>
      `C'est fermé exceptionnellement ${day || "aujourd'hui"}${label ? `, ${label}` : ''}.`,
    course: (name, time, day, free) => `${name}${beside(day)} à ${time} (${places(free)})`,
    courses: (day, list) => `${day ? capital(day) : "Aujourd'hui"} : ${list}.`,
    noCourses: (day) => `Il n'y a pas de cours prévu ${day || "aujourd'hui"} à ce moment-là.`,
    noSuchCourse: (name) => `Je ne trouve pas de cours de ${name} cette semaine.`,
    offer: (course, time, day, free) =>
      `Il reste ${places(free)} en ${course}. Je ${t('te', 'vous')} réserve le cours${day ? ` de ${day} à ${time}` : ` de ${time}`} ?`,
    offerRequest: (course, time, day) =>
      `C'est l'équipe qui inscrit. Je lui transmets ${t('ta', 'votre')} demande pour ${course}${beside(day)} à ${time} ?`,
    full: (course, time, day) => `Le cours de ${course}${beside(day)} à ${time} est complet.`,
    alreadyIn: (course, time, day) =>
      `${t('Tu es', 'Vous êtes')} déjà inscrit : ${course}${beside(day)} à ${time}.`,
    chooseCourse: (list) => `J'ai ${list}. Lequel ?`,
    otherCourses: (list) => `Je ne trouve pas ce cours-là. Il y a ${list}. L'un d'eux ?`,
    booked: (course, time, day) => `C'est réservé : ${course}${beside(day)} à ${time}.`,
    requested: `C'est transmis. L'équipe confirme ${t('ton', 'votre')} inscription.`,
    past: `Ce cours a déjà commencé. Rien n'est réservé.`,
    gone: `Je ne trouve plus ce cours. Rien n'a changé.`,
    conflict: `${t('Tu as', 'Vous avez')} déjà un cours à cette heure-là. Rien n'est réservé.`,
    notBooked: `Très bien, rien n'est réservé.`,
    bookings: (list) => `Aujourd'hui, ${t('tu as', 'vous avez')} ${list}.`,
    noBookings: `${t("Tu n'as", "Vous n'avez")} rien de réservé aujourd'hui. Ici, je ne vois que les réservations du jour.`,
    confirmCancel: (course, time) => `J'annule ${t('ton', 'votre')} cours de ${course} de ${time} ?`,
    chooseCancel: (list) => `${t('Tu as', 'Vous avez')} ${list}. Lequel j'annule ?`,
    nothingToCancel: `Je ne vois pas cette réservation aujourd'hui. Pour un autre jour, l'équipe s'en charge : je l'appelle ?`,
    cancelled: (course, time) => `C'est annulé : ${course} de ${time}. La place est libre.`,
    tooLateToCancel: `Ce cours a déjà commencé, je ne peux plus l'annuler.`,
    kept: `Très bien, ${t('ta', 'votre')} réservation ne bouge pas.`,
    askReport: `Que se passe-t-il, et où ?`,
    confirmReport: (quoted) => `Je signale à l'équipe : « ${quoted} ». J'envoie ?`,
    reported: `C'est signalé, merci. L'équipe est prévenue.`,
    askFeedback: `Je ${t("t'écoute", 'vous écoute')} : que dois-je transmettre ?`,
    confirmFeedback: (quoted, sorry) =>
      `${sorry ? 'Je suis désolé, ça ne devrait pas se passer ainsi. ' : ''}Je transmets à l'équipe : « ${quoted} ». J'envoie ?`,
    noted: `C'est transmis, merci.`,
    notSent: `Très bien, je n'envoie rien.`,
    crowd: (inside, level) =>
      `${inside === 0 ? 'Personne dans la salle' : inside === 1 ? 'Une personne dans la salle' : `${inside} personnes dans la salle`}${
        level === null
          ? ''
          : {
              quiet: ', plus calme que d’habitude',
              usual: ', comme d’habitude à cette heure',
              busy: ', plus que d’habitude',
            }[level]
      }.`,
    facilityYes: (label) => `Oui, il y a ${label} ici.`,
    facilityNo: (label) => `Non, il n'y a pas ${negated(label)} dans ce club.`,
    facilityWhere: (label) =>
      `Il y a ${label} ici. Pour l'emplacement, l'équipe ${t('te', 'vous')} montre : je l'appelle ?`,
    facilityUnknown: `Je n'ai pas cette information. L'équipe le sait : je l'appelle ?`,
    facilityList: (list) => `Ici, il y a ${list}.`,
    facilities: {
      showers: 'des douches',
      sauna: 'un sauna',
      steam_room: 'un hammam',
      pool: 'une piscine',
      jacuzzi: 'un jacuzzi',
      parking: 'un parking',
      bike_parking: 'un parking à vélos',
      lockers: 'des casiers',
      towels: 'des serviettes',
      crossfit: 'une zone crossfit',
      boxing_ring: 'un ring de boxe',
      yoga_studio: 'une salle de yoga',
      childcare: 'une garderie',
      vending: 'un distributeur',
      cafe: 'un café',
      wifi: 'le wifi',
      water: 'une fontaine à eau',
      toilets: 'des toilettes',
      changing_rooms: 'des vestiaires',
      women_area: 'un espace femmes',
      wheelchair: 'un accès en fauteuil roulant',
      air_conditioning: 'la climatisation',
      charging: 'des prises',
      hairdryers: 'des sèche-cheveux',
      shop: 'une boutique',
    },
    prices: (note) =>
      `${note ? `${note} ` : ''}Pour un prix exact, l'équipe ${t('te', 'vous')} répond : je l'appelle ?`,
    membership: `${t('Ton', 'Votre')} abonnement ne s'affiche pas avec le badge seul. L'équipe peut le regarder : je l'appelle ?`,
    leave: `C'est ${t('ton', 'votre')} droit, et c'est simple. L'équipe s'en occupe avec ${t('toi', 'vous')} : je l'appelle ?`,
    lostBadge: `L'équipe bloque l'ancien badge et en prépare un autre. Je l'appelle ?`,
    confirmStaff: `J'appelle l'équipe ?`,
    staffCalled: `L'équipe est prévenue, quelqu'un arrive.`,
    staffNobody: `Personne n'est à l'accueil pour l'instant. ${t('Ta', 'Votre')} demande est notée, l'équipe la verra.`,
    staffNotCalled: `Très bien, je n'appelle personne.`,
    pain: `Je ne peux pas juger une douleur. ${t('Arrête', 'Arrêtez')} l'exercice et ${t('parles-en', 'parlez-en')} à un coach ou à un médecin. J'appelle l'équipe ?`,
    emergency: `J'ai prévenu l'équipe. En cas de danger, ${t('appelle', 'appelez')} le 112 tout de suite.`,
    tips: {
      weight: `Deux ou trois séances de musculation légère, de la marche rapide et un peu moins de sucre : c'est la régularité qui compte.`,
      muscle: `Trois séances par semaine, 3 séries de 8 à 12 répétitions, avec une charge que ${t('tu maîtrises', 'vous maîtrisez')}, puis du repos.`,
      start: `Deux séances par semaine suffisent pour commencer : 10 minutes d'échauffement, les grands mouvements, des charges légères.`,
      legs: `Squats, fentes et presse, 3 séries de 10, le dos droit et sans forcer au début.`,
      core: `Gainage et relevés de jambes, 3 fois 30 secondes. Le ventre seul ne s'affine pas : c'est tout le corps qui compte.`,
      food: `Un repas léger 2 heures avant, de l'eau pendant, des protéines après. Pour un régime, ${t('vois', 'voyez')} un diététicien.`,
      warm_up: `5 à 10 minutes de cardio doux, puis une série légère de chaque mouvement.`,
      general: `La régularité d'abord : deux ou trois séances par semaine, une bonne technique, puis plus de charge.`,
    },
    tipCoach: `Un coach peut ${t('te', 'vous')} montrer.`,
    confirmForget: `Je demande à l'équipe d'effacer nos échanges, leurs résumés et ce qui en découle. C'est définitif. Je l'envoie ?`,
    forgetCalled: `De cet échange, rien n'est gardé. L'équipe efface le reste et ${t('te', 'vous')} le confirme.`,
    forgetKept: `Très bien, rien n'est effacé.`,
    unclear: `Je préfère être sûr : oui ou non ?`,
    notUnderstood: `Je n'ai pas compris. ${t('Dis-le', 'Dites-le')} autrement, ou ${t('choisis', 'choisissez')} ici.`,
    handedOver: `Je n'ai toujours pas compris, désolé. J'ai prévenu l'équipe, quelqu'un vient.`,
    empty: `Je n'ai rien reçu. ${t('Écris', 'Écrivez')} une phrase ou ${t('choisis', 'choisissez')} ici, ${please}.`,
    failed: `Je n'y arrive pas pour l'instant. Rien n'a changé ; l'équipe peut aider.`,
    needsBadge: `Pour cela, ${t('passe ton', 'passez votre')} badge d'abord. L'équipe peut aussi aider.`,
    idle: `D'accord. Que puis-je faire pour ${t('toi', 'vous')} ?`,
    switched: `D'accord, en français.`,
    chips: {
      yes: { label: 'Oui', say: 'oui' },
      no: { label: 'Non', say: 'non' },
      book: { label: 'Oui, réserver', say: 'oui' },
      noThanks: { label: 'Non merci', say: 'non merci' },
      cancel: { label: 'Oui, annuler', say: 'oui' },
      keep: { label: 'Non, je garde', say: 'non' },
      courses: { label: 'Les cours du jour', say: "quels sont les cours aujourd'hui" },
      bookings: { label: 'Mes réservations', say: 'mes réservations' },
      hours: { label: 'Horaires', say: "quels sont les horaires d'ouverture" },
      crowd: { label: 'Du monde ?', say: 'il y a du monde ?' },
      staff: { label: "Appeler l'équipe", say: "appelle l'équipe" },
      report: { label: 'Signaler une panne', say: 'je veux signaler un problème' },
      bye: { label: "C'est tout", say: "c'est tout, au revoir" },
      other: { label: 'Un autre cours', say: 'quels sont les cours de la semaine' },
    },
    answers: {
      book: {
        doing:
          'reserve, reservez, reserver, inscris, inscrivez, inscris moi, reserve le, reserve la, reservez le, reserve moi, je reserve, je prends, prends, mets moi, on reserve, la place, une place, je m inscris',
        leaving: 'annule, annulez, arrete, arretez, laisse ca',
      },
      cancel: {
        doing:
          'annule, annulez, annule le, annulez le, annule la, annuler, supprime, supprime le, enleve moi, retire moi, j annule, tu annules, tu peux annuler, desinscris moi',
        leaving:
          'garde, gardez, garde le, garde la, je garde, je viens, je le garde, laisse le, je la garde, j y vais',
      },
      send: {
        doing:
          'envoie, envoyez, envoie le, envoyer, signale, signalez, signale le, transmets, transmettez, transmets le, note, note le, notez',
        leaving: 'annule, annulez, efface, arrete, garde ca pour toi',
      },
      staff: {
        doing:
          'appelle, appelez, appelle les, appelle la, appelez les, appelle quelqu un, appelle l equipe, appeler, previens, prevenez',
        leaving: 'annule, annulez, je me debrouille, je vais me debrouiller, j y vais',
      },
      forget: {
        doing:
          'efface, effacez, efface tout, supprime, supprimez, supprime tout, oublie tout, effacer, envoie, demande',
        leaving: 'annule, annulez, garde, gardez, arrete',
      },
    },
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function negated(label: string): string {
  return label.replace(/^(?:une?|des|la|le) /, 'de ').replace(/^de (?=[aeiouhé])/, "d'");
}
