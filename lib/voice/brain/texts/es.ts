import type { Address } from '../types.ts';
import type { Texts } from './types.ts';

const beside = (day: string) => (day ? ` ${day}` : '');
const places = (free: number) => (free === 0 ? 'completa' : free === 1 ? '1 plaza' : `${free} plazas`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const at = (time: string) => (time.startsWith('1:') ? `a la ${time}` : `a las ${time}`);

/** Spanish, with tú or usted. */
export function es(address: Address): Texts {
  const t = (tu: string, usted: string) => (address === 'tu' ? tu : usted);
  return {
    greetingBooking: (name, course, time) =>
      `Hola, ${name}, qué bien ${t('verte', 'verle')}. ${t('Tu', 'Su')} clase de ${course} es ${at(time)}.`,
    greetingFree: (name, course, time, free) =>
      `Hola, ${name}, qué bien ${t('verte', 'verle')}. En ${course}, ${at(time)}, ${free === 1 ? 'queda' : 'quedan'} ${places(free)}.`,
    greetingPlain: (name) => `Hola, ${name}, qué bien ${t('verte', 'verle')}.`,
    demo: `Soy una demostración: no entiendo la voz, ${t('escribe o toca', 'escriba o toque')} una frase.`,
    deaf: `No entiendo la voz: ${t('escribe o toca', 'escriba o toque')} una frase.`,
    hello: `Hola. ¿En qué ${t('te', 'le')} ayudo?`,
    bye: `Hasta pronto, buen entrenamiento.`,
    welcome: `Con gusto. ¿Algo más?`,
    help: `Puedo dar el horario y las clases, reservar o cancelar, avisar de una avería, pasar una opinión y llamar al equipo.`,
    span: (open, close) => `de ${open} a ${close}`,
    hoursToday: (spans, until, isOpen) =>
      isOpen
        ? until
          ? `Está abierto, hoy hasta las ${until}.`
          : `Está abierto. Hoy: ${spans}.`
        : `Ahora está cerrado. Hoy: ${spans}.`,
    hoursOn: (day, spans) => `${capital(day)} está abierto ${spans}.`,
    hoursFor: (day, spans, label) =>
      `${day ? capital(day) : 'Hoy'} hay un horario especial${label ? ` (${label})` : ''}: ${spans}.`,
    closed: (day) => (day ? `${capital(day)} está cerrado.` : `Hoy está cerrado.`),
    closedFor: (day, label) =>
      `${day ? capital(day) : 'Hoy'} está cerrado excepcionalmente${label ? `, ${label}` : ''}.`,
    course: (name, time, day, free) => `${name}${beside(day)} ${at(time)} (${places(free)})`,
    courses: (day, list) => `${day ? capital(day) : 'Hoy'}: ${list}.`,
    noCourses: (day) => `No hay ninguna clase ${day || 'hoy'} en ese momento.`,
    noSuchCourse: (name) => `No encuentro ninguna clase de ${name} esta semana.`,
    offer: (course, time, day, free) =>
      `${free === 1 ? 'Queda' : 'Quedan'} ${places(free)} en ${course}. ¿${t('Te', 'Le')} reservo la clase ${day ? `${day.replace(/^el /, 'del ').replace(/^mañana$/, 'de mañana')} ${at(time)}` : `de las ${time}`}?`,
    offerRequest: (course, time, day) =>
      `Las reservas las hace el equipo. ¿Le paso ${t('tu', 'su')} petición para ${course}${beside(day)} ${at(time)}?`,
    full: (course, time, day) => `La clase de ${course}${beside(day)} ${at(time)} está completa.`,
    alreadyIn: (course, time, day) =>
      `Ya ${t('tienes', 'tiene')} plaza: ${course}${beside(day)} ${at(time)}.`,
    chooseCourse: (list) => `Hay ${list}. ¿Cuál?`,
    otherCourses: (list) => `No encuentro esa clase. Hay ${list}. ¿Alguna de estas?`,
    booked: (course, time, day) => `Reservado: ${course}${beside(day)} ${at(time)}.`,
    requested: `La petición está enviada. El equipo la confirma.`,
    past: `Esa clase ya ha empezado. No hay nada reservado.`,
    gone: `Ya no encuentro esa clase. No ha cambiado nada.`,
    conflict: `Ya ${t('tienes', 'tiene')} una clase a esa hora. No hay nada reservado.`,
    notBooked: `De acuerdo, no reservo nada.`,
    bookings: (list) => `Hoy ${t('tienes', 'tiene')} ${list}.`,
    noBookings: `Hoy no ${t('tienes', 'tiene')} nada reservado. Aquí solo veo las reservas del día.`,
    confirmCancel: (course, time) => `¿Cancelo ${t('tu', 'su')} clase de ${course} de las ${time}?`,
    chooseCancel: (list) => `${t('Tienes', 'Tiene')} ${list}. ¿Cuál cancelo?`,
    nothingToCancel: `No veo esa reserva hoy. Para otro día lo hace el equipo: ¿lo llamo?`,
    cancelled: (course, time) => `Cancelada: ${course}, ${at(time)}. La plaza queda libre.`,
    tooLateToCancel: `Esa clase ya ha empezado, no puedo cancelarla.`,
    kept: `De acuerdo, ${t('tu', 'su')} reserva sigue igual.`,
    askReport: `¿Qué pasa, y dónde?`,
    confirmReport: (quoted) => `Aviso al equipo: «${quoted}». ¿Lo envío?`,
    reported: `Avisado, gracias. El equipo lo sabe.`,
    askFeedback: `${t('Te', 'Le')} escucho: ¿qué les digo?`,
    confirmFeedback: (quoted, sorry) =>
      `${sorry ? 'Lo siento, no debería ser así. ' : ''}Paso al equipo: «${quoted}». ¿Lo envío?`,
    noted: `Enviado, gracias.`,
    notSent: `De acuerdo, no envío nada.`,
    crowd: (inside, level) =>
      `${inside === 0 ? 'No hay nadie en la sala' : inside === 1 ? 'Hay una persona en la sala' : `Hay ${inside} personas en la sala`}${
        level === null
          ? ''
          : {
              quiet: ', menos que de costumbre',
              usual: ', como siempre a esta hora',
              busy: ', más que de costumbre',
            }[level]
      }.`,
    facilityYes: (label) => `Sí, aquí hay ${label}.`,
    facilityNo: (label) => `No, en este club no hay ${label.replace(/^unas? |^un /, '')}.`,
    facilityWhere: (label) => `Aquí hay ${label}. El equipo ${t('te', 'le')} indica dónde: ¿lo llamo?`,
    facilityUnknown: `No tengo ese dato. El equipo lo sabe: ¿lo llamo?`,
    facilityList: (list) => `Aquí hay ${list}.`,
    facilities: {
      showers: 'duchas',
      sauna: 'sauna',
      steam_room: 'baño turco',
      pool: 'piscina',
      jacuzzi: 'jacuzzi',
      parking: 'aparcamiento',
      bike_parking: 'aparcamiento para bicis',
      lockers: 'taquillas',
      towels: 'toallas',
      crossfit: 'zona de crossfit',
      boxing_ring: 'ring de boxeo',
      yoga_studio: 'sala de yoga',
      childcare: 'guardería',
      vending: 'máquina de bebidas',
      cafe: 'cafetería',
      wifi: 'wifi',
      water: 'fuente de agua',
      toilets: 'baños',
      changing_rooms: 'vestuarios',
      women_area: 'zona para mujeres',
      wheelchair: 'acceso en silla de ruedas',
      air_conditioning: 'aire acondicionado',
      charging: 'enchufes',
      hairdryers: 'secadores',
      shop: 'tienda',
    },
    prices: (note) => `${note ? `${note} ` : ''}Para un precio exacto responde el equipo: ¿lo llamo?`,
    membership: `Con la tarjeta sola no se ve ${t('tu', 'su')} cuota. El equipo puede mirarlo: ¿lo llamo?`,
    leave: `Es ${t('tu', 'su')} derecho, y es sencillo. El equipo lo hace ${t('contigo', 'con usted')}: ¿lo llamo?`,
    lostBadge: `El equipo bloquea la tarjeta antigua y prepara otra. ¿Lo llamo?`,
    confirmStaff: `¿Llamo al equipo?`,
    staffCalled: `El equipo está avisado, viene alguien.`,
    staffNobody: `Ahora no hay nadie en recepción. ${t('Tu', 'Su')} petición queda anotada y el equipo la verá.`,
    staffNotCalled: `De acuerdo, no llamo a nadie.`,
    pain: `No puedo valorar un dolor. ${t('Para', 'Pare')} el ejercicio y ${t('consulta', 'consulte')} a un monitor o a un médico. ¿Llamo al equipo?`,
    emergency: `He avisado al equipo. Si hay peligro, ${t('llama', 'llame')} al 112 ahora mismo.`,
    tips: {
      weight: `Dos o tres sesiones de fuerza ligera, caminar rápido y algo menos de azúcar: lo que cuenta es la constancia.`,
      muscle: `Tres sesiones por semana, 3 series de 8 a 12 repeticiones, con un peso que ${t('controles', 'controle')}, y descanso.`,
      start: `Dos sesiones por semana bastan para empezar: 10 minutos de calentamiento, los movimientos básicos, poco peso.`,
      legs: `Sentadillas, zancadas y prensa, 3 series de 10, la espalda recta y sin forzar al principio.`,
      core: `Planchas y elevaciones de piernas, 3 veces 30 segundos. La barriga sola no baja: cuenta todo el cuerpo.`,
      food: `Algo ligero 2 horas antes, agua durante, proteína después. Para una dieta, mejor un dietista.`,
      warm_up: `De 5 a 10 minutos de cardio suave, luego una serie ligera de cada movimiento.`,
      general: `Primero la constancia: dos o tres sesiones por semana, buena técnica y después más peso.`,
    },
    tipCoach: `Un monitor ${t('te', 'le')} lo puede enseñar.`,
    confirmForget: `Pido al equipo que borre nuestras charlas, sus resúmenes y lo que sale de ellas. Es definitivo. ¿Lo envío?`,
    forgetCalled: `De la charla de hoy ya no queda nada. El equipo borra el resto y ${t('te', 'se')} lo confirma.`,
    forgetKept: `De acuerdo, no se borra nada.`,
    unclear: `Quiero estar seguro: ¿sí o no?`,
    notUnderstood: `No lo he entendido. ${t('Dilo', 'Dígalo')} de otra forma o ${t('elige', 'elija')} aquí.`,
    handedOver: `Sigo sin entenderlo, lo siento. He avisado al equipo, viene alguien.`,
    empty: `No he recibido nada. ${t('Escribe', 'Escriba')} una frase o ${t('elige', 'elija')} aquí, por favor.`,
    failed: `Ahora no puedo. No ha cambiado nada; el equipo puede ayudar.`,
    needsBadge: `Para eso, ${t('pasa tu', 'pase su')} tarjeta primero. El equipo también puede ayudar.`,
    idle: `De acuerdo. ¿En qué ${t('te', 'le')} ayudo?`,
    switched: `De acuerdo, en español.`,
    chips: {
      yes: { label: 'Sí', say: 'sí' },
      no: { label: 'No', say: 'no' },
      book: { label: 'Sí, reservar', say: 'sí' },
      noThanks: { label: 'No, gracias', say: 'no, gracias' },
      cancel: { label: 'Sí, cancelar', say: 'sí' },
      keep: { label: 'No, la dejo', say: 'no' },
      courses: { label: 'Clases de hoy', say: 'qué clases hay hoy' },
      bookings: { label: 'Mis reservas', say: 'mis reservas' },
      hours: { label: 'Horario', say: 'cuál es el horario de apertura' },
      crowd: { label: '¿Hay gente?', say: 'hay mucha gente ahora' },
      staff: { label: 'Llamar al equipo', say: 'llama al equipo' },
      report: { label: 'Avisar de una avería', say: 'quiero avisar de un problema' },
      bye: { label: 'Eso es todo', say: 'eso es todo, adiós' },
      other: { label: 'Otra clase', say: 'qué clases hay esta semana' },
    },
    answers: {
      book: {
        doing:
          'reserva, reservala, reservalo, reservar, reserve, reservame, apuntame, apunta, apunteme, ponme, inscribeme, quiero reservar',
        leaving: 'cancela, anula, cancelalo',
      },
      cancel: {
        doing:
          'cancela, cancelala, cancelalo, cancele, cancelar, anula, anulala, anulalo, anular, borrala, quitame, borrame, eliminala, quiero cancelar',
        leaving: 'dejala, mantenla, la mantengo, voy a ir, la dejo, me la quedo, si que voy',
      },
      send: {
        doing:
          'envia, envialo, envie, enviar, mandalo, manda, avisa, avisales, apuntalo, anotalo, diselo, pasalo',
        leaving: 'cancela, anula, borralo, cancelalo',
      },
      staff: {
        doing: 'llama, llamalo, llamalos, llame, llamar, avisa, avisales, llama a alguien, llama al equipo',
        leaving: 'cancela, anula, me apano, ya voy yo',
      },
      forget: {
        doing: 'borra, borralo, borralo todo, borra todo, elimina, eliminalo, envia, envialo, olvidalo todo',
        leaving: 'cancela, anula, cancelalo',
      },
    },
  };
}
