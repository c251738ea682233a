import type { SentimentLexicon } from './types.ts';

export const es: SentimentLexicon = {
  terms: [
    [
      -3.4,
      `
      inacept* | enojad* | enojo | me enoja | ofendid* | ofensiv* | exasperad* | encoleriz* | rabios* |
      iracund* | muy molest* | molesto con | molesta con | mosquead* | mosqueo | cabre* | encabron* |
      me pone enferm* | me pone mal* | me saca de quicio | saca de quicio | de quicio | me hierve |
      mediocr* | miserab* | lastimos* | deprimente* | calamitos* | insult* | una panda de | menuda panda |
      panda de | banda de | insatisfech* | incompetencia | negligen* | mala fe | mala gana | que rabia |
      me da rabia | de pena | da pena | dais pena | da vergueza | da verguenza ajena | verguenza ajena |
      la peor | de lo peor | pesimas | pesimos | aborrezco | asquead* | asco de | imbeciles | mamarrach* |
      os parece normal | le parece normal | te parece normal | les parece normal |  dineral |
       de tercera | de segunda | cobrar por nada |  
      me enganais | enganar | payaso* | hay limites | limites para | pasarse de la raya | os pasais |
      se pasan | pasado de la raya | hirviendo y | a nadie le importa | nadie le importa |
      nadie se preocupa | no le importa a nadie | no os importa nada |  es para flipar | 
      alucinante que | esto es el colmo | ya esta bien de | hasta aqui hemos llegado | 
      me marcho de aqui | me voy de aqui | no volvere a | no recomiendo | no lo recomiendo |
      no lo recomendaria | ni se os ocurra | huid | evitad | me arrepiento | arrepentid* | exijo |
      exigimos | explicacion ya | una explicacion | poca profesionalidad | falta de profesionalidad |
      nada profesional* | poco profesional* | aficionados | de aficionados | sin higiene | cero higiene |
      nula higiene | nunca limpi* | antihigienic* | cero respeto | sin respeto | no teneis verguenza |
      no tienen verguenza | deberia daros verguenza | que poca verguenza | poca verguenza | cada vez peor |
      va a peor | de mal en peor | peor imposible | no hay quien | no hay manera | ni para atras |
      estoy negr* | me teneis | me tienen | me tiene |   os vais a enterar |
      trato vejatorio | vejatori* | dejadez | dejad* de la mano | abandonad* | abandono total | guarros |
      jeta | que jeta | vaya jeta | morro | que morro | vaya morro | mucho morro | cara muy dura |
      nunca … tan mal | pocilga | cuchitril | basurero | estercolero | tan mal | perdido un cliente |
      perdido una clienta | perdeis un cliente | perder un cliente | disgustad* | disgusto | mi paciencia |
      sin paciencia | se acabo la | a ultima hora otra | poco serio | poca seriedad | nada serio |
      de una vez | de una maldita vez | maldit* | malisim* | humill* | callate | estupid* | no servis |
      no sirve para nada | no sirven para nada | no servis para nada | indignacion | riendo de la gente |
      riendo de | burla* | os burlais | se burlan | que trino | cerrado otra vez | otra vez cerrad* |
      otra vez cancel* | cancelada otra vez | no puede ser | es increible que nadie | no funciona nada |
      nada funciona | aqui no funciona | vete a la | iros a la | idos a la | que os den | que te den |
      vayanse | largate | pesimamente | peor que | tercer mundo | nos tratan | nos tratais | me tratan |
      me ignoran | ignorad* | ignorais | ignoran | prepotencia | soberbi* | mala leche | malas caras |
      mala cara | que narices | que cojones | que demonios | que clase de | quien se cree* |
      quien os creeis | vaya cara |  menudo robo | menuda verguenza | menudo timo | menuda panda | menuda mierda | la ultima vez que me enga* | os parece normal | que verguenza |
      que robo | que desastre | que falta de | para que pago | para que os pago | para eso pago |
      cobrado dos veces | cobrado de mas | me cobrasteis | cobrais | abusones | desastroso | fraude |
      carne de denuncia | nefasto | repulsiv* | apestos* | mugre* | mugrient* | putrefact* | insalubre* |
      colera | irritad* | irritante* | me irrita | me enfada | me enerva | me pone de los nervios |
      de los nervios | exasper* | desesper* | me tiene harto | me teneis hart* | ya estoy harto |
      hablar con el responsable | hablar con el encargado | hablar con el jefe | odio | odiar | detest* |
      cucaracha* | ratas | chinches | no puedo mas | no se puede mas | ya no puedo | borde | bordes |
      antipatic* | desagradab* | cabrea* | me cabrea | indigno | pago para nada | pagamos para nada |
      pagar para nada | pagar por nada | pago por nada | para nada de nada | pasais de todo |
      pasan de todo | pasais de mi | pasan de mi | pasan de nosotros | no os importa | no les importa |
      me la suda | hasta el cono | hasta la coronilla | hasta aqui | hasta los mismisimos |
      hasta las pelotas | estoy quemad* |  ya esta bien | el colmo | el acabose | intolerante* |
      imperdonab* | inexcusab* | increible que | parece mentira | ladronzuel* | chorizo* | mangantes |
      timad* | timar* | me habeis timado | robado | robais | roban | robando | me roban | acoso | acosad* |
      racista* | machista* | discrimina* | abogad* |  oficina del consumidor | una estrella |
      cero estrellas | mala resena | vergonzant* | deshonest* | irresponsab* |   payasos |
      payasada | chiste de mal gusto |  vaya tela | menudo desastre | menuda mierda | vaya mierda |
      vaya asco | vomitiv* |  nauseabund* | hedor | pestilente | tercermundista | insufrible* |
      inaguantab* | desfachatez | cachondeo | cachondeo padre | recochineo | atropello | abuso | abusivo |
      abusiva | abusais | abusan | clavada | sablazo | infame* | infumable* | despota* | prepotent* |
      chulos | chulesc* | malas formas | mala educacion | inacet* | inadmisib* | intolerab* | insoportab* |
      indignant* | indigna | indignado* | indignada* | verguenza | berguenza | vergonzos* | una mierda |
      mierda | asco | dan asco | da asco | asqueros* | repugnant* | estafa* | estafador* | timo |
      timadores | robo | un robo | ladron* | incompetent* | furios* | enfadad* | cabread* | cabreo | rabia |
      indignante | harto | harta | hartos | hartas | hasta las narices | hasta los huevos |
      hasta los cojones | hasta el gorro | hasta el mono | tomando el pelo | tomadura de pelo |
      tomais el pelo | toman el pelo | reis de mi | os reis de | se rien de | rien de nosotros |
      devolvedme | devuelvan* | devolvedme el dinero | quiero mi dinero | mi dinero | denuncia* |
      reclamacion* | hoja de reclamaciones | hojas de reclamaciones | mentis* | mentido* | mentira* |
      mentiros* | mintieron | mintio | engan* | no aguanto | no lo aguanto | no soporto | nunca mas |
      no vuelvo | no volvere | no pienso volver | peor gimnasio | el peor | lo peor | basura |
      gracias por nada | os da igual | les da igual | le da igual | da igual todo | falta de respeto |
      faltas de respeto | maleducad* | grosero* | grosera* | gritado | grito | me hablo mal | hablo fatal |
      hablo muy mal | como idiotas | como tontos | como a idiotas | como ganado | una broma | es de broma |
      ridicul* | patetic* | lamentab* | impresentab* | escandal* | sinverguenza* | caradura* | cara dura |
      ya basta | basta ya | penoso | penosa | bochorn* | cutre*
      `,
    ],
    [
      -3,
      `
      fatal | horrib* | horroros* | pesim* | desastr* | nefast* | terrible* | espantos* | deplorab* |
      guarrad* | guarr* | sucisim* | cochin* | apesta* | huele fatal | huele mal | peligros* |
      perdida de tiempo | perder el tiempo | perdiendo el tiempo | nadie hace nada | nadie … nada |
      nadie me hace caso | no cambia nada | nada cambia | no hacen nada | no haceis nada | nunca funciona* |
      sigue sin | siguen sin | sin arreglar | siempre rot* | muy decepcion* | super decepcion* |
      nada content* | no estoy content* | mal content* | descontent* | nunca hay sitio | nunca hay plaza* |
      un infierno | pesadilla | no es normal | no hay derecho | tratan mal | trato pesimo | inutil* |
      porqueria | chapuza* | una pena de
      `,
    ],
    [
      -2.2,
      `
      darme de baja | me doy de baja | doy de baja | dar de baja | borrarme | me borro |
      me cambio de gimnasio | irme a otro | decepcion* | insatisf* | molest* | frustr* | pesad* | triste* |
      sucio* | sucia* | suciedad | mal llevad* | mal gestion* | mal organiz* | mal cuidad* | sin avisar |
      nadie coge | nadie contesta | nadie responde | nadie atiende | otra vez rot* | otra vez averiad* |
      siempre llen* | no se puede | mal servicio | mala | malo | malos | malas | injust* | preocupad* |
      preocup* | carisimo | carisima | muy caro | muy cara | demasiado caro | demasiado cara |
      no esta bien | no me gusta nada | absurdo* | no muy limpi* | no estan limpi* | no esta limpi*
      `,
    ],
    [
      -1.5,
      `
      rot* | averiad* | averia* | estropead* | no funciona* | no va | no anda | no sirve* | defectuos* |
      bloquead* | fria | frias | frio | frios | helad* | congelad* | demasiada gente | mucha cola | cola |
      petad* | abarrotad* | a tope de gente | ruido* | ruidos* | demasiado alt* | pena | lastima | regular |
      problema* | fuga* | gotea* | atascad* | olor* | polvo | moho | resbala* | falta | faltan | retras* |
      tarde siempre | esperaba mas | esperaba algo mejor | esperaba mejor | podria ser mejor | mejorable* |
      no hay sitio | viejo | vieja* | viejos | gastad* | demasiado calor | demasiado frio | salta la | mal |
      queja* | quejar* | me quejo
      `,
    ],
    [
      -0.8,
      `
      baja | caro | cara | caros | lento* | lenta* | complicad* | dificil* | perdid* | tercera vez |
      nnn veces | tres veces | otra vez | desde hace semanas | desde hace una semana | desde hace un mes |
      meses asi | cancelaron | cancelad*
      `,
    ],
    [
      0,
      `
      que precios | precios | como me doy de baja | como puedo darme de baja | como darme de baja |
      como se da de baja | como doy de baja | congelar | buenos dias | buenas tardes | buenas noches |
      buen dia | que tal | a lo mejor | mejor hora | mejor momento | esta bien si | bien si
      `,
    ],
    [
      0.8,
      `
      gracias | gracia | grax | vale genial | bien gracias | correcto | util* | amable* | limpi* |
      tranquil* | mejor | barat* | no pasa nada | sin problema* | ningun problema | de acuerdo genial |
      interesant*
      `,
    ],
    [
      1.6,
      `
      bien | bueno | buena | buenos | buenas instalaciones | gusta* | guay | progres* | bien equip* | mola |
      molan | simpatic* | maj* | agradable* | comod* | rapido | rapida | eficaz | eficient* | profesional* |
      motivad* | motivador* | muchas gracias | mil gracias | muchisimas gracias | no esta mal | nada mal |
      no esta nada mal | no es malo | bastante bien | content* | contentisim* | satisfech* | recomiend* |
      bonit* | precioso | preciosa | feliz | encantador*
      `,
    ],
    [
      2.6,
      `
      genial | geniales | excelente* | perfecto | perfecta | fantastic* | estupend* | maravill* |
      increible* | encant* | me encanta* | encantad* | de diez | un diez | brutal | una pasada |
      de puta madre | puta madre | de lujo | un crack | crack | crac | cojonud* | la hostia | chulisim* |
      buenisim* | espectacular* | sobresaliente* | enhorabuena | felicidades | felicit* | ninguna queja |
      sin queja* | nada que objetar | muy bien | muy buen* | superbien | lo mejor | el mejor | la mejor |
      muy content* | flip* | increibl*
      `,
    ],
  ],
  swearing: `
    joder | jode* | jodid* | hostia* | ostia* | cono | cojones | puta | puto | putas | putos | gilipoll* |
    cabron* | capull* | imbecil* | idiota* | subnormal* | carajo | mierdas | leche* agria | pendej* |
    chingad*
  `,
  negators: 'no | nunca | jamas | sin | tampoco | ni | nada | ningun | ninguna',
  verbsBeforeNegator: '',
  stronger: `
    muy | super | tan | demasiado | realmente | totalmente | completamente | absolutamente | mazo |
    mogollon | siempre | otra vez | mucho | de verdad | verdaderamente | extremadamente
  `,
  weaker: 'un poco | algo | un pelin | a veces | ligeramente',
  turns: 'pero | aunque | sin embargo | y | e',
};
