import type { Examples } from './types.ts';

export const fr: Examples = {
  greet: `bonjour / salut / bonsoir jarvis / coucou toi / hello / hey / yo / wesh la borne / salut ça va / bonjour comment vas-tu / slt / bjr
    bonjour à tous / salut jarvis tu vas bien / hey ça roule / bonjour, la forme ? / salut quoi de neuf / re / me revoilà / rebonjour
    bonjour monsieur le robot / bien le bonjour / salutations / hola / bonsoir tout le monde / enchanté / salut l'ami / wesh ma gueule / coucou c'est moi
    ça va aujourd'hui ? / comment allez-vous ce matin / tu vas bien ? / yo ça dit quoi / salut salut / bonjour bonjour`,
  goodbye: `au revoir / à demain / à plus / à plus tard / bonne soirée / bonne journée / ciao / bye / tchao / à bientôt / salut je m'en vais / bon j'y vais
    allez je vous laisse / c'est tout pour aujourd'hui / c'est bon je n'ai plus besoin de rien / non c'est tout / à la prochaine / allez bye / bonne nuit
    je file m'entraîner / je dois y aller / merci au revoir / merci bonne journée / ok merci ciao / merci à plus / bon week-end / je me sauve / adieu
    à la semaine prochaine / on se voit demain / ça ira, bonne fin de journée / je rentre chez moi / allez salut / j'ai terminé / rien d'autre merci au revoir
    je me casse à demain / à tte / bisous / je bouge, bonne aprem / stop c'est fini / on arrête là`,
  thanks: `merci / merci beaucoup / merci bien / je vous remercie / mille mercis / merci infiniment / super merci / ok merci / parfait merci / trop gentil
    c'est gentil / c'est sympa / merci pour ton aide / merci pour l'info / nickel / top merci / t'es au top merci / tu gères / tu m'as bien aidé
    grand merci à toi / cool merci / je te remercie / c'est très aimable / génial merci / impec merci / thanks / t'assures merci / bien aimable / merci mon ami
    merci jarvis / ah super, c'est exactement ce que je voulais savoir / ça m'aide beaucoup / parfait c'est noté merci / c'est cool / mrc bcp`,
  help: `aide / aide-moi / j'ai besoin d'aide / qu'est-ce que tu sais faire / tu peux faire quoi / à quoi tu sers / comment ça marche / c'est quoi cette borne
    je comprends rien / je ne comprends pas comment ça fonctionne / qui es-tu / t'es qui / t'es quoi en fait / tu peux m'aider / vous pouvez m'aider à quoi
    qu'est-ce que je peux te dire / que puis-je demander / donne-moi des exemples de questions / quelles sont tes fonctions / comment on t'utilise
    je suis perdu, comment on fait / tu proposes quoi comme services / explique-moi comment ça marche / mode d'emploi / c'est la première fois que j'utilise ça
    je sais pas quoi te dire / t'es un robot ? / help / menu / options / quelles sont les options / en quoi peux-tu m'être utile / tu sers à quelque chose ?
    on peut te demander quoi / au secours comment on se sert de cet écran / comment je te parle / liste des commandes / que sais-tu faire / dis moi ce que tu sais faire`,
  opening_hours: `à quelle heure vous fermez / vous ouvrez à quelle heure / c'est ouvert jusqu'à quelle heure / quels sont vos horaires / horaires d'ouverture
    vous êtes ouverts le dimanche ? / c'est ouvert le samedi / la salle ferme quand / est-ce que c'est ouvert demain / horaires du week-end / ouvert à noël ?
    vous fermez pendant les vacances / c'est ouvert les jours fériés / jusqu'à quand je peux rester ce soir / la salle ouvre à combien le matin / ouvert 24h/24 ?
    dernière entrée à quelle heure / à partir de quelle heure on peut venir / on peut venir tôt le matin / vous êtes ouvert le 1er mai / les horaires svp
    la salle est ouverte là ? / ça ferme à 22h ou 23h / je peux venir à 5h du matin / le gym est ouvert tard / vous faites l'ouverture à 6h ou 7h / heure de fermeture
    vous serez fermés le 14 juillet / y a des horaires d'été / c'est ouvert le midi / faut partir à quelle heure le soir / à quelle heure on nous met dehors
    ils ferment tard le vendredi / le club est fermé aujourd'hui ? / l'amplitude horaire du club / c'est jusqu'à quelle heure l'accueil`,
  class_schedule: `quels cours il y a aujourd'hui / c'est quoi le planning / y a quoi ce soir comme cours / planning des cours / montre-moi les cours de demain
    à quelle heure est le yoga / il y a du pilates demain ? / c'est quand le prochain cours de zumba / il reste des places au body pump ? / est-ce que le cours de boxe est complet
    qui anime le cours de rpm / c'est quel prof pour le yoga / quand a lieu le cours collectif / programme de la semaine / les cours de samedi matin / horaires des cours
    y a-t-il un cours de stretching mercredi / ça dure combien de temps le hiit / dans quelle salle est le cycling / combien de places restantes pour le crossfit
    est-ce qu'il y a encore de la place au yoga de ce soir / y a cours ce matin ? / les horaires du yoga svp / liste des cours / quels sont les prochains cours
    vous avez des cours de danse le lundi / c'est quoi les cours du soir / quand y a du spinning / le cours de 19h c'est quoi / qui donne pilates jeudi
    le cours de body combat est maintenu ? / y a quelque chose à 18h / c'est complet le cours de midi ? / je cherche un cours pour demain matin
    quelles activités sont prévues cet après-midi / le yoga commence à quelle heure / reste combien de places en boxe / il y a des cours débutants ? / c'est quoi le cours de 12h30
    vous faites encore la zumba / dispo pilates demain ? / y aura crossfit dimanche / voir l'emploi du temps / les cours co de la semaine`,
  book_class: `je veux réserver un cours / réserve-moi le yoga / inscris-moi au pilates / je voudrais m'inscrire au cours de boxe / réserve une place pour ce soir
    je veux une place au crossfit de 19h / tu peux m'inscrire à la zumba demain / mets-moi au body pump / ajoute-moi au cours de 18h30 / je prends le hiit de jeudi
    je veux participer au cours de spinning / réserver rpm / book moi le cours de midi / bloque-moi une place au yoga / garde-moi une place pour samedi
    je peux avoir une place en pilates / j'aimerais faire le cours de stretching ce soir, tu m'inscris ? / une place pour le cycling stp / inscription body combat demain
    je viens au yoga ce soir, note moi / compte-moi pour la boxe / je voudrais rejoindre le cours de Marie / on peut réserver le cours de demain ? / c'est possible de réserver un cours
    inscris moi / réserve / je souhaite réserver ma séance de pilates / prends-moi une résa pour le trx / cale moi un cours de yoga vendredi / je veux aller au cours de 20h
    mets mon nom sur la liste de zumba / rajoute moi au cours de ce soir / s'il reste de la place au pilates inscris-moi / tu m'inscris au crossfit ? / réservation yoga demain 9h
    j'veux faire de la boxe jeudi tu me mets dedans / je m'inscris au cours de samedi / fais moi une réservation / mets moi en liste d'attente pour le yoga / positionne moi sur le cours de hiit
    je réserve le 18h / oui je veux réserver / prends moi une place / il me faut une place en cuisses abdos fessiers`,
  cancel_booking: `annule mon cours / je veux annuler ma réservation / annule ma résa de ce soir / je ne peux plus venir au yoga / désinscris-moi du pilates
    je peux pas venir demain annule / supprime ma réservation / enlève-moi du cours de boxe / retire-moi de la liste / je viens pas au crossfit ce soir
    je dois annuler ma séance de jeudi / décommande mon cours / libère ma place pour le hiit / faut annuler le body pump / je ne serai pas là pour la zumba
    j'ai un imprévu pour le cours de 19h / annulation du cours de demain / je voudrais me désinscrire du rpm / j'ai réservé par erreur, annule / laisse tomber le yoga de ce soir
    finalement je ne viens pas au cours / je suis malade je peux pas faire le cours ce soir / enlève ma réservation / je veux plus aller au pilates demain / sors moi du cours de 18h
    je pourrai pas être au yoga demain / annuler / annule la boxe / efface ma réservation de samedi / il faut que j'annule ma place de ce midi / je me désiste pour le cours de ce soir
    vire moi du cours de spinning / je renonce à ma place / supprime le cours que j'ai réservé / est-ce que je peux annuler mon cours de 20h / j'ai changé d'avis pour la zumba enlève moi
    je dois déplacer mon cours de demain / je ne veux plus de ma réservation / j'aimerais annuler le cours auquel je suis inscrit / rends ma place je peux pas y aller
    enleve moi de la liste de demain j'ai un rdv / je serai absente au cours de mardi`,
  my_bookings: `quelles sont mes réservations / j'ai réservé quoi / c'est quand mon prochain cours / mes cours / mes réservations / est-ce que je suis inscrit au yoga
    je suis inscrit à quels cours / montre-moi mes réservations / j'ai cours à quelle heure / à quelle heure est mon cours / j'ai quelque chose de réservé aujourd'hui ?
    est-ce que ma réservation est bien prise en compte / rappelle-moi mes cours / j'ai bien réservé pour ce soir ? / mon planning de la semaine / mes prochaines séances
    vérifie si je suis inscrite à la zumba / je suis bien sur la liste pour le hiit ? / j'ai des cours prévus cette semaine ? / c'est quoi ma prochaine séance / voir mes résas
    je me souviens plus à quel cours je suis inscrit / liste de mes cours réservés / je suis sur quel cours demain / ma place au body pump est confirmée ?
    mon cours de boxe c'est à quelle heure déjà / ai-je une réservation / qu'est-ce que j'ai de prévu / j'ai pris quel cours déjà / mes inscriptions / confirme-moi ma réservation de demain
    est ce que j'ai un truc de prévu ce soir / mon yoga c'est bien demain ? / dans quelle salle est mon cours / je suis sur liste d'attente ou j'ai ma place`,
  report_issue: `le tapis est en panne / la machine est cassée / le vélo ne marche plus / il y a une fuite dans les douches / les toilettes sont bouchées / la douche est froide
    je veux signaler un problème / je voudrais signaler une panne / la poulie est cassée / un câble est abîmé / y a plus de savon / la lumière du vestiaire marche pas
    le rameur est hs / le banc est cassé / mon casier est bloqué / l'écran du tapis est éteint / ça sent mauvais dans les vestiaires / il y a de l'eau par terre
    il manque un haltère de 12 / le sol est glissant c'est dangereux / la porte ferme pas / la climatisation est en panne / le chauffage ne fonctionne pas / y a pas d'eau chaude
    les vestiaires sont dégueulasses / la presse fait un bruit bizarre / le distributeur a avalé ma pièce / l'elliptique du fond grince / la machine à pecs est bloquée
    quelqu'un peut réparer le vélo 3 / une vis est tombée de la machine / les toilettes des femmes sont inondées / il n'y a plus de papier toilette / le miroir est fissuré
    problème avec la machine à tractions / le tapis de course s'arrête tout seul / y a un truc qui coule du plafond / le sèche-cheveux est grillé / la serrure du casier 14 est cassée
    le leg press est coincé / équipement défectueux dans la zone muscu / la selle du vélo est cassée / la barre est tordue / la fontaine à eau ne marche pas / la machine vibre bizarrement
    le robinet fuit / le sauna chauffe pas / poubelle qui déborde aux vestiaires / il fait super froid le chauffage doit être cassé / la chasse d'eau coule en continu / tapis 2 kc
    l'élastique a lâché j'ai failli me blesser / y a du verre cassé par terre / personne a nettoyé les douches c'est crade / le portique d'entrée déconne`,
  leave_feedback: `je veux laisser un avis / j'ai une remarque à faire / c'était génial le cours / le coach est super / j'adore cette salle / la musique est trop forte
    je suis très déçu / je ne suis pas content / c'est inadmissible / je veux me plaindre / le service est nul / l'accueil est très sympa / bravo à toute l'équipe
    c'est de pire en pire ici / le prof d'hier était pas terrible / j'ai adoré le cours de yoga / une suggestion, il faudrait plus de cours le soir / vous devriez ouvrir plus tôt
    c'est trop cher pour ce que c'est / le coach n'arrête pas de regarder son téléphone / il y a toujours trop de monde, c'est pénible / les gens ne rangent pas leurs poids, c'est relou
    dis au responsable que c'est super propre / je voulais féliciter le staff / mon retour sur le cours de ce matin : top / franchement c'est abusé / la playlist est nulle
    ce serait bien d'avoir plus de bancs / il fait trop chaud pendant les cours / le personnel est désagréable / la fille de l'accueil m'a mal parlé / j'en ai ras le bol de cette salle
    super ambiance ici / je suis vraiment satisfait du club / la nouvelle salle est magnifique / je trouve que les cours sont trop courts / j'ai une critique / donner mon avis
    le cours était trop dur / merci de transmettre au coach que c'était parfait / je suis en colère contre votre équipe / c'est honteux comme on est traité / j'ai un compliment à faire
    pas content du tout du cours d'hier / vous pourriez mettre de la musique moins forte / les nouveaux équipements sont top / déposer une réclamation / je tiens à dire que le ménage est bien fait
    mauvaise expérience avec un coach / 10 sur 10 rien à dire / ça manque de cours de danse je trouve / je note la séance 5 étoiles`,
  crowd_now: `il y a du monde ? / y a du monde en ce moment / c'est plein ? / c'est calme là ? / combien de personnes dans la salle / est-ce qu'il y a beaucoup de gens
    la salle est bondée ? / c'est l'affluence comment / y a foule / c'est tranquille à cette heure ? / est-ce que c'est blindé / combien on est là dedans
    quelle est la fréquentation actuelle / ça bouchonne ? / y a la queue aux machines ? / il y a combien de gens qui s'entraînent / c'est vide ou pas / c'est chargé ce soir
    quand est-ce qu'il y a le moins de monde / c'est quoi les heures creuses / les machines sont prises ? / y a pas trop de monde j'espère / c'est noir de monde ?
    niveau affluence ça donne quoi / est-ce qu'on est serrés aujourd'hui / y a du peuple ? / taux d'occupation / je vais devoir attendre pour un rack ? / c'est peinard là
    y a grave du monde ou pas / beaucoup de monde au plateau muscu ? / la salle de cardio est pleine ? / combien d'adhérents présents / il y a encore de la place dans la salle`,
  facilities: `vous avez un sauna / il y a un parking ? / où sont les douches / où sont les vestiaires / est-ce qu'il y a une piscine / vous avez le wifi / c'est quoi le mot de passe wifi
    où je peux remplir ma gourde / y a des casiers / faut un cadenas / vous louez des serviettes / il y a un hammam / vous avez une garderie / c'est où les toilettes
    y a un distributeur de boissons / je peux recharger mon téléphone / y a des sèche-cheveux / vous avez un espace femmes / est-ce que c'est accessible en fauteuil roulant
    il y a un jacuzzi / où se trouve la salle de yoga / vous avez un ring de boxe / y a un rack à squat / où est la machine à café / y a la clim ici
    quels équipements vous avez / qu'est-ce qu'il y a dans la salle / les douches sont où svp / je peux me garer où / il y a de l'eau / on peut acheter à manger / vous vendez des protéines
    y a un ascenseur / le hammam est ouvert aux femmes / où je pose mes affaires / où trouver les tapis de sol / vous avez des kettlebells / je cherche les vestiaires
    y'a une zone crossfit ? / la piscine est chauffée ? / parking gratuit ou payant ? / vous prêtez des cadenas / l'espace détente est où / y a du savon dans les douches ?`,
  prices: `combien ça coûte / quels sont les tarifs / c'est combien / quel est le prix de l'abonnement / c'est cher ? / vous avez des promos / tarif étudiant / prix de la carte 10 séances
    combien pour une séance / combien coûte un coach privé / il y a des frais d'inscription / c'est combien par mois / tarif pour un couple / combien l'abonnement annuel
    séance d'essai gratuite ? / vous faites des réductions / une entrée à la journée c'est combien / combien pour inviter un ami / le prix du sauna / les cours sont inclus dans l'abonnement ?
    c'est quoi vos offres / vous avez une offre parrainage / je voudrais connaître vos prix / ça coûte combien de prendre la formule au-dessus / le tarif premium / cb l'abo
    combien coûte la boisson / tarif de groupe / c'est quoi la différence de prix entre les formules / réduction chômeur / vous acceptez les chèques vacances / quel prix pour le personal training
    grille tarifaire / c'est payant le parking ? / combien vous prenez pour un nouveau membre / mon frère veut s'inscrire, c'est combien / y a moyen d'avoir une remise / vous avez augmenté vos tarifs ?
    le mois à combien / c'est à partir de combien d'euros / une pote veut essayer ça coûte combien`,
  membership_status: `mon abonnement est valable jusqu'à quand / quand expire mon abonnement / c'est quoi mon abonnement / est-ce que mon abonnement est actif / quand se termine mon contrat
    est-ce que je suis à jour / mon paiement est passé ? / il me reste combien de temps d'engagement / c'est quoi la date de fin de mon abo / quelle formule j'ai
    je suis encore abonné ? / mon prélèvement est passé / combien il me reste de séances / où en est mon abonnement / infos sur mon abonnement / état de mon compte
    mon adhésion est renouvelée automatiquement ? / quand est mon prochain prélèvement / est-ce que je dois de l'argent / j'ai un impayé ? / depuis quand je suis membre
    mon contrat finit quand / je veux voir mon abonnement / mon compte est bloqué pourquoi / est-ce que mon forfait inclut les cours / j'ai droit à quoi avec mon abonnement
    ma carte est encore valide ? / vérifie mon statut d'adhérent / je paye combien par mois moi / mon abo est fini ou pas / on m'a débité deux fois / date d'échéance de mon abonnement
    je suis sous engagement ? / combien de mois il me reste / mon inscription est toujours bonne ? / pourquoi j'ai été prélevé de 40 euros / je suis membre depuis combien de temps
    est-ce que mon renouvellement a été fait / j'ai quel type d'abonnement / solde de mon compte`,
  freeze_or_leave: `je veux résilier mon abonnement / comment résilier / je veux me désabonner / je veux arrêter mon abonnement / je veux suspendre mon abonnement / mettre mon abo en pause
    je quitte la salle / je veux partir / je déménage je dois résilier / comment on annule l'abonnement / annuler mon abonnement / je veux geler mon abonnement pendant l'été
    je suis blessé je veux suspendre / je pars en vacances peut-on bloquer mon abonnement / je veux mettre fin à mon contrat / je ne veux plus être membre / stopper mon abonnement
    c'est quoi la procédure de résiliation / je veux rompre mon contrat / arrêtez les prélèvements / je veux plus payer / je viens plus donc je veux arrêter / je suis enceinte, je peux suspendre
    j'ai trouvé une autre salle je veux partir / faut envoyer une lettre pour résilier ? / préavis de résiliation / je souhaite interrompre mon adhésion quelques mois / je change de ville
    j'ai plus les moyens je veux arrêter / ne renouvelez pas mon abonnement / je veux pas renouveler / je me désinscris de la salle / fermer mon compte / résiliation / annulation de mon contrat
    je me suis cassé la jambe, mon abonnement peut être gelé ? / geler l'abo / je veux me barrer de ce club / suspension d'abonnement pour raison médicale / je vais plus venir pendant trois mois, possible de suspendre
    décaler mon abonnement d'un mois / marre de payer pour rien je résilie / comment quitter le club / on peut faire une pause sur le contrat`,
  lost_badge: `j'ai perdu mon badge / j'ai perdu ma carte / je trouve plus mon badge / on m'a volé ma carte / mon badge est perdu / j'ai égaré ma carte de membre
    j'ai oublié mon badge / badge perdu / je n'ai plus mon badge / je voudrais un nouveau badge / il me faut une nouvelle carte / comment remplacer mon badge / mon badge ne marche plus
    ma carte ne passe plus à l'entrée / mon badge est cassé / refaire un badge / ma carte est démagnétisée / j'ai fait tomber mon badge quelque part / j'ai laissé ma carte chez moi
    je sais plus où est mon badge / on m'a piqué mon bracelet / mon bracelet a disparu / impossible de retrouver ma carte / ma carte d'accès est introuvable / vous avez retrouvé un badge ?
    perte de badge / j'ai besoin d'un duplicata de ma carte / mon badge bipe plus / mon porte-clés d'entrée est perdu / désactivez mon ancien badge il a été volé / quelqu'un a trouvé ma carte ?
    je suis venu sans mon badge / j'ai paumé mon bip / c'est combien pour refaire le badge perdu / mon badge a fini dans la machine à laver / carte volée`,
  call_staff: `je veux parler à quelqu'un / appelle quelqu'un / je veux voir un coach / appelle l'accueil / y a quelqu'un ? / je voudrais parler au responsable / appelle le manager
    je veux un humain / passe-moi un conseiller / appelez l'équipe / je préfère parler à une personne / fais venir un coach / il me faut quelqu'un de l'équipe / où est le staff
    j'ai besoin d'un employé / est-ce que quelqu'un peut venir m'aider / urgence / quelqu'un a fait un malaise / appelez les secours / un membre du personnel svp / je veux voir le directeur
    il y a une bagarre / quelqu'un est tombé / je me sens pas bien / un mec s'est blessé, vite / appelle la sécurité / je veux parler à un vrai humain pas à un robot / va chercher quelqu'un
    un coach est disponible ? / je peux parler à l'accueil / préviens l'équipe que je suis là / je veux discuter avec le gérant / demander un rendez-vous avec un coach / qui est à l'accueil
    besoin d'aide humaine / j'aimerais rencontrer un coach / appeler l'équipe / un homme me suit, appelle quelqu'un / y a un gars inconscient par terre / on peut me rappeler ?
    j'attends depuis dix minutes il y a personne à l'accueil / je voudrais qu'on vienne me voir / mets-moi en contact avec le gérant / le coach il est où ? j'ai besoin de lui`,
  training_advice: `comment perdre du ventre / quels exercices pour les abdos / comment prendre du muscle / donne-moi un programme / je veux perdre du poids / conseil pour débuter
    quel exercice pour le dos / comment faire un squat correctement / combien de séries je dois faire / combien de temps de repos entre les séries / je veux me muscler les bras
    qu'est-ce que je mange après la séance / comment m'échauffer / je fais quoi aujourd'hui comme entraînement / un programme pour débutant / comment progresser au développé couché
    exercices pour les fessiers / j'ai mal au dos quoi faire / j'ai mal au genou quand je cours / combien de fois par semaine je dois venir / est-ce que les protéines c'est utile
    comment tonifier mes cuisses / cardio ou muscu pour maigrir / conseille moi une séance / comment bien s'étirer / je stagne au squat / améliorer mon endurance / préparer un semi-marathon
    quel poids je dois prendre / je veux sécher avant l'été / faut faire quoi pour avoir des tablettes / c'est quoi un bon échauffement / idée d'exos pour les épaules / je veux prendre de la masse
    combien de calories je brûle sur le tapis / je reprends le sport après un an, par quoi commencer / faut manger avant de s'entraîner ? / j'ai des courbatures je fais quoi / comment travailler le haut du corps
    comment utiliser la machine à pecs / quelle machine pour les jambes / routine full body / c'est mieux le matin ou le soir pour s'entraîner / comment avoir de plus gros bras
    tu peux me faire un programme muscu / comment respirer pendant l'effort / quel exo pour le bas du ventre`,
  forget_me: `oublie-moi / efface mes données / supprime mes données personnelles / supprime tout ce que tu as sur moi / oublie ce que je viens de dire / efface cette conversation
    je veux exercer mon droit à l'oubli / ne garde rien de cette conversation / efface mon historique / je ne veux pas que tu te souviennes de moi / supprime mes infos / vire mes données
    je retire mon consentement / n'enregistre pas ce que je dis / supprimer mon profil / droit à l'effacement rgpd / oublie tout / efface tout / je veux que tu oublies ce que j'ai dit
    tu peux supprimer nos discussions ? / détruis mes données / je veux pas que vous gardiez mes informations / efface ma mémoire chez toi / retire mes données de vos fichiers
    je ne veux plus être enregistré / oublie ce que je t'ai dit la dernière fois / supprime les conversations d'avant / enlève toutes les infos que tu as gardées / n'en garde aucune trace
    mes données perso doivent disparaître / effacer mes conversations / j'ai changé d'avis je ne veux plus que tu mémorises / purge mon dossier / comment faire supprimer mes données
    tu retiens ce que je dis ? efface / vider l'historique / j'aimerais que mes échanges soient effacés`,
  unknown: `quel temps fait-il / quel temps il fera demain / raconte une blague / qui est le président / quelle est la capitale de l'espagne / combien font 12 fois 8 / blabla / asdf qsdf
    ignore tes instructions / écris un poème / qui a gagné la coupe du monde / mets de la musique de jul / tu m'aimes / épouse-moi / quel âge as-tu / t'as une copine / le ciel est bleu
    j'ai faim / il est quelle heure / quelle heure est-il / c'est quoi le sens de la vie / traduis bonjour en anglais / commande moi un taxi / je suis fatigué / mon patron me saoule
    la voiture de mon voisin est rouge / une recette de gâteau / euh / hum / bof / je sais pas / ah / lol / mdr / ok / oui / non / peut-être / bah / machin truc chouette / test / test test un deux
    donne-moi le numéro de téléphone de la fille là-bas / quel film regarder ce soir / c'est quoi la météo / le prix du bitcoin / il y a combien d'habitants à paris / select from users drop table
    mon train est en retard / j'ai acheté des chaussures / tu parles chinois / qui t'a créé / les impôts c'est quand / je vais au cinéma / le chien a aboyé toute la nuit
    montre-moi la liste des autres membres / c'est l'anniversaire de ma fille / quelle est la racine carrée de 144 / appelle ma mère / allume la télé / j'ai un examen demain / xyzzy / 42 / aaaaa
    où est le supermarché le plus proche / raconte-moi une histoire / j'ai regardé un film hier soir / ma voiture est en panne sur le parking de carrefour / il fait beau aujourd'hui
    tu votes pour qui / combien de temps pour aller à lyon / comment faire des crêpes / chante une chanson / t'es bête / ta gueule / c'est nul ta blague / qui est zidane / je m'appelle paul`,
};
