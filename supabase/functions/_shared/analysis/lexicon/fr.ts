import type { SentimentLexicon } from './types.ts';

export const fr: SentimentLexicon = {
  terms: [
    [
      -3.4,
      `
      inadmissib* | fache | fachee | faches | fachees | pitoyab* | piteu* | en rogne | en petard |
      furibond* | exaspere* | exasperant* | ulcere* | offens* | vexe* | contrarie* | agace* au |
      vraiment agace* | tres agace* | insatisfait* | mediocr* | misera* | calamiteu* | navran* |
      nullissime | nullard* | nullite* | merdouil* | crasseu* | insalubre* | repugnan* | repoussant* |
      innommab* | inqualifiab* | indefendab* | inadmis* | inimaginab* | aberration | une insulte |
       du mepris | en ai ras | en ai par dessus | par dessus la tete | ca me rend fou |
      ca me rend folle | rend dingue | rend fou | rend folle | deteste | je deteste | ai la rage |
      j ai la haine | la haine | mauvaise foi | mal intentionne* | trouvez ca normal | vous trouvez normal |
      tu trouves ca normal |  c est pas normal | plein pot | au rabais | paye* une fortune |
      paie une fortune | cher pour rien | trop cher pour | cher paye pour | me faire avoir | fais avoir |
      fait avoir | nous avez eus | guignol* | clown* | rigolo* |  amateurisme | pas pro |
      pas professionnel* | tape completement | s en tape* | s en bat* | bats les couilles | s en fout* |
      fichez du monde | y a des limites | des limites a | limites a se | depasse les bornes |
      depasse les limites | intenable | invivable | infernal* | la goutte d eau | tout sauf propre |
      zero hygiene | aucune hygiene | aucun entretien | pas entretenu* | jamais nettoye* | jamais propre* |
      laisse a l abandon | abandonne* | laxis* | je me barre | me casse d ici | 
      je m en vais d ici |  vous me perdez | allez au diable | c est du grand | c est du propre |
      bravo l organisation | merci l organisation | bande de | quel manque de | manque de serieux |
      manque de professionnalisme | aucun serieux | aucun professionnalisme | aucune consideration |
      aucune organisation | aucune honte | vous avez pas honte | pas honte | avez pas honte |
      devriez avoir honte | c est de l abus |   ca va pas la tete | ca va pas non |
      pas content du tout | vraiment pas content* | tres mecontent* | mecontentement | reclamation |
      je veux une explication | exige | j exige | c est grave | tres grave | inquietant pour | honte a |
      jamais … aussi mal | jamais … si mal | porcherie | ecurie | taudis | depotoir |  mal recu* |
      mal accueilli* | mal traite* | maltrait* | si mal | aussi mal | perdu un client | perdu une client* |
      perdre un client | perdez un client | commence a bien faire | commencez a bien faire | pete les |
      cest fini | c est fini je | ma patience | plus de patience | patience a des limites |
      dernier moment encore | crie dessus | hurle dessus | engueul* | c est incroyable ca | incroyable ca |
      poireaut* | bonne fois pour toutes | rien ne marche | rien ne fonctionne | rien marche |
      tout est casse | tout est en panne | insoutenable* | allez vous faire | va te faire |
      aller vous faire | ta gueule | ferme la | fermez la | tg | casse toi | degage | degagez | cassez vous | 
      serve* a rien | sert a rien | servez a rien | servent a rien | vous moquez | se moque* du monde |
      moquez des gens | se moque* des gens | venere* | vener | remonte* contre | irrite* | irritant* |
       rageant* | humili* | ignore* | m ignore | pris de haut | pris pour | traite* comme |
      comme du betail | comme des chiens | merdique* | pourave* | eclate au sol | claque au sol | flingue* |
      cata total* | la misere | tiers monde | pietre | indecent* | affligeant* | navrant* | consternant* |
      epouvantab* | atterr* | desesper* | accablant* | avili* | j hallucine | non mais allo |
      non mais serieux |  de qui se moque t on | on se moque | on se fout |
      c est quoi ce delire | c est quoi ce bazar | quel bazar | quel cirque | quelle honte | quelle blague |
      quelle arnaque | quelle horreur | quelle merde | quel scandale | trop nul* | tellement nul* |
      zero pointe | prenez nous pour | toujours ferme* | encore ferme* | encore annule* | toujours annule* |
      jamais ouvert* | jamais repondu | aucune reponse | aucun retour | aucune nouvelle | sans nouvelle* |
      incapable* | odieu* | odieuse* | detest* | haine | je hais | horripilant* | ecoeur* | nauseabond* |
      cafard* |  vermine | punaises de lit | dega | degueu | degueux | deg | ca suffit |
      suffit maintenant | en peux plus | en peut plus | nen peux plus | n en peux plus | supporte plus |
      plus supportable | trop c est trop |   paie pour rien | paye pour rien |
      jeter par les fenetres | jete l argent | volent | vole nnn | m a vole | m ont vole | mavez vole |
      m avez vole |  foutaise* | moqueri* | ridicul* | grotesque* | barre* en couille |
      tire* au flanc | flemmard* | feignant* | faineant* | choque* | choquant* | indigne* | revolte* |
      revolt* | outre* | outrage* | fumist* | charlatan* | truand* | malhonnet* | harcel* | raciste* |
      sexiste* | discrimin* | pervers | main au cul | gestes deplaces | porte plainte |  tribunal |
      repression des fraudes | signalement conso | avis google | une etoile | zero etoile* | cata | naze |
      nazes | craignos | daube | bouse | torchon | la loose | escroqu* | entub* | arnaq* | pigeon* |
      prend* pour des | prenez pour des | prenez pour qui | vous lavez les mains | lavez les mains |
       a vomir | a gerber | a fuir | fuyez |  ca degoute | degoutee | degoutes |
      irresponsab* | inexcusab* | impardonnab* | intolerab* | inconcevab* | hallucin* | aucune excuse |
      foutu de | foutus de | jamais vu | inaccept* | inaccep* | scandal* | honteu* | une honte |
      honte a vous | lamentab* | catastroph* | immond* | degueul* | deguelas* | degue | degoutant* |
      degoutee de | ignoble* | revoltant* | abject* | insupportab* | arnaqu* | escro* | voleu* | du vol |
      racket* | incompeten* | furieu* | furax | enrage* | en colere | colere | hors de moi | ras le bol |
      ras le cul | plein le dos | plein le cul | marre | en ai assez | a bout | foutez de moi |
      foutez de nous | fout de moi | fout de nous | foutent de nous | moquez de moi | moquez de nous |
      se moque de nous | se moque de moi | nimporte quoi | n importe quoi | importe quoi | pour des cons |
      pour un con | pour des idiots | pour des pigeons | pour un imbecile | vache a lait | vaches a lait |
      plus jamais | jamais vu ca | jamais vu une … aussi mal | jamais vu un … aussi mal | une blague |
      foutage de gueule | pire salle | la pire | le pire | remboursez | rembourse moi | remboursez moi |
      exige un remboursement | porter plainte | plainte | menti | mensonge* | menteu* | mal parle |
      manque de respect | irrespect* | insult* | agressi* | agresse* | minable* | merdi* | me saoule |
      me soule | soule* moi | saoulant* | soulant* | me gonfle* | me gave | gavant* | enerve* | enervant* |
      excede* | pete un cable | peter un cable | pathetique* | ridicule* | inhumain* | infect* | infame* |
      merci pour rien | vous en fichez | vous en foutez | en fiche* | en fout* | zero respect | se fout* |
      me casse les | cassez les
      `,
    ],
    [
      -3,
      `
      nul | nuls | nulle | nulles | pourri* | horrib* | affreu* | atroce* | deplorab* | desastr* | indign* |
      horripil* | decevant* | tres decu* | hyper decu* | deception | degoute* | crade* | crado* |
      dangereu* | ca pue | ca pu | pue | puent | ca schlingue | personne ne … rien | rien ne bouge |
      rien ne change | rien na change | rien n a change | rien n est fait | rien nest fait |
      personne ne fait rien | personne fait rien | perds mon temps | perte de temps | deplorable |
      mensonger* | impolie* | impoli | malpoli* | mal eleve* | desagreable* | mepris* | derniere fois que |
      pas content* | pas contente | mecontent* | pas normal* | pas serieux | pas acceptable* |
      pas possible | abuse* | c abuse | vous abusez | un scandale | une catastrophe | un enfer | l enfer |
      horreur | jamais de place | toujours pas repare* | aucun respect | inutile* | bande de
      `,
    ],
    [
      -2.2,
      `
      je resilie | vais resilier | veux resilier | finir par resilier | envie de resilier | me desabonn* |
      va a la concurrence | je pars ailleurs | aller ailleurs | decu* | insatisf* | agac* | frustr* |
      penible* | lassant* | fatigue de | fatigant* | ennuyeu* | moche* | triste* | sale | sales | salete* |
      personne ne repond | personne repond | personne vient | personne ne vient | jamais personne |
      sans prevenir | toujours en panne | encore en panne | encore casse* | toujours casse* | encore hs |
       jamais repare* | mal tenu* | mal gere* | mal entretenu* | mal organise* | mauvais* |
      aberrant* | absurde* | injuste* | inquiet* | inquietant* | regrette* | ca craint | craint |
      impossible de | pas propre* | pas terrible* | pas top | pas cool | pas genial* | pas ouf |
      pas fameu* | pas bon | pas bien | trop cher* | hors de prix | plus envie
      `,
    ],
    [
      -1.5,
      `
      panne* | casse* | cassee* | abime* | hs | hors service | defectueu* | bug* | beug* | bloque* |
      marche* … pas | marche* … plus | marche* … jamais | fonctionn* … pas | fonctionn* … plus |
      fonctionn* … jamais | froid | froids | froide | froides | glacial* | glacee* | trop de monde |
      bonde* | toujours plein | trop plein | blinde | surcharge* | bruyant* | trop fort | dommage | bof |
      mouais | bruit | attend* trop | trop longtemps | trop d attente | queue | retard* | annule sans |
      mal | galere* | relou* | probleme* | souci* | fuite* | fuit | bouche | bouchee | bouches | bouchees |
      odeur* | poussiere* | moisi* | manque | manquent | trop chaud* | trop froid* | etouff* | a desirer |
      a revoir | vieux | vieille* | use | usee* | vetuste* | grince* | saute | attendais a mieux |
      esperais mieux | pas au niveau | laisse a desirer | pas assez | trop court* | trop petit* | plains |
      plaindre | reclam*
      `,
    ],
    [
      -0.8,
      `
      resili* | desabonn* | annuler mon abonnement | annulation* | cher | chere | chers | cheres | lent |
      lente* | complique* | difficile* | moyen | moyenne | perdu* | depuis une semaine |
      depuis des semaines | depuis un mois | depuis des mois | toujours pas | trois fois | 3 fois |
      nnn fois | nnne fois | deux fois que
      `,
    ],
    [
      0,
      `
      bien sur | le plus | la plus | les plus | plus tard | plus tot | en plus | au plus | de plus |
      plus ou moins | un peu plus | plus que | pas de raison | est ce que | n est ce pas | pas mal de |
      ou bien | eh bien | bon alors | bon ben | c est bon | bon sinon | bonne journee | bonne soiree |
      bonne seance | est ce bien | meilleur moment | meilleure heure | aimerais | j aimerais | mal de dos |
      aimerai
      `,
    ],
    [
      0.8,
      `
      merci | merki | mercii | cool | ok super | correct* | sympathique | ca marche | ca va | gentil* |
      interessant* | utile* | propre* | calme* | agreable* | mieux | pas cher* | volontiers | avec plaisir |
      pas grave | pas de souci* | pas de probleme* | aucun souci* | aucun probleme*
      `,
    ],
    [
      1.6,
      `
      bien | bon | bonne | bons | bonnes | aime* | sympa* | chouette* | pas mal | pas degueu | pas si mal |
      pas trop mal | pas deg | rapide* | efficace* | pro | professionnel* | a l ecoute | accueillant* |
      souriant* | motive* | motivant* | merci beaucoup | merci infiniment | grand merci | un grand merci |
      bravo | recommand* | bien equip* | satisf* | beau | belle* | heureu* | content* | confortab* |
      progres* | rien a dire
      `,
    ],
    [
      2.6,
      `
      super | top | excellent* | genial* | geniau* | parfait* | nickel* | niquel | ador* | impec* | extra |
      formidab* | fantastique* | ravi | ravie | ravis | magnifique* | incroyab* | merveill* | exceptionn* |
      enchant* | au top | trop bien | vraiment bien | tres bien | tres bon* | tres content* |
      trop content* | de la balle | une tuerie | tue sa race | dechire |  ouf |  d enfer |
      rien a redire | aucun reproche | felicitation* | pas mal du tout | kiff* | kif | bluff* | meilleur* |
      la meilleure
      `,
    ],
  ],
  swearing: `
    putain* | ptn | putin | merde* | bordel* | chier | chiant* | fait chier | faites chier | enfoire* |
    connard* | connass* | salop* | encul* | con | cons | conne | debile* | bouffon* | bouffonnerie |
    abruti* | cretin* | foutu* | wtf
  `,
  negators: 'pas | pa | jamais | plus | aucun | aucune | sans | ni | guere | rien de | nullement | zero',
  verbsBeforeNegator: 'aim* | ador* | recommand* | apprecie* | kiff* | content* | satisf*',
  stronger: `
    tres | vraiment | trop | super | hyper | ultra | mega | tellement | carrement | franchement |
    completement | totalement | absolument | extremement | vachement | grave | si | aussi | toujours |
    encore | du tout | tt le temps
  `,
  weaker: 'un peu | assez | plutot | legerement | parfois | un chouia',
  turns: 'mais | par contre | sinon | cependant | et',
};
