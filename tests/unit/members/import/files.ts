/**
 * Twenty lists in the words of the software that gyms leave, with rows of our own. `columns` says what each column is:
 * a field, `-` for what we know and do not keep, `?` where nobody could know.
 */
export interface Sample {
  name: string;
  columns: string;
  text: string;
  encode?: 'windows-1252' | 'utf-16le' | 'bom';
}

export const samples: Sample[] = [
  {
    name: 'GymCPH: padded with blanks, ages as text',
    columns: 'member_since external_id - age -',
    encode: 'bom',
    text: 'Oprettet  ; Id   ; Gender; Alder ; City\n2021-03-04 ; 10077 ; Kvinde ; 24 år ; Vanløse\n2019-11-30 ; 10078 ; Mand ;  ; \n 2020-01-09;10079;;61 år;Valby\n',
  },
  {
    name: 'Glofox: ISO and American dates in one file',
    columns: 'first_name last_name email member_since membership_ends_on',
    text: 'First Name,Last Name,Email,Added,Membership Expiry Date\r\nSinéad,"O\'Neill, Jr",sinead@example.test,2023-05-01,12/31/2026\r\nBo,Li,,2024-02-29,01/02/2027\r\n',
  },
  {
    name: 'GymPoint template',
    columns:
      'first_name last_name email phone membership_type status member_since - - - - birth_date - - - - badge',
    text: 'first_name,last_name,email,phone,membership_plan,status,join_date,address,city,state,zip,date_of_birth,gender,emergency_contact_name,emergency_contact_phone,notes,barcode\nAda,Byron,ada@example.test,+1 (555) 010-9999,Gold,active,03/28/2022,"12, Long Rd",Austin,TX,00501,12/10/1985,F,Ann,555-010-1111,"says ""hi""\nevery day",0013961168\nRay,Cy,ray@example.test,5550102222,Day pass,frozen,04/15/2023,,,,,02/14/1990,,,,,0013961169\n',
  },
  {
    name: 'Fitness GM template',
    columns: 'first_name last_name membership_type - ? badge birth_date -',
    text: 'firstName,lastName,Membership Title,Initial subtotal,Recurrence,access card,Date of birth,guardianEmail\nTom,Ash,no_membership,0,,0F0184F07A,31-01-2011,mum@example.test\nEve,Oak,PRIMARY,"1,200.50",monthly,0F0184F07B,07-09-1988,\n',
  },
  {
    name: 'Zen Planner template',
    columns: 'first_name last_name membership_type member_since',
    text: 'FirstName,LastName,Membership,BeginDate\nKim,"Van der Berg",Unlimited,5/14/2024\nLou,Day,10-pack,11/2/2023\n',
  },
  {
    name: 'PushPress roster',
    columns: 'external_id status membership_type member_since - membership_ends_on',
    text: 'member_id\tstatus\tplan\tmemberSince\tplanCancelDate\tplanEndDate\n77f1\tactive\tUnlimited\t2022-08-01\t\t2027-01-01\n77f2\tcanceled\tFoundations\t2020-01-31\t2021-02-01\t2021-03-01\n',
  },
  {
    name: 'Spanish CRM',
    columns: 'first_name last_name email phone - birth_date - - status',
    text: 'nombre;apellidos;correo;movil;dni;fecha_nacimiento;genero;direccion;estado\nÍñigo;Montoya Núñez;inigo@example.test;+34 600 11 22 33;00000000T;25/12/1979;H;"C/ Mayor, 3";activo\nAna;Gil;;600112234;;03.04.1990;M;;baja\n',
  },
  {
    name: 'Spanish CRM, its other names',
    columns: 'first_name last_name email phone status',
    text: 'first_name|last_name|email|celular|estado\nLuz|Paz|luz@example.test|600 00 00 01|congelado\nJosé María|de la O|jm@example.test|600 00 00 02|activo\n',
  },
  {
    name: 'Resamania as seen in Spanish',
    columns: 'external_id first_name last_name email phone status -',
    encode: 'windows-1252',
    text: 'Número de cliente;Nombre;Apellidos;Correo electrónico;Móvil;Estado;Fecha corta de acceso\n000123;Begoña;Ibáñez;begona@example.test;+34 611 00 00 00;Activo;03/11/2026\n000124;Iñaki;Peña;;;Baja;\n',
  },
  {
    name: 'French association guide: two orders of dates',
    columns: 'member_since last_name first_name email birth_date -',
    text: "INSCRIPTION,NOM,PRENOM,ADRESSE EMAIL,DATE DE NAISSANCE,CODE POSTAL\n09/25/2023 18:04:11,LE GOFF,MAËL,MAEL@EXAMPLE.TEST,25/09/1991,01000\n01/02/2024 07:00:00,D'AUBIGNÉ,LOU-ANNE,,14/07/2001,75011\n",
  },
  {
    name: 'French Excel: semicolons, Windows-1252, one column for the name',
    columns: 'badge full_name phone email membership_type membership_ends_on -',
    encode: 'windows-1252',
    text: 'N° badge;Nom Prénom;Téléphone portable;Adresse e-mail;Formule;Date d’échéance;Civilité\r\n3536403172;LEFÈVRE Noémie;06.39.98.00.01;noemie@example.test;"Liberté ; étudiant";31/12/2026;Mme\r\n3829058002;DE LA TOUR Gaël;;;Premium;15/01/2027;M.\r\n',
  },
  {
    name: 'Deciplus words',
    columns: 'external_id last_name first_name birth_date phone email status membership_type - -',
    encode: 'bom',
    text: 'Id membre;Nom;Prénom;Date de naissance;Tél. mobile;E-mail;Statut;Abonnement;Dernier passage;Commentaire\n12345678901234567890;Cœur;Zoé;01/12/2000;0639980002;zoe@example.test;Résilié;Annuel;;\n12345678901234567891;Roux;Ève;13/12/2000;;;En cours;Mensuel;20/11/2026 18:42;"aime le ""sauna"""\n',
  },
  {
    name: 'GoTeamUp attendance used as a list',
    columns: '? ? full_name email - -',
    text: 'Date,Time,Client Name,Email,Class Name,Instructor\n10/04/2026,18:00,Mia Wong,mia@example.test,Yoga,Ana\n10/05/2026,07:00,Al Fo,al@example.test,HIIT,Bo\n',
  },
  {
    name: 'Mindbody words',
    columns: 'external_id first_name last_name - email birth_date',
    text: 'client_unique_id,first_name,last_name,location_id,email,birth_date\n100000001,Jo,Ray,1,jo@example.test,1999-07-07T00:00:00Z\n100000002,Flo,Ng,2,flo@example.test,\n',
  },
  {
    name: 'Kaggle and Capitan words',
    columns: 'external_id - ?',
    text: 'user_id,gym_id,workout_type\nuser_1,gym_6,Weights\nuser_2,gym_7,Cardio\n',
  },
  {
    name: 'German studio',
    columns: 'external_id last_name first_name birth_date member_since membership_ends_on badge status',
    encode: 'utf-16le',
    text: 'Mitgliedsnummer\tNachname\tVorname\tGeburtsdatum\tMitglied seit\tVertragsende\tTransponder\tStatus\nM-001\tGroß\tJürgen\t03.04.1970\t01.01.2015\t31.12.2026\tE43AC9D2\taktiv\nM-002\tÖzil\tAyşe\t30.06.1999\t15.02.2024\t\tE43AC9D3\tgekündigt\n',
  },
  {
    name: 'Danish club',
    columns: 'external_id full_name email phone member_since -',
    text: 'Medlemsnr.;Navn;E-mail;Tlf.;Indmeldt;Postnr.\n0042;Bjørn Ærø;bjorn@example.test;+45 20 00 00 00;3. marts 2022;2100\n0043;Åse Holm;aase@example.test;20000001;14. maj 2023;8000\n',
  },
  {
    name: 'Our own export',
    columns: 'first_name last_name badge membership_type membership_ends_on member_since - - - - email phone',
    encode: 'bom',
    text: "Prénom;Nom;Badge;Abonnement;Fin d’abonnement;Inscription;Dernière visite;Risque;Points;Raisons;E-mail;Téléphone\r\nÉlodie;Brûlard;0013961168;Annuel;2026-12-12;2024-01-02;2026-11-20;Faible;10;;elodie@example.test;'+33 6 39 98 12 34\r\n",
  },
  {
    name: 'A secretary’s own list: titles nobody uses, blanks everywhere',
    columns: 'full_name phone email ? birth_date',
    text: ';;;;\nPersonne;Joindre au;Écrire à;Casier;Né(e) le\n;;;;\nDurand Paul;+33 6 39 98 00 05;paul@example.test;12;13/04/1986\nPetit Ana;+33 6 39 98 00 06;ana@example.test;;22/10/1990\n',
  },
  {
    name: 'An accountant’s list',
    columns: 'external_id full_name email membership_type member_since membership_ends_on - -',
    text: 'Code client;Client;Mail;Contrat en cours;Début contrat;Fin contrat;Montant;IBAN\nC1;Martin Léa;lea@example.test;12 mois;01/09/2026;31/08/2027;"39,90";FR76\nC2;Noël Max;max@example.test;24 mois;15/03/2025;14/03/2027;"29,90";\n',
  },
];
