import type { Facts, Texts } from '../types.ts';

const account = 'Recibe este mensaje porque se refiere a la seguridad de su cuenta de JARVIS.';
const secure =
  'Si no ha sido usted, elija ahora mismo una contraseña nueva con el botón de arriba: las demás sesiones se cierran con ella. Avise también a la persona responsable de su centro.';
const when = ({ at, device }: Facts) =>
  [at && `Cuándo: ${at}.`, device && `Dispositivo: ${device}.`].filter((line) => line !== null);

export const es: Texts = {
  greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
  inClear: 'Si el botón no funciona, copie esta dirección en su navegador:',
  sender: 'JARVIS, la bienvenida de los gimnasios. Este mensaje es automático, nadie lee las respuestas.',
  roles: {
    super_admin: 'equipo JARVIS',
    franchise_owner: 'propietario',
    gym_manager: 'responsable del centro',
    gym_staff: 'equipo de recepción',
  },
  kinds: {
    invitation: ({ invitedBy, place, role }) => ({
      subject: place ? `Su invitación a ${place} en JARVIS` : 'Su invitación a JARVIS',
      heading: place ? `Únase a ${place}` : 'Únase a JARVIS',
      lines: [
        `${invitedBy ?? 'Una persona de su equipo'} le invita a abrir una cuenta de JARVIS${place ? ` para ${place}` : ''}.`,
        ...(role ? [`Su función: ${role}.`] : []),
        'Elegirá una contraseña y después tendrá acceso a su espacio.',
      ],
      button: 'Aceptar la invitación',
      validity:
        'Este enlace funciona una sola vez, durante una hora. Después, mientras dure la invitación (siete días), pida otro en «Contraseña olvidada».',
      why: `Recibe este mensaje porque ${invitedBy ?? 'alguien'} ha escrito su dirección para invitarle.`,
      notYou: 'Si no esperaba esta invitación, ignore este mensaje: sin usted no se abre ningún acceso.',
    }),
    reset: () => ({
      subject: 'Su nueva contraseña de JARVIS',
      heading: 'Elija una contraseña nueva',
      lines: ['Se ha pedido una contraseña nueva para su cuenta de JARVIS.'],
      button: 'Elegir una contraseña',
      validity: 'Este enlace funciona una sola vez, durante una hora.',
      why: 'Recibe este mensaje porque alguien ha escrito su dirección en la página «Contraseña olvidada».',
      notYou: 'Si no ha sido usted, ignore este mensaje: su contraseña sigue siendo la misma.',
    }),
    recovery_used: (facts) => ({
      subject: 'Se ha usado un código de rescate en su cuenta de JARVIS',
      heading: 'Se ha usado un código de rescate',
      lines: [
        'Alguien ha entrado en su cuenta con un código de rescate. Se han retirado la aplicación de autenticación y los códigos restantes, y se han cerrado las demás sesiones.',
        ...when(facts),
        'Si ha sido usted, añada de nuevo una aplicación de autenticación en sus ajustes.',
      ],
      button: 'Cambiar la contraseña',
      validity: null,
      why: account,
      notYou: secure,
    }),
    password_changed: (facts) => ({
      subject: 'Se ha cambiado su contraseña de JARVIS',
      heading: 'Se ha cambiado su contraseña',
      lines: [
        'La contraseña de su cuenta se acaba de cambiar, y se han cerrado las demás sesiones.',
        ...when(facts),
        'Si ha sido usted, no hay nada que hacer.',
      ],
      button: 'Cambiar la contraseña',
      validity: null,
      why: account,
      notYou: secure,
    }),
    mfa_removed: (facts) => ({
      subject: 'Se ha retirado un teléfono de su cuenta de JARVIS',
      heading: 'Se ha retirado un teléfono',
      lines: [
        'Se acaba de retirar una aplicación de autenticación de su cuenta.',
        ...when(facts),
        'Si ha sido usted, no hay nada que hacer. Puede añadir una en cualquier momento en sus ajustes.',
      ],
      button: 'Cambiar la contraseña',
      validity: null,
      why: account,
      notYou: secure,
    }),
  },
};
