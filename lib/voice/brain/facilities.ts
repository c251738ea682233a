import { fold } from '../../../supabase/functions/_shared/language/normalise.ts';
import { FACILITIES, type Facility } from './texts/types.ts';

/** How members of the three languages name each facility; the first that fits is meant. */
const NAMES: [Facility, RegExp][] = [
  [
    'bike_parking',
    /parking.*velo|velo.*(?:garer|parking|attache)|bike (?:park|rack|storage)|lock.*bike|aparca.*bici|bici.*(?:dejar|aparcar)|dejar la bici/,
  ],
  [
    'wheelchair',
    /handicap|fauteuil|pmr|wheelchair|disabled|accessib|silla de ruedas|minusvalid|discapacit|movilidad reducida/,
  ],
  [
    'women_area',
    /espace femme|reserve.* (?:aux )?femmes|women only|ladies only|women'?s area|(?:solo|zona).*mujeres/,
  ],
  ['steam_room', /hammam|vapeur|steam|bano turco|vapor/],
  ['jacuzzi', /jacuzzi|hot tub|bain a remous|whirlpool|hidromasaje/],
  ['sauna', /sauna/],
  ['pool', /piscine|pool|swim|piscina|nager|nadar/],
  ['parking', /parking|garer|car park|where.*park|park (?:my|the|here)|aparca|estaciona|parquing/],
  ['wifi', /wi ?-?fi|internet/],
  ['hairdryers', /seche.?cheveu|hair ?dryer|secador/],
  ['showers', /douche|shower|ducha|regadera/],
  [
    'lockers',
    /casier|cadenas|consigne|locker|padlock|store my|taquilla|candado|casillero|mochila|poser mes affaires|leave my bag|put my stuff|dejo mis cosas/,
  ],
  ['towels', /serviette|towel|toalla/],
  ['childcare', /garderie|creche|enfant|childcare|daycare|kids|child|guarderia|ludoteca|hijo|ninos/],
  ['charging', /recharg|charger|charge|prise|socket|plug|outlet|enchufe|cargar|cargador/],
  ['water', /fontaine|gourde|\beau\b|water|bottle|fuente|botella|agua/],
  ['cafe', /cafe|coffee/],
  [
    'vending',
    /distributeur|boisson|snack|vending|drinks?|proteine|protein|manger|food|bebida|comida|vending/,
  ],
  ['crossfit', /cross ?fit/],
  ['boxing_ring', /\bring\b|sac de frappe|punch|boxing|boxe|boxeo/],
  ['yoga_studio', /yoga/],
  ['air_conditioning', /\bclim|air ?con|\bac\b|aire acondicionado/],
  ['toilets', /toilette|\bwc\b|chiotte|toilet|bathroom|restroom|\bloos?\b|bano|aseo|lavabo|servicios/],
  ['changing_rooms', /vestiaire|changing|locker room|vestuario|vestidor/],
  ['shop', /boutique|shop|tienda/],
];

const WHERE =
  /\bou (?:est|sont|se|je|on|puis|peut|c est|trouver)|c est ou\b|\bou\b ?\??$|\bwhere|\bwhich way|\bdonde|por donde/;

/** The facility that a text asks about, or null. */
export function facilityIn(text: string): Facility | null {
  const folded = fold(text);
  return NAMES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** Whether a text asks for the place of something. */
export function asksWhere(text: string): boolean {
  return WHERE.test(fold(text).replace(/'/g, ' '));
}

/** True for a code that the brain has words for. */
export function isFacility(code: string): code is Facility {
  return (FACILITIES as readonly string[]).includes(code);
}

const ALWAYS: ReadonlySet<Facility> = new Set<Facility>(['toilets', 'changing_rooms']);

const TRACKED: ReadonlySet<Facility> = new Set<Facility>([
  'showers',
  'sauna',
  'parking',
  'lockers',
  'pool',
  'crossfit',
  'yoga_studio',
  'childcare',
  'vending',
  'wifi',
]);

/** Whether a gym has a facility: `unknown` when its list does not speak of such things. */
export function presence(facility: Facility, listed: readonly string[]): 'yes' | 'no' | 'unknown' {
  if (ALWAYS.has(facility) || listed.includes(facility)) return 'yes';
  return TRACKED.has(facility) ? 'no' : 'unknown';
}
