import type { Lexicon } from './types.ts';

export const es: Lexicon = {
  concepts: {
    hello:
      'hola, buenas, buenos dias, buenas tardes, buenas noches, hey, ey, saludos, holi, holita, hello, que hay, wenas, oye, aupa, encantad*, muy buenas, ole, bonjour, buenas buenas, holis, holaa, ya llegue, acabo de llegar, aqui estoy, ya estoy aqui, he vuelto, robotito, yepa, epa, quiubo, buen dia, que ase',
    how_are_you:
      'que tal, como estas, como va, que pasa, como andas, como esta, todo bien, que onda, que hubo, como te va, como vas, como lo llevas, que se cuenta, como estais, que cuentas, como anda',
    bye: 'adios, hasta luego, hasta manana, chao, chau, nos vemos, hasta pronto, hasta la vista, bye, un saludo, que tengas, que vaya, hasta otra, cuidate, agur, hasta el, deu, que pases, que descanses, ta luego, hasta la proxima, talue, abur, hasta ahora, que te vaya, ciao, taluego, buen finde, buen fin, que te vaya bien, un abrazo, besos, abrazo, hasta siempre, a mas ver, hasta otro, hasta la semana, buen dia, buena tarde, buena noche, feliz dia, feliz tarde, suerte, chaito, adiosito, cuidate mucho, vaya bien',
    leaving_now:
      'me voy, me piro, me marcho, ya esta, eso es todo, ya he terminado, he acabado, me largo, nada mas, tengo que irme, me tengo que ir, ya acabe, ya termine, me abro, te dejo, os dejo, salgo ya, me retiro, con esto, voy tirando, ya no necesito, tengo que ir a, nada mas que, no tengo mas, no tengo nada mas, me retiro ya, me despido, terminamos, he terminado, ya esta por hoy, me vuelvo, vuelvo a mi, eso seria, seria todo, con eso me, ya no quiero nada, por hoy, me voy a entrenar, acabado',
    thanks:
      'gracias, grax, agradec*, grcs, mil gracias, merci, thanks, agradezco, muy amable, te lo debo, de agradecer, se agradece, graciass',
    praise_short:
      'genial, perfecto, guay, estupendo, crack, fenomenal, maquina, vale, amable, fantastico, eres un sol, eres la cana, de lujo, bien, majo, te pasas, chevere, barbaro, eres el mejor',
    help: 'ayuda, ayudar, ayudas, ayudame, ayudarme, socorro, una mano, guia, instrucciones, explica*, manual, orienta*, auxilio, menu',
    you_do:
      'haces, hacer tu, sirves, sirve, quien eres, que eres, puedes hacer, preguntar, preguntarte, sabes hacer, funciones, opciones, pedirte, puedo hacer, ofreces, capaz, tu funcion, decirte, comandos, ayudarme con, ayudas con, posibilidades, ejemplos, para que estas, utilidad, podes hacer, puedo pedir, consultarte, cosas puedes, que gestionas, gestionas, cosas haces, que cosas, sabes, contestas, respondes, puedes contestar, tu utilidad, me puedes ayudar, puedes ayudarme, ayudar, servicios tienes, en que puedes',
    not_understand:
      'no entiendo, no se como, como va esto, como funciona, no se que, perdido, perdida, no me aclaro, como se usa, como te uso, como uso, no lo pillo, no pillo, no comprendo, soy nuevo, soy nueva, primera vez, como se hace, no me entero, que hago aqui, me explicas, liado, no tengo ni idea, como lo hago, como empiezo, como te hablo, que es esto, que tengo que, me explicas como, explicame, explicas, como va, como se maneja, como funciona esto, acabo de apuntarme, recien llegad*, no consigo usar, no consigo, no se usar',
    this_machine:
      'maquina, pantalla, cacharro, robot, jarvis, ia, aparato, trasto, aplicacion, app, quiosco, sistema, chisme, asistente, bot, tablet, esto',
    when: 'cuando, a que hora, que hora, hasta cuando, hasta que hora, desde que hora, que horas, que dia, que dias, cuanto tiempo, desde cuando, a partir de que, hora',
    open: 'abr*, abiert*, apertura, acceso, entrar',
    close: 'cerr*, cierr*, cierre, cerrado*, echan, echais',
    day: 'lunes, martes, miercoles, jueves, viernes, sabado*, domingo*, manana, hoy, pasado manana, semana, finde, fin de semana, findes',
    day_part:
      'manana, tarde, tardes, noche, mediodia, medio dia, temprano, madrugada, esta tarde, esta noche, hhmm, a las, de las, pronto, a la una, y media',
    holiday:
      'festivo*, navidad*, puente, reyes, nochebuena, nochevieja, semana santa, ano nuevo, feriado*, fiesta*, agosto, diciembre, enero, vacaciones, constitucion, inmaculada, nnn de',
    hours_word: 'horario*, horas de apertura, horario de apertura, franja*',
    class: 'clase*, sesion*, clases dirigidas, dirigidas, actividad*, grupal*, colectiva*, leccion*, turno*',
    activity:
      'yoga, pilates, zumba, spinning, ciclo, cycling, ciclo indoor, rpm, boxeo, boxing, crossfit, cross fit, body pump, bodypump, pump, body combat, bodycombat, combat, hiit, step, estiramientos, aquagym, aqua, trx, cross training, gap, les mills, aerobic, baile, meditacion, kick boxing, kickboxing, fitball, tonificacion, funcional, hipopresivos, circuito, aquafit, abdominales express, core, mma, hyrox, bici, barre, body balance, entreno funcional, tabata, dance, salsa',
    schedule:
      'horario de clases, calendario, programacion, planning, programa, agenda, cuadrante, tabla de clases, parrilla, oferta de clases, grilla, cronograma',
    teacher:
      'profe*, profesor*, monitor*, instructor*, quien da, quien la da, imparte*, quien lleva, lo da, la da, quien es, quien hace, quien dirige, sustitu*, entrenador*, coach*',
    book: 'reserv*, inscrib*, apunt*, apunta, agend*, guarda*, bookear, aparta*, anota*, matricul*, registra*',
    sign_me:
      'apuntame, apuntarme, ponme, meteme, meterme, inscribeme, inscribirme, anademe, anotame, anotarme, cuenta conmigo, me apunto, quiero ir, unirme, reservame, reservarme, guardame, me guardas, me apuntas, quiero hacer, participar, agregame, coger sitio, coge*, me pones, me metes, quiero entrar, me anoto, sumame, sumarme, me sumo, pilla*, voy a ir a, me inscribo, me reservas, me anotas, asistir, apuntarme, me interesa ir, mete*, apartame, dame de alta en, quiero probar, incluyeme, me quiero',
    place:
      'plaza*, sitio*, hueco*, lista, libre*, lleno, completo, completa, disponible*, cupo*, lugar*, lista de espera, quedan, queda, vacante*, disponibilidad, espacio',
    want: 'quiero, quisiera, querria, me gustaria, puedes, podrias, puedo, podria, necesito, deseo, quiere, se puede, me puedes, es posible, porfa, por favor, porfi, hay forma, hay manera, queria, me interesa, prefiero, podeis, pueden, podes, ocupo',
    cancel:
      'cancel*, anul*, borra*, quita*, desapunt*, elimin*, saca*, suprim*, libera*, baja de la clase, tacha*, desinscrib*, ceder, dejar libre, dar de baja de la clase, desanot*, suelta, cambiar, mover, borrame, quitame, dejo libre, dejo mi, retira*, desreserv*, dame de baja de la, echate atras, renuncio',
    unable:
      'no puedo, no podre, no voy a poder, no voy, no ire, no llego, no llegare, me ha surgido, surgido, no vengo, no vendre, imposible, al final no, imprevisto, no asistire, ya no voy, malo, enferm*, no me da tiempo, cambio de planes, me surgio, no quiero ir, no podria, no voy a ir, me es imposible, se me complic*, he cambiado de, no me viene bien, no llegar, lio, no estare',
    mine: 'mi, mis, mia, mio, yo, me, conmigo',
    i_have: 'tengo, estoy, tenia, he, estaba, tengo yo, teng*',
    booked:
      'mi reserva, mis reservas, tengo reservad*, he reservado, reservado, reservada, mis clases, mi clase, mi proxima, mis proximas, mi siguiente, mi sesion, estoy apuntad*, estoy inscrit*, apuntado, apuntada, apuntad*, inscrito, inscrita, tengo plaza, mi plaza, tengo clase, me apunte, mi agenda, tengo apuntad*, reserve, siguiente clase, proximas reservas, mi horario, estaba apuntad*, mi yoga, mi pilates, mi spinning, mi turno, mis turnos, estoy anotad*, anotado, anotada, estoy en la lista, estoy dentro, me inscribi, estoy reservad*, se ha guardado mi, tengo sitio',
    which:
      'que, cual, cuales, dime, ensename, muestra*, mostrar, ver, recuerda*, lista, consulta*, comprueba*, confirma*, mira, dame, decirme, comprobar, recordarme, confirmar',
    broken:
      'rot*, roto, rota, averiad*, averia*, no funciona*, no va, no van, no anda, estropead*, se ha roto, se para, no arranca, no enciende, jodid*, atasc*, bloquead*, ruido*, suelt*, fall*, escacharrad*, defectuos*, descompuest*, se cae, se apaga, no sale, cascad*, oxidad*, rajad*, partid*, tembl*, chirri*, pelad*, desgastad*, fundid*, no cierra, no abre, parpade*, problema, error, incidencia, petad*, no se enciende, dan*, dañad*, malogr*, no responde, raro, se mueve, cojea*, tambale*, flojo, floja, desencaj*, se sale, doblad*, torcid*, pinchad*, se traba, trabad*, no jala, no sirve, arregl*, reparar, salta, colgad*, encallad*, se engancha, se bloquea, se resbala, patina, no gira, kaput, no prende, cojea, estropea*, chisporrot*, chirria, roto la, desmontad*, descolgad*, sueltan, humo, chispas, calambre*, no enfria, no calienta, no regula, no deja de, cascada, reventad*, explot*, quemad*, colapsad*, oxid*, rajado, desajustad*, se traga, trago, despegad*, no para de, bloquea, se queda, mal estado',
    dirty:
      'suci*, sucia, sucio, asco, asqueros*, huele*, mal olor, peste*, guarr*, porqueria, mugre, limpi*, limpieza, basura, papelera*, moho, pelos, cucaracha*, polvo, olor*, apesta*, higiene, mierda, cochambr*, pringos*, vomit*, sudor*, sudad*, suciedad, sucisim*, limpian, nadie limpia, sin limpiar, manch*, apest*, pringue, rona, cochino*, bacterias, asquito, huele fatal, hedor, cutre, ultimamente',
    leak: 'fuga, gotea*, gotera*, inundad*, inunda*, charco*, agua en, desborda*, atascad*, atranc*, mojad*, resbala*, pierde agua, encharcad*, humedad*, chorr*, rebos*, tapad*',
    danger:
      'peligro*, riesgo*, hacerse dano, accidente, matarse, cuidado, lesionar*, se va a, caer, electrocut*, segur*, cortar, puede hacer, caida, matar, lastim*, corriente',
    missing:
      'no queda, no hay, falta*, vacio, vacia, sin papel, sin jabon, sin agua, se ha acabado, agua fria, helada, congelada, se acabo, sin luz, agua caliente, no quedan, ni gota, nunca hay, agotad*',
    equipment:
      'cinta*, bici*, bicicleta*, remo, eliptica*, mancuerna*, barra*, polea*, banco*, prensa, maquina*, cable*, pesas, disco*, rack, multipower, aparato*, escaladora, kettlebell*, goma*, sillin, pedal*, pantalla, tele, puerta*, torno*, cerradura, candado, taquilla*, luz, luces, bombilla*, aire acondicionado, aire, ventilador*, calefaccion, grifo*, lavabo, cisterna, ducha*, secador*, fuente, espejo*, esterilla*, colchoneta*, enchufe*, techo, suelo, altavoz, ascensor, caminadora, trotadora, mando, asiento, ventana, tornillo*, baldosa*, vater, inodoro, lockers, locker, casillero*, regadera*, jacuzzi, foco, boton',
    area: 'vestuario*, ducha*, bano*, aseo*, servicio*, lavabo*, sala, sauna, piscina, parking, pasillo, entrada, zona, planta, recepcion, spa, chicos, chicas, arriba, abajo, fondo, esquina, rincon, vestidor*, hombres, mujeres',
    amenity:
      'sauna, bano turco, bano de vapor, vapor, hammam, piscina, jacuzzi, spa, parking, aparcamiento, aparcar, parquing, estacionamiento, wifi, wi fi, internet, toalla*, candado*, taquilla*, ducha*, guarderia, ludoteca, ninos, maquina de, cafe, cafeteria, bar, cargar, cargador, enchufe*, secador*, fuente, agua, botella, llenar, rellenar, bano*, aseo*, servicios, lavabo*, vestuario*, ascensor, minusvalid*, silla de ruedas, discapacitad*, solarium, rayos uva, masaje*, fisio*, tienda, jabon, champu, saco*, ring, jaula*, rack, zona de mujeres, aire acondicionado, vending, bicis, gel, terraza, estacionar, casillero*, lockers, regadera*, comer, beber, snacks, bascula, cancha, pista, esterillas, movilidad reducida, clave',
    where:
      'donde, por donde, en que sitio, encontrar, ubicad*, queda el, queda la, se encuentra, como llego, algun sitio, algun lugar, adonde, en que planta',
    good: 'genial, excelente*, fantastic*, encanta*, encantad*, mejor, increible*, maravill*, felicit*, enhorabuena, estupend*, content*, super, pasada, mola*, simpatic*, amable*, majo, maja, majisim*, bravo, de lujo, de diez, chulo, chula, gusta*, gusto, flipad*, fenomenal, espectacular*, brutal, de puta madre, limpio, limpisimo, buenisim*, top, crack*, la leche, la cana, chevere, padrisim*, diez, satisfech*, un placer, atent*, extraordinari*, magnific*, precios*, fenomen*, profesional*, motivador*, paciente*, acogedor*, sonrient*, recomiendo, recomendable*, perfecto, perfecta, contentisim*, alucinante*, de cine, lujo, cojonud*, guay, bonit*, moderno, impecable*, pulcr*, divertid*, buen*, felices, feliz, orgullos*, crack, eficaz, eficient*, agradable*, lind*, chid*, padre, bacan, copad*, buenisimo, buena onda, aplauso*, gracias al, gracias a la, de maravilla, graciosa',
    bad: 'mal, mala, malo, fatal, horrible*, pesim*, verguenza, vergonzos*, decepcion*, peor, hart*, asco, enfad*, molest*, inaceptable, queja*, alt*, altisim*, borde*, maleducad*, caro, basura, mierda, insoportable*, indignad*, lamentable*, no es normal, cabread*, no puede ser, ruidos*, tomadura, desastre, no me gust*, poco, poca, demasiad*, antipatic*, frio, calor, escas*, fastidi*, deja que desear, impresentable*, abuso, descuidad*, grosero*, pesad*, no se puede, aburrid*, un robo, empeor*, tardan, estafa, no soporto, dejadez, furios*, rabia, humill*, desprecio, chulo conmigo, prepotent*, soberbi*, frios, fria, helad*, penos*, lament*, patetic*, cutre*, cutr*, porqueria, timo, ladrones, robo, incompetent*, chapuz*, mediocre*, deprim*, lento, lenta, desorganiz*, acapar*, machista*, racist*, agresiv*, incomod*, quita las ganas, sin ganas, nadie hace, no hacen nada, nadie ayud*, nadie me, nadie saluda, no les importa, tarde, decepcionant*, irrit*, pesadilla, ofend*, insult*, grit*, grito, ignor*, no hay quien, impuntual, dejad*, asqueros*, malisim*, feo, fea, una pena, tristeza, harto, verguenz*, pasota*, falta de respeto, falto al respeto, mal organizad*, mal trato, trato, peor que, a peor, odio, odie, chafa, horror*, gacho, pesimo',
    music:
      'musica, volumen, sonido, canciones, altavoces, lista de reproduccion, reggaeton, reggeaton, playlist, ruido, microfono, regueton',
    complain:
      'queja*, quejar*, reclam*, reclamacion*, hoja de, protesta*, denuncia*, reportar, reporto, informar, avisar, incidencia, avis*',
    suggest:
      'suger*, sugerencia*, idea, propon*, estaria bien, deberiais, deberian, podriais, poned, pongan, meted, seria genial, seria bueno, molaria, haria falta, mejorar*, mejora, echo de menos, hace falta, faltan, podrian, ojala, anadid, traed, recomiendo que, propuesta, seria mejor, haria, mas variedad',
    tell_team:
      'opinion, comentario*, valoracion, feedback, queria decir, solo decir, quiero decir, decirles, dile*, diles, dejar un, dejar una, que sepais, transmit*, la verdad, felicitad, comentar, nota, resena, mensaje, sinceramente, opinar, hacer llegar, os digo, decir que, comento, de mi parte',
    team: 'personal, equipo, encargad*, gerente*, responsable*, monitor*, entrenador*, recepcion*, jefe*, director*, dueno*, empleado*, trabajador*, coach, seguridad, vigilante, comercial, atencion al cliente, chico de, chica de, staff, supervisor*',
    desk: 'recepcion, mostrador, oficina, entrada',
    talk_to:
      'hablar con, hablo con, hable con, ver a, ver al, ponerme con, contactar, comunicar*, atienda*, que me atienda, pasame, pasame con, quiero ver, conversar, comunicame, consultar con, charlar, quedar con, tratar con, ponme con, me pasas con, hablar, reunirme, me atiende',
    call: 'llam*, avis*, busca*, traeme, trae*, manda*, envia*, que venga*, vengan, venga, necesito a alguien, hay alguien, alguien, acerque*, ven*, veni*, me puede atender, necesito a, necesito un, pedir que, venir, quien me atienda, haz venir, acercarse',
    human:
      'humano*, persona, persona real, persona de verdad, alguien, de carne, no un robot, no una maquina, ser humano, con personas, en persona, persona de carne, operador*, agente, asesor*, una persona, gente de verdad, real',
    crowded:
      'gente, lleno, llena, petado, petao, petada, a tope, hasta arriba, aforo, cola, colas, ocupad*, concurrid*, abarrotad*, masificad*, tranquil*, vacio, peta*, saturad*, bullicio, afluencia, hasta la bandera, lotead*, reventad*, reventar, apretad*, ocupacion, hora punta, horas punta, hasta los topes, libre*, agobiad*, espera, hora pico, atestad*, burrada, full, jaleo, follon, barullo, gentio, mogollon, masific*, llenisim*, tope, atasco, apinad*, menos gente, mas gente, poca gente, hacinad*, agobiante, agobio, sois, cuantos sois',
    quiet:
      'tranquil*, vacio, calma, sin gente, poca gente, horas valle, hora valle, despejad*, relajad*, menos gente, comod*',
    now: 'ahora, ahora mismo, en este momento, actualmente, ahorita, a esta hora, ya, mismo, estos momentos, en este instante, dentro, ahi dentro, en estos, alli',
    how_many:
      'cuanta gente, cuantas personas, cuantos somos, cuantos hay, numero de personas, cuantos estan, cuanta pena, cuantos estamos, cuantos socios, cuantas personas, cuantos sois, cuantos',
    people: 'gente, personas, pena, socios, entrenando, usuarios',
    how_much:
      'cuanto cuesta*, cuanto vale*, cuanto es, cuanto sale, cuanto cobr*, que vale, que precio*, que cuesta, precio de, cuanto me, cuanto, cuanto cuestan, a cuanto, cuanto hay que, cuanto se paga, por cuanto, cuanto pago, que sale, q vale',
    cost: 'precio*, cuota*, tarifa*, cuesta*, costar*, coste*, vale, caro, cara, barato, barata, euros, pagar, mensual*, paga, dinero, matricula, gratis, anual, pavos, pelas, planes, bono*, cobra*, cobrais, importe, presupuesto, oferta, ofertas, sale, modalidad*, pasta, lucas, suplemento, extra, economic*, incluid*, lana, varos, suelto, economico, asequible*, incluye, incluido, aparte, presupuestos, anualidad, trimestre, semestral, mensual, rebajas, baratito, plazos',
    discount:
      'descuento*, estudiante*, oferta*, promo*, promocion*, jubilad*, familia*, pareja, parado*, carnet joven, rebaja*, mayores, desempleado*, empresa*, reducid*, cupon*, joven*, numeros*, grupo*',
    trial:
      'prueba, probar, invitad*, invitar, un amigo, una amiga, pase, dia suelto, un dia, entrada suelta, colega, acompanante, de un dia, suelta, mi novia, mi novio, mi pareja, mi hermano, mi hermana, mi mujer, mi marido, traer a, primo, sesion suelta',
    membership:
      'abono*, cuota*, suscripcion*, membresia*, plan, contrato*, socio, socia, tarifa, matricula, permanencia, cuenta, bono*, pase, contratad*, afiliacion, mensualidad, inscripcion, premium, modalidad, inscripcion del gym',
    expire:
      'caduc*, acab*, termin*, venc*, finaliz*, expir*, valid*, renov*, renuev*, hasta cuando, quedan, queda, vigente*, vigencia, restan, fecha de fin, fecha, duracion, renovacion, dura, cuanto tiempo, cuantas sesiones, cuantos dias, vigor, toca pagar',
    paid: 'pagad*, pago*, pague, recibo*, cobrad*, cobrar*, cobro, al corriente, al dia, debo, deuda*, factura*, pendiente, impagad*, devuelto, cargo, cargado, domiciliacion, pasado el, toca pagar, transferencia, pagos, debe, adeudo, saldo, tarjeta de credito, proximo cobro',
    status:
      'estado, activ*, sigue activ*, mi plan, mi cuota, mi abono, mi suscripcion, mi membresia, mi tarifa, mi contrato, que plan, que tarifa tengo, contratad*, sigo siendo, mi cuenta, mi bono, mi modalidad, vigente, mi inscripcion, mi situacion, que tipo de, soy socio, soy socia, mi mensualidad, mi ficha, actual',
    leave:
      'darme de baja, dar de baja, baja del gimnasio, baja del gym, la baja, borrarme, dejar el gimnasio, dejar el gym, rescindir, cancelar mi suscripcion, cancelar mi abono, cancelar la cuota, cancelar el contrato, cancelar mi membresia, dejar de pagar, dejad de cobrar*, desapuntarme del gim*, salirme, dejo el, cancelar el abono, dejar de ser, no renovar, no quiero renovar, desuscrib*, irme del, cancelar mi contrato, cancelar mi plan, cancelar mi cuota, de baja, poner fin, cancelar la suscripcion, cancelar la membresia, baja, cancelar mi cuenta, abandonar, finiquitar, desvincular*, no cobr*, dejen de cobrar*, dejar, dejar mi abono, dejar el abono, dejar mi cuota, definitivamente, definitiva, finalizar mi contrato, no seguir, no quiero seguir, rescision, desligar*, anular mi inscripcion, anular el contrato, anular mi contrato, darse de baja, doy de baja, deis de baja, dame de baja del gim*, dadme de baja, bajarme, quitadme, quitenme, preaviso, irme del gim*, irme de este gim*, dejo el gim*, dejar de venir, ya no quiero ser',
    pause:
      'paus*, congel*, suspend*, parar, en espera, interrump*, aplaz*, temporal*, unos meses, un tiempo, detener, stand by, standby, poner en pausa, parada, hibernar, excedencia, retomar, bloquear mi, un par de meses',
    away: 'viaj*, fuera, extranjero, lesion*, mudo, mudanza, mudar*, embarazad*, operacion, operar*, operan, meses, semanas, vacaciones, trabajo, enferm*, otra ciudad, erasmus, baja medica, hospital, verano, de viaje, me traslad*, traslado, roto la, roto el, me voy a vivir, embarazo, pueblo, quirofano',
    no_longer:
      'ya no vengo, ya no voy, ya no, no lo uso, no uso, no vengo nunca, no me sale, demasiado caro, harto, no tengo tiempo, otro gimnasio, no me interesa, nunca vengo, no aprovecho, no puedo permitir*, no piso, no me compensa, no quiero seguir',
    badge:
      'tarjeta*, carnet, carne, pulsera*, llavero*, pase, chapa, tag, llave*, credencial, codigo qr, placa, ficha, badge, chip, tarjetita, gafete, tarj, targeta, tarjetas, tarjeta de acceso, tarjeta de socio, carnets, brazalete, identificacion, llavecita, pase de entrada, mi pase',
    lost: 'perd*, no encuentro, extravi*, olvid*, deje, dejado, no aparece, desaparec*, no se donde, se me ha caido, no la encuentro, no lo encuentro, no la tengo, sin tarjeta, sin pulsera, se me cayo, dejad*, no me lee, no lee, no pasa, no pita, no tengo mi, no llevo, no traigo, se me ha perdido, desmagnetiz*, no me abre, no localizo, se me quedo, despist*, encontrad*, perdi, quemad*, no funciona, no va, no abre, rota, roto, no me deja pasar, no me deja entrar, partio, partida, mojo, estropeo, se me rompio, me falta, no tengo la, sin la, robad*, hecha polvo',
    stolen:
      'rob*, robaron, mangado, mangaron, quitaron, birl*, hurt*, chorizad*, choriza*, sustraj*, ladron*',
    replace:
      'otra, otro, nuevo, nueva, duplicado, reponer, repuesto, hacer otra, recambio, reemplaz*, copia, sustituir, una nueva, provisional, desactiv*',
    train:
      'ejercicio*, entren*, rutina*, pesas, cardio, musculacion, abdominales, sentadilla*, flexion*, dominada*, correr, calent*, estir*, peso muerto, press, plancha*, burpee*, maraton, full body, tabla, programa de, levantar, zancada*, musculo, serie, remo, fuerza, carrera, estiramiento*, curl, trote, trotar, lagartijas',
    body: 'barriga, tripa, vientre, pecho, espalda, brazo*, pierna*, gluteo*, culo, hombro*, biceps, triceps, muslo*, gemelos, rodilla*, cintura, abdomen, abdominales, musculo*, panza, lumbar*, cuello, core, tableta, six pack, cadera*, cuerpo, michelines, pectoral*, dorsales, cartucheras, tobillo, cuadriceps, pompis, isquios, celulitis, lonja*',
    goal: 'perder peso, perder grasa, perder, adelgaz*, bajar, ganar, masa, definir, tonificar, ponerme fuerte, ponerme en forma, en forma, quemar, grasa, kilos, peso, principiante*, empez*, mejorar, progres*, volumen, resistencia, flexibilidad, fuerte, marcar, musculo, fondo, coger, recuperar*, forma, subir, aumentar, crecer, hipertrofia, novato, calorias, aguantar, estancad*, potencia, engordar, cachas',
    advice:
      'consejo*, recomend*, recomiend*, aconsej*, que hago, como hago, como puedo, que ejercicio*, es mejor, mejor, cuantas veces, como se hace, tecnica, correct*, bueno para, por donde empiezo, trucos, conviene, deberia, debo, sugieres, hay que, cada cuanto, es bueno, es malo, la forma de, antes o despues, idea de, eficaz*, cual es el mejor, tips, bien hecho, efectiv*, postura, que tal es',
    reps: 'repeticion*, series, serie, descanso, descansar, cuantas veces, veces por semana, dias a la semana, cuanto peso, minutos de, carga, dias por semana, veces a la semana, reps, rm, intensidad',
    eat: 'comer, como antes, comida, dieta, proteina*, nutricion, batido*, creatina, suplemento*, desayun*, cenar, beber, alimenta*, ayunas, ayuno, hidratos, comidas, carbohidratos, tomar, merendar, macros, whey, vitaminas',
    forget:
      'olvid*, borr*, elimin*, no guardes, no guardeis, no recuerdes, suprim*, quita*, no almacen*, no memorices, no grabes, destru*, derecho al olvido, limpia mi, no conserv*, no registr*, deja de guardar, no te quedes, no guarden, al olvido, guardes, elimine*, desaparec*, vacia, saca, anonimi*, dejes rastro, no te acuerdes, estar en tu memoria, sacame de, salir de tu memoria, no retengas, no te guardes, retiro mi consentimiento, revoc*, consentimiento, borreis, elimineis, olvides, olvida todo, borradme, borrarlo, desmemoriz*',
    data: 'datos, informacion, historial, rgpd, memoria, registro*, perfil, privacidad, ficha, personales, info, proteccion de datos, archivo*, lopd, rastro, confidencial*, grabacion*, base de datos, expediente, mensajes, chats, consentimiento, mi nombre, correo, numero, grabado, guardado, guardada',
    conversation:
      'conversacion*, charla*, lo que te he, lo que he dicho, te he dicho, te he contado, te dije, he contado, hemos hablado, lo hablado, platica, te conte, dicho, lo que hable*, hablado, lo que te dije, este chat, contado, ultimo mensaje, acabo de decir, acabo de contar, lo dicho, nuestra, lo ultimo, te acabo de, dije, mensajes, palabras, hablamos',
    about_me:
      'de mi, sobre mi, sabes de, mis datos, mi informacion, mi historial, mis conversaciones, personales, todo lo que sabes, sabeis, acerca de mi, mi info, mi rastro, tienes de, mis mensajes, mis charlas, lo mio',
    emergency:
      'emergencia*, desmay*, maread*, mareo*, ambulancia, urgente*, urgencia*, inconsciente*, sangr*, desfibrilador, infarto, pelea*, pegando, pegado, rapido, corriendo, socorro, auxilio, caido, accidente, convulsion*, acos*, agredi*, se encuentra mal, ahog*, no respira, en el suelo, primeros auxilios, tirad* en, se ha caido, se cayo, caida, se ha desmayado, sangre, ictus, epilep*, no se mueve, ahogando, dando algo, fuego, incendio, agresion, amenaz*, herid*, dano, se ha hecho dano, no puede respirar',
    left_over:
      'quedan, queda, hay hueco, hay sitio, libres, aun hay, todavia hay, hay plazas, hay cupo, hay lugar',
    negation: 'no, ni, nunca, sin, nada, tampoco, ningun*',
    rights: 'derecho*, ley, legal, rgpd, lopd, exijo, solicito, ejerzo',
  },
  spellings:
    'q=que,k=que,ke=que,qe=que,xq=porque,pq=porque,porq=porque,xk=porque,d=de,x=por,xfa=por favor,porfa=por favor,porfi=por favor,pf=por favor,porfavor=por favor,plis=por favor,pls=por favor,tb=tambien,tmb=tambien,tmbn=tambien,bn=bien,mñn=manana,mnn=manana,mna=manana,manyana=manana,mnana=manana,grax=gracias,grcs=gracias,gcs=gracias,graciass=gracias,grasias=gracias,salu2=saludos,dnd=donde,dnde=donde,cdo=cuando,cuand=cuando,kuando=cuando,cnd=cuando,xa=para,pa=para,pal=para el,toy=estoy,ta=esta,tas=estas,toi=estoy,gim=gimnasio,gym=gimnasio,gimnacio=gimnasio,jimnasio=gimnasio,abris=abris,kiero=quiero,qiero=quiero,kisiera=quisiera,qero=quiero,qro=quiero,tngo=tengo,tng=tengo,ola=hola,hla=hola,ora=hora,oras=horas,asta=hasta,ay=hay,ai=hay,aber=a ver,ahy=hay,nse=no se,nc=no se,dm=dime,msj=mensaje,mssg=mensaje,vdd=verdad,finde=fin de semana,profe=profesor,tlf=telefono,tel=telefono,mtr=matricula,sta=esta,stoy=estoy,akí=aqui,aki=aqui,akel=aquel,haber=haber,mxo=mucho,mxa=mucha,muxo=mucho,muxa=mucha,muxas=muchas,muxos=muchos,nxe=noche,nox=noche,noxe=noche,oi=hoy,oy=hoy,vien=bien,bestuario=vestuario,vestuarios=vestuarios,reserba=reserva,reserbar=reservar,cancelme=cancelame,qtl=que tal,kmo=como,komo=como,cmo=como,qien=quien,kien=quien,qn=quien,nesecito=necesito,nesesito=necesito,tarj=tarjeta,info=informacion,t=te,m=me,s=es,dl=del,ls=las,weno=bueno,wenas=buenas,wena=buena,aora=ahora,arto=harto,ora=hora,abia=habia,ase=hace,aser=hacer,acer=hacer,aga=haga',
};
