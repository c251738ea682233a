import type { Lexicon } from './types.ts';

export const fr: Lexicon = {
  concepts: {
    hello:
      'bonjour, bonsoir, salut, coucou, hello, hey, hola, yo, wesh, slt, bjr, bsr, cc, salutations, enchante*, re, rebonjour, kikou, salam, bonjoir, wsh, wech, ouech, yop, salutt, me voila, me revoila, me revoici, de retour, coucouu, heyy',
    how_are_you:
      'ca va, comment vas, comment va, comment allez, la forme, quoi de neuf, ca roule, ca gaze, comment tu vas, bien ou bien, tu vas bien, vous allez bien',
    bye: 'au revoir, aurevoir, ciao, tchao, adieu, bye, a plus, a bientot, a demain, bonne soiree, bonne journee, bonne nuit, bon week, bon weekend, bon we, a la prochaine, a tout, a toute, tchuss, bonne fin, salut a, la bise, a plus tard, bon aprem, a lundi, a mardi, a mercredi, a jeudi, a vendredi, a samedi, a dimanche, bonne continuation, bon appetit, tcho, a tte, bye bye, hasta la vista, good bye, bonne fin de, passe une bonne, passez une bonne, porte toi bien, prends soin, a la revoyure, bonne route, bonne seance, bon match, a l annee prochaine, a tout a l heure, ciao ciao, bonne fete, bonne semaine, adios',
    leaving_now:
      'je file, j y vais, je m en vais, je te laisse, je vous laisse, je me sauve, je pars, je rentre, je bouge, me casse, je dois y aller, faut que j y aille, c est tout pour, j ai fini, c est bon pour moi, je decolle, je trace, rien d autre, j ai termine, je me tire, on y va, ce sera tout, que je rentre, que je file, que je parte, plus rien a, plus de question*, plus besoin de, ca sera tout, c etait tout, c est fini, je retourne, rien d autre a, je me retire, m arrete la, on s arrete la, je quitte la conversation, terminer la conversation',
    thanks:
      'merci*, remerci*, mrc, thanks, thx, gracias, reconnaissant*, c est gentil, sympa, trop aimable, tu geres, t assures, tu assures, tu m as sauve, tu me sauves',
    praise_short:
      'nickel, super, parfait, top, genial, cool, impec*, excellent, bravo, chef, formidable, trop bien',
    help: 'aide, aider, aidez, aides, besoin d aide, help, au secours, coup de main, assistance, guide*, tuto*, mode d emploi, instructions, renseign*',
    you_do:
      'tu fais quoi, tu sers, vous servez, ca sert, sers tu, tu peux faire, tu sais faire, peux tu faire, capable*, te demander, vous demander, tes fonction*, vos fonction*, fonctionnalite*, options, possibilite*, proposes, te dire, qui es tu, t es qui, tu es qui, c est quoi ton, vous pouvez faire, ton role, tes commande*, exemples, tu geres quoi, que tu geres, tu sais, tu proposes, tu reponds, tu peux repondre, tu comprends, tu connais, ton utilite, tes possibilites, t es capable, peux tu m aider, pouvez vous m aider, en quoi',
    not_understand:
      'comprends rien, comprends pas, pige pas, pige rien, rien compris, pas compris, perdu, paume, comment ca marche, comment ca fonctionne, comment on fait, comment on utilise, comment faut, je sais pas, comment t utiliser, comment utiliser, comment on se sert, comment je dois, principe, expliquer le, m expliquer, tu peux m expliquer, explique moi, arrive pas a me servir, arrive pas a utiliser, je debarque, premiere fois, nouveau ici, nouvelle ici',
    this_machine:
      'borne, machine, truc, machin, robot, ecran, jarvis, ia, application, appli, bidule, systeme, ordi*, assistant',
    when: 'quand, quelle heure, quelles heures, quel heure, heure, combien de temps, jusqu a quelle, a partir de, quel jour, quels jours, jusqu a quand, jusqu, vers',
    open: 'ouvr*, ouvert*, ouverture*, acces, accessible*, ouverts, non stop',
    close: 'ferm*, fermeture*, fermez',
    day: 'lundi*, mardi*, mercredi*, jeudi*, vendredi*, samedi*, dimanche*, demain, aujourd, aujourdhui, ajd, ce jour, apres demain, week end, weekend, we, semaine, hui',
    day_part:
      'matin*, midi, soir, soiree, apres midi, aprem, aprem*, nuit, minuit, tot, tard, hhmm, ce soir, cette aprem, journee',
    holiday:
      'ferie*, noel, nouvel an, paques, ascension, toussaint, pentecote, jour de l an, vacances, reveillon, nnn decembre, nnn mai, nnn juillet, nnn janvier, nnn novembre, nnn aout, armistice, pont, exceptionnel*',
    hours_word: 'horaire*, heures d ouverture, amplitude, plage*',
    class: 'cours, seance*, classe*, cour, collectif*, creneau*, lecon*',
    activity:
      'yoga, pilates, zumba, cycling, spinning, rpm, boxe, boxing, crossfit, cross fit, body, bodypump, pump, combat, bodycombat, bodyattack, hiit, step, stretch*, aquagym, aquabike, biking, trx, cross training, abdos fessiers, cuisses abdos, fit, les mills, lesmills, sh bam, bike, spin, caf, lia, circuit*, danse, gym douce, meditation, fitness, barre, kick*, mma, velo*, hyrox, renfo*, cardio training',
    schedule: 'planning, programme, emploi du temps, agenda, calendrier, grille, programmation',
    teacher:
      'prof*, coach*, anime*, animat*, donne le, donne*, instruct*, avec qui, moniteur*, qui fait, intervenant*, remplace*, assure',
    book: 'reserv*, inscri*, book*, resa, resas, cale, caler, bloque*, garde*, garder, retiens, retenir, positionne*, enregistre*',
    sign_me:
      'mets moi, met moi, mettez moi, me mettre, ajoute*, rajoute*, inscris moi, prends moi, prenez moi, je prends, je viens, je participe*, participer, note moi, notez moi, je veux faire, rejoindre, compte* moi, compte* sur moi, m inclure, me joindre, chope*, trouve moi, je m inscri*, m inscri*, faire le, je voudrais faire',
    place:
      'place*, liste, dispo*, spot, complet*, libre*, reste de la place, en reste, participant*, file d attente, liste d attente',
    want: 'veux, voudrai*, aimerai*, souhait*, envie, j aimerais, peux tu, tu peux, vous pouvez, pouvez vous, pourrai*, peut on, on peut, possible, puis je, faut que, j ai besoin, faudrait, peux, possible de, prefer*',
    cancel:
      'annul*, supprim*, enlev*, retir*, desinscri*, decommand*, libere*, raye*, desist*, efface* ma, efface* mon, vire moi, virer, barre moi, deplacer, reporter, ote*, lache*, laisse ma place, laisser ma place, sors moi, sortir, degage*',
    unable:
      'pourrai* pas, peux pas venir, peux plus venir, viens pas, viens plus, viendrai pas, ne viendr*, empechement, imprevu*, contretemps, indisponible, serai pas la, serais pas la, serai absent*, absent*, pas dispo, y serai pas, peux pas y aller, pas pouvoir, finalement, changement de plan, changer d avis, change d avis, loupe*, rate*, malade, plus possible, peux plus, pourrai plus, irai pas, vais pas, trop creve, en retard',
    mine: 'mon, ma, mes, miens, mienne, moi',
    i_have: 'j ai, ai je, suis inscri*, je suis, est ce que j ai, j avais, suis je, me reste',
    booked:
      'ma resa, mes resas, ma reservation, mes reservations, mes cours, mon cours, ma seance, mes seances, mon prochain cours, ma prochaine, mes prochain*, j ai reserve, je suis inscri*, suis je inscri*, mon planning, mon programme de, ma place, mes inscriptions, mon inscription, j avais reserve, mon creneau, m etais inscri*, me suis inscri*, confirmee, prise en compte, est ce que je suis, mon agenda, mon yoga, mon pilates, mon spinning, mon crossfit',
    which:
      'quel, quels, quelle, quelles, quoi, lequel, lesquels, c est quoi, liste, montre*, affiche*, rappelle*, dis moi, donne moi, voir, consulter, verifi*, confirm*, deja',
    broken:
      'casse, cassee, casses, cassees, panne*, marche pas, marche plus, marchent pas, marchent plus, fonctionne pas, fonctionne plus, fonctionnent pas, fonctionnent plus, hs, h s, mort, morte, bloque, bloquee, coince*, bruit*, grince*, couine*, abime*, dechire*, defectueu*, defaillant*, deraille*, s arrete, s allume pas, s allume plus, tourne pas, tourne plus, dysfonction*, bug, bugge, buggue, bugue, beug*, kc, pete, petee, petes, tordu*, use, usee, deregle*, desserre*, lache, grille, eteint*, deconne*, niquee, nique, vibre*, patine*, clignote*, saute*, craque*, tient plus, tient pas, foutu*, pourri, fendu*, fissur*, degonfle*, creve, rouill*, deboit*, probleme*, souci*, ferme pas, ferme plus, s ouvre pas, s ouvre plus, repond pas, repond plus, branle*, bancal*, effiloche*, coupe, arrache*, rade, naze, chelou, bizarre*, deglingu*, rouille*, descelle*, decroche*, decolle*, se regle plus, saccade*, cramee, crame, explose*, flingue*, dezingue*, nase, peter, en vrac, court circuit, etincelle*, gresille*, aval*, avale',
    dirty:
      'sale, sales, crade*, degueu*, degoutant*, immonde*, pue, puent, pu, odeur*, sent mauvais, salete, moisi*, poubelle*, nettoy*, propre*, menage, hygiene, crasseu*, poils, cheveux, cafard*, poussiere, salement, degueulasse*, degoute, pas nettoye*, jamais nettoye*, propret*, crasse, tache*, souille*, transpir*, sueur, nauseabond*',
    leak: 'fuite*, fuit, inond*, flaque, goutte*, coule*, deborde*, bouche, bouchee, bouches, bouchees, trempe*, mouille*, glisse, glissant, glissante, humid*',
    danger:
      'danger*, risque*, blesser, casser la figure, se casser, peligro, electrocut*, tombe*, tomber, attention, accident*, securite, coupant*, me suis fait mal, se faire mal',
    missing:
      'plus de, n y a plus, y a plus, il manque, manque*, vide, vides, plus d eau, pas d eau, plus rien, pas de savon, pas de papier, eau froide, eau chaude, glacee, froide, plus de lumiere, pas de lumiere, penurie',
    equipment:
      'tapis, velo, velos, rameur*, elliptique*, haltere*, barre, barres, poulie*, banc*, presse, machine*, cable*, poids, disque*, rack, smith, appareil*, leg press, stepper, kettlebell*, elastique*, sangle*, selle, pedale*, ecran, tele, porte, tourniquet, serrure*, casier*, lumiere*, ampoule*, clim*, ventil*, chauffage, chasse d eau, robinet*, lavabo*, pommeau, distributeur*, fontaine, neon, ascenseur, carrelage, miroir*, swiss ball, plafond, prise, interphone, portique, hauban, mur, sol',
    area: 'vestiaire*, douche*, toilette*, wc, chiottes, salle, plateau, etage, sauna, hammam, piscine, parking, couloir, entree, hall, sanitaire*, coin, zone, espace, fond, haut, bas',
    amenity:
      'sauna, hammam, piscine, jacuzzi, spa, parking*, wifi, wi fi, code wifi, serviette*, cadenas, casier*, douche*, garderie, creche, distributeur*, cafe, bar, machine a cafe, prise*, charger, recharger, seche cheveux, fontaine, gourde*, eau, toilette*, wc, chiottes, vestiaire*, terrasse, ascenseur, handicap*, pmr, fauteuil, uv, solarium, massage*, kine, boutique, consigne*, savon, sac de frappe, ring, rack, squat rack, espace femmes, espace femme, climatis*, salle de yoga, matos, equipement*, savon, tatamis, proteine*, shaker, vapeur, bain',
    where:
      'ou est, ou sont, ou se, c est ou, ou je, ou on, ou il, ou puis, ou peut, ou ca, trouve*, situe*, endroit, ou trouver, par ou, ou',
    good: 'super, top, genial*, excellent*, bravo, adore*, au top, incroyable*, felicit*, content*, ravi*, satisf*, bien, meilleur*, j aime, kiffe*, kif, tip top, parfait*, agreable*, sympa, sympas, gentil*, magnifique*, mortel, chapeau, canon, qualite, impec*, accueillant*, propre*, progres, au taquet, une tuerie, de ouf, exceptionnel*, geniale, geniaux, formidable*, extraordinaire*, fantastique*, superbe*, chouette*, nickel, cool, efficace*, a l ecoute, pro, professionnel*, au petit soin, aux petits soins, motivant*, motivee, patient*, souriant*, chaleureu*, serviable*, reussi*, dechire*, enorme, ouf, une pepite, respect, fier, merveill*, plaisir, convivial*, spacieu*, moderne*, charmant*, competent*, pedagogue*, dynamique*, impressionn*, recommande, etoiles, detente, au poil, reussie, trop fort, magique*',
    bad: 'nul, nulle, nuls, decu*, decevant*, decept*, honte*, honteu*, insupportable*, inadmissible*, scandale*, scandaleu*, inacceptable*, mauvais*, pire, catastroph*, abuse*, enerve*, marre, ras le bol, chiant*, relou*, laisse a desirer, se degrad*, bof, agac*, desagreable*, penible*, mecontent*, deplorable*, lamentable*, n importe quoi, foutage, pas normal, pas content*, impoli*, malpoli*, arrogant*, trop fort*, trop froid*, trop chaud*, pas assez, trop court*, trop long*, fort, bruyant*, saoule*, soule*, gonfle*, dommage, irrespect*, mal, pas terrible, plus ce que c etait, baisse, furieu*, colere, degoute*, degout*, humili*, de haut, meprisant*, mepris, hautain*, desagreabl*, froid*, glacial*, nulle part, pourrie*, merdique*, merde, chier, honteus*, voleurs, escroc*, arnaque*, arnaqu*, rien a faire, je m en fous, incompetent*, bacle*, mediocre*, minable*, exaspere*, exasper*, gache*, degrade*, deteste*, horrible*, affreu*, ennuyeu*, mou, molle, lent, lente, desorganis*, mal organise*, mal foutu*, monopolis*, squatte*, irresp*, sexiste*, racisme, raciste*, agressif*, agressive*, vulgaire*, derange*, inconfortable*, neglig*, jamais content, triste*, toujours plein*, trop de monde, trop de gens, mal parle*, engueul*, crie*, en retard, retard, ignore*, s en foutent, s en fiche*, personne ne fait, ne fait rien, font rien, fait rien, personne ne, abusif, deception',
    music: 'musique*, son, volume, sono, playlist, bruit, enceinte*, micro, decibel*, radio',
    complain:
      'plainte*, plaindre, reclamation*, reclamer, rouspeter, signaler, signale, mecontent*, remonter, coup de gueule, gueuler, prevenir, plains',
    suggest:
      'sugger*, suggestion*, idee*, propos*, ce serait bien, ca serait bien, ce serait cool, ca serait cool, vous devriez, devriez, pourriez, mettez, faudrait, remarque*, ajoutez, il faudrait, ameliorer, amelioration, rajoutez, serait sympa',
    tell_team:
      'avis, feedback, retour, commentaire*, laisser un, donner mon, voulais dire, voulais juste, juste dire, tenais a, faire savoir, transmet*, dire que, passer le message, faire passer, dites, mot, note, opinion, message, retours, franchement, honnetement',
    team: 'equipe, staff, personnel, coach*, accueil, responsable*, manager, gerant*, directeur*, patron*, directrice, employe*, chef, prof, profs, receptionniste, conseiller*, boss, gardien, secur*, vigile',
    desk: 'accueil, reception, comptoir, guichet, bureau, desk',
    talk_to:
      'parler a, parler avec, voir quelqu, voir un, voir le, voir la, discuter avec, parler au, m adresser, avoir quelqu, un rendez vous, rdv, rencontrer, joindre, contact*, echanger avec, etre rappele, rappeler, me rappelle, avoir affaire, parler, discuter',
    call: 'appelle*, appeler, appelez, faire venir, faites venir, fais venir, envoie*, envoyez, cherche*, chercher, va chercher, previens, prevenez, qu on vienne, que quelqu un vienne, demande*, passe moi, passez moi, mets moi en relation, vienne, viens m aider, venir m aider, sonne*, besoin de quelqu, besoin d un, besoin d une',
    human:
      'humain*, vraie personne, vrai personne, quelqu un, quelqun, qqn, personne, vrai humain, vrai gens, une personne, etre humain, conseiller, pas un robot, pas une machine, personne reelle, en vrai, de vrai, en chair, vivant*, agent, etre vivant',
    crowded:
      'monde, affluence, frequent*, bonde*, blinde*, plein, pleine, plein a craquer, foule, rempli*, charge, chargee, bouchon, peuple*, attente, la queue, heures de pointe, heure de pointe, surcharge*, sature*, pris, prises, occupe, occupes, noir de monde, sardines, file, plein de gens, libre, libres, full, gave, cohue, bouscul*, engorge*, embouteill*, blindax, grouille*, rush, affluent, archi plein, nombreux, serres, tasse, tasses, peuplee, populeux, surpeuple*, debord* de monde, prise d assaut, invasion',
    quiet:
      'calme*, tranquille*, peinard, vide, desert*, heures creuses, heure creuse, cool, personne, moins de monde, pas grand monde, creuse*',
    now: 'maintenant, actuellement, en ce moment, tout de suite, a cette heure, present*, instant, moment, cette heure ci, mtn, tt de suite, encore, a l heure actuelle, direct',
    how_many:
      'combien de gens, combien de personnes, combien on, on est combien, combien de monde, nombre de, combien sont, combien d adherent*, combien vous etes, combien de membre*, sont combien, taux d occupation, combien y a, combien de fois, combien de temps',
    people: 'gens, personnes, monde, adherent*, membres, pelos, s entrainent, pers',
    how_much:
      'combien, cb, quel prix, quel tarif, a combien, quels sont les prix, ca fait combien, a quel prix',
    cost: 'prix, tarif*, coute*, couterait, cher, chere, euro*, balle*, payer, paye, prend pour, facture*, montant, mensualite*, sous, argent, devis, cout, couts, gratuit*, payant*, budget, vaut, frais, les formules, vos formules, vos offres, offre, offres, grille tarifaire, balles, abordable*, bon marche, rabais, economique*, hors de prix, supplement*, en plus, inclus, compris, compris dans',
    discount:
      'reduc*, remise*, promo*, etudiant*, chomeur*, senior*, parrain*, famille, couple, code promo, moins cher, ce, comite d entreprise, tarif reduit, lyceen*, jeune*',
    trial:
      'essai, essayer, decouverte, invite*, inviter, un ami, une amie, pass, passe, journee, a l unite, copain, copine, pote, pass jour, ma femme, mon mari, ma soeur, mon frere, carte de, un mois, une semaine, une fois, juste une seance, seance unique',
    membership:
      'abonnement*, abo, abos, contrat*, adhesion, formule*, forfait*, cotisation*, engagement, engage, engagee, inscription annuelle, prelevement*, mensualite*, pass, abonne*, adherent*, souscri*, carte nnn, carte de nnn, compte, licence, inscrit a la salle, etre membre, membre',
    expire:
      'expire*, termine*, fini*, fin, finit, echeance*, valable, valide*, jusqu a quand, prend fin, renouvel*, se termine, s arrete, reconduit*, reconduction, encore combien, date de fin, a terme, court, duree, anniversaire, combien de mois, combien de temps',
    paid: 'paye*, paiement*, preleve, prelevee, prelevement*, a jour, regl*, facture*, impaye*, rejet*, carte bancaire, cb, dois, debite*, rib, passe, doit, virement, iban, en regle, solde',
    status:
      'statut, actif, active, actuel, actuelle, mon compte, ma formule, mon forfait, mon contrat, situation, etat, en cours, ou j en suis, ou en est, infos sur mon, mon abonnement, mon abo, quel abonnement, quelle formule, mon dossier, quel type, toujours, encore abonne, encore valable, encore valide',
    leave:
      'resili*, desabonn*, quitt*, arreter mon, arreter l abo*, arreter de payer, stopper*, stop, mettre fin, me barrer, me casse, partir de, annuler mon abo*, annuler mon contrat, annuler mon inscription a la salle, rompre, rupture, plus etre membre, plus venir, me desinscrire de la salle, cloturer*, fermer mon compte, clore, arreter, plus payer, annuler l abo*, me retirer du club, me barre, arrete, rendre mon abo*, rendre mon abonnement, definitivement, definitive, mettre un terme, lacher l abo*, me desengager, stopper l abo*, annuler ma carte de membre, annuler mon adhesion, ne plus etre, denoncer, finir mon abo*, finir mon contrat, ne pas renouveler, non renouvellement, preavis',
    pause:
      'pause, suspen*, geler, gele, gel, interromp*, mettre en attente, report*, decaler, freeze, suspendre, congel*, stand by, standby, mettre en veille, bloquer mon abo*, arreter temporairement, quelques mois, temporaire*',
    away: 'pars, partir, vacances, etranger, voyage, demenag*, mute, mutation, blesse*, blessure, opere*, operation, enceinte, grossesse, malade, maladie, mois, semaines, deplacement, absent*, conge*, arret maladie, platre, accouche*, hopital, stage, erasmus, chomage',
    no_longer:
      'viens plus, veux plus, utilise plus, ai plus le temps, plus le temps, plus les moyens, vais plus, sert a rien, trop cher, plus envie, ne viens jamais, marre',
    badge:
      'badge*, carte, cartes, bracelet*, pass, carte d acces, carte de membre, puce, cle, clef, porte cle*, carte membre, qr code, carte d adherent, bip, bage, bagde, badge d entree, badger, tag, jeton, carton',
    lost: 'perdu*, perd, perds, egare*, paume*, trouve plus, retrouve plus, retrouve pas, trouve pas, disparu*, sais plus ou, oublie*, laisse, tombe, fait tomber, perte, introuvable, ai plus, plus mon, plus ma, pas mon badge, pas ma carte, sans mon badge, ou est mon, demagnetis*, bipe plus, passe plus, scanne pas, casse',
    stolen: 'vol, vole, volee, pique, piquee, tire mon, fauche, chourave, arrache',
    replace:
      'nouveau, nouvelle, refaire, remplac*, un autre, une autre, duplicata, redonner, recuperer, double, rechange, recommand*, rendre, rendu, retrouve',
    train:
      'exercice*, exos, exo, entrain*, muscu*, musculation, cardio, seche, secher, programme, routine, echauff*, etire*, stretching, squat*, souleve, developpe, pompe*, traction*, gainage, abdos, courir, course, fractionne, split, full body, marathon, haltere*, burpee*, deadlift, bench, fente*, planche, crunch*, rm',
    body: 'dos, bras, jambe*, cuisse*, fesse*, fessier*, ventre, bide, pec*, pecs, pectoraux, epaule*, biceps, triceps, abdo*, abdominaux, mollet*, genou*, ventre plat, taille, lombaires, dorsaux, trapezes, hanche*, cou, cheville, poignees d amour, corps, muscle*, tablettes, ischios, nuque, quadri*',
    goal: 'perdre du, perdre des, maigrir, mincir, poids, kilos, masse, prendre du, prendre de la, grossir, prise de, remise en forme, remettre en, tonifi*, affiner, secher, progresser, debut*, reprendre, reprise, endurance, souplesse, bruler, calories, gras, graisse, forme, plus fort, me muscler, raffermir, souffle, performance*, volume, galbe*',
    advice:
      'conseil*, conseille*, recommand*, quoi faire, je fais quoi, je dois faire, faut il, vaut il mieux, c est mieux, mieux, il vaut mieux, efficace*, bon pour, comment travailler, comment faire, par ou commencer, astuce*, technique, methode, idee d exo, comment je peux, meilleur*, combien de fois, tu preferes, bonne posture, comment progresser, comment on, correctement, avant ou apres, ideal',
    reps: 'series, serie, repet*, reps, rep, charge, charges, repos entre, temps de repos, combien de fois, fois par semaine, minutes de, tempo, amplitude, intensite',
    eat: 'manger, mange, proteine*, regime, alimentation, nutrition, whey, creatine, collation, boire, dieta, dietet*, repas, glucides, petit dej*, nourriture, jeun, shaker, complement*, calories',
    forget:
      'oublie*, efface*, supprim*, retire*, garde* pas, conserve* pas, enregistre* pas, souviens pas, retiens pas, vider, vide, detrui*, effacement, oubli, memorise* pas, disparaitre, nettoie, gardes, gardez, conserviez, note* pas, enlev*, stock* pas, purge*, droit a l oubli, retenir, souviennes, anonym*, plus etre dans ta memoire, sors moi de, oublies, oubliez, ne garde, ne gardez, ne retiens, ne retenez, ne conserve, ne conservez, ecrase, desenregistr*, revoque*, retire mon consentement, retirer mon consentement, consentement',
    data: 'donnee*, info, infos, information*, rgpd, cnil, historique, memoire, dossier, profil, fichier*, vie privee, confidentialit*, traces, enregistrement*, trucs sur moi, confidentiel*, prive, privee, base, consentement, coordonnees, numero, mail, mon nom, memorise*',
    conversation:
      'conversation*, discussion*, echange*, ce que j ai dit, ce que je t ai, ce que je viens, j ai dit, t ai dit, t ai raconte, vous ai dit, on a dit, on s est dit, parle de, ai raconte, dit avant, nos, dernier message, messages, ce qu on, viens de dire, viens de te dire, dit tout a l heure, dialogue, paroles, propos, notre',
    about_me:
      'sur moi, me concern*, a mon sujet, de moi, tout ce que tu sais, tout ce que vous savez, mes donnee*, mes info*, personnel*, perso, persos, mes conversations, mon historique, tu sais de',
    emergency:
      'malaise, evanoui*, urgence, urgent*, pompier*, samu, saigne*, inconscient*, defibrill*, blesse, respire plus, crise, secours, vite, agress*, bagarre, bat, battent, tombe dans les pommes, par terre, convuls*, harcel*, suspect, etouff*, ne respire plus, arret cardiaque, brule, crise cardiaque, epilep*, sang, secourez, a l aide, tombee, inanime*',
    left_over: 'reste, restent, restant*, restantes, dispo*, encore de la, encore des',
    negation: 'pas, ne, n, jamais, plus, non, aucun*, sans, rien',
    rights: 'droit, article, loi, legal, rgpd, cnil, demande, exige',
  },
  spellings:
    'jai=j ai,jsuis=je suis,chui=je suis,chuis=je suis,jveux=je veux,jveu=je veux,jvoudrais=je voudrais,jvoudrai=je voudrais,jpeux=je peux,jpe=je peux,jfais=je fais,jdois=je dois,jme=je me,jte=je te,jcomprends=je comprends,jsais=je sais,jviens=je viens,jprends=je prends,jarrive=j arrive,jaimerais=j aimerais,jaimerai=j aimerais,jaime=j aime,javais=j avais,yaura=y aura,ya=y a,yen=y en,yavait=y avait,ilya=il y a,c=c est,cest=c est,cetait=c etait,cet=cet,ct=c etait,ki=qui,kil=qu il,ke=que,kel=quel,kelle=quelle,kels=quels,koi=quoi,kwa=quoi,kan=quand,kand=quand,qd=quand,qand=quand,pk=pourquoi,pkoi=pourquoi,pq=pourquoi,stp=s il te plait,svp=s il vous plait,siouplait=s il vous plait,tt=tout,ts=tous,tjs=toujours,tjrs=toujours,bcp=beaucoup,ds=dans,pr=pour,vs=vous,ns=nous,nn=non,oe=oui,ouai=ouais,mtnt=maintenant,mnt=maintenant,mtn=maintenant,auj=aujourd hui,ajd=aujourd hui,aujourdhui=aujourd hui,dem=demain,2m1=demain,dmain=demain,qqn=quelqu un,qqun=quelqu un,quelquun=quelqu un,kelkun=quelqu un,qqch=quelque chose,qq=quelque,rdv=rendez vous,sui=suis,vou=vous,voudrai=voudrais,mrc=merci,mci=merci,merki=merci,slt=salut,bjr=bonjour,bsr=bonsoir,bj=bonjour,dsl=desole,jsp=je sais pas,tkt=t inquiete,pb=probleme,pbm=probleme,pbs=problemes,msg=message,nrv=enerve,jms=jamais,qlq=quelque,tps=temps,hr=heure,heur=heure,eske=est ce que,esk=est ce que,estceque=est ce que,esce=est ce,tas=t as,tes=tes,tfais=tu fais,tpeux=tu peux,tsais=tu sais,ct=c etait,cb=combien,conbien=combien,comb1=combien,b1=bien,r1=rien,qques=quelques,rpz=represente,chais=je sais,chépa=je sais pas,chepa=je sais pas,pa=pas,fo=faut,jen=j en,sam=samedi,dim=dimanche,lun=lundi,ven=vendredi,vend=vendredi,jeu=jeudi,rez=reserve,abo=abonnement,abos=abonnements,aprem=apres midi,apm=apres midi,weekend=week end,we=week end,wk=week end,resas=reservations,resa=reservation,douch=douche,muskul=muscu,atm=en ce moment,ojd=aujourd hui,mwa=moi,twa=toi,savoir=savoir,pdt=pendant,dlo=de l eau,lmuscu=la muscu,msieur=monsieur',
};
