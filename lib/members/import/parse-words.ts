/** What a status says of a membership. */
export interface Status {
  is_active: boolean;
  membership_suspended: boolean;
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const list = (text: string) => new Set(text.split(','));

const active = list(
  'active,actif,active member,actifs,actif ve,en cours,valide,valid,ok,oui,yes,true,1,vrai,x,si,activo,activa,alta,vigente,aktiv,aktiveret,ja,attivo,actief,ativo,current,live,abonne,a jour,trial,essai,prueba',
);
const paused = list(
  'frozen,freeze,on hold,hold,paused,pause,en pause,suspended,suspendu,suspendue,suspension,gele,gelee,congelado,congelada,suspendido,pausado,pausiert,ruhend,frosset,bero,pa pause,sospeso,bevroren,suspenso,bloque,blocked',
);
const inactive = list(
  'inactive,inactif,inactive member,inactifs,expired,expire,expiree,ended,termine,terminee,cancelled,canceled,cancel,annule,annulee,resilie,resiliee,resiliation,ancien,ancien membre,former,former member,ex member,non,no,false,0,faux,baja,inactivo,inactiva,caducado,vencido,inaktiv,opsagt,udmeldt,gekundigt,ausgetreten,nej,nein,disattivo,scaduto,inactief,inativo,lead,prospect,no membership,terminated,archived,archive,deleted,supprime,declined',
);

/** The status that a word means in any of the languages, null for an unknown word. */
export function readStatus(value: string): Status | null {
  const word = fold(value);
  if (active.has(word)) return { is_active: true, membership_suspended: false };
  if (paused.has(word)) return { is_active: true, membership_suspended: true };
  return inactive.has(word) ? { is_active: false, membership_suspended: false } : null;
}

export type MemberKind = 'member' | 'staff' | 'guest';

const kinds: Record<MemberKind, Set<string>> = {
  member: list(
    'member,membre,adherent,adherente,abonne,client,customer,socio,socia,cliente,medlem,mitglied,kunde,primary,subordinate,adult,adulte,premium,standard,regular',
  ),
  staff: list(
    'staff,employee,employe,employee,salarie,equipe,personnel,coach,trainer,personal,empleado,entrenador,ansat,mitarbeiter,trainerin,instructor',
  ),
  guest: list(
    'guest,invite,invitee,visitor,visiteur,visiteuse,invitado,invitada,gaest,gast,day pass,drop in,essai,trial,prospect,lead',
  ),
};

/** The kind of person that a word means, null for an unknown word. */
export function readMemberKind(value: string): MemberKind | null {
  const word = fold(value);
  return (Object.keys(kinds) as MemberKind[]).find((kind) => kinds[kind].has(word)) ?? null;
}

/** The years in "24 år", "24 ans" or "24"; null where there is no age of a living person. */
export function readAge(value: string): number | null {
  const years = /^\D{0,3}(\d{1,3})\s*\D{0,8}$/.exec(value)?.[1];
  return years !== undefined && Number(years) <= 120 ? Number(years) : null;
}
