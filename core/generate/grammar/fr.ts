import type { Figure, Noun, Title } from '../types.ts';

/** Narrow no-break space: between thousands and before ? ! ; */
const THIN = '\u202f';
/** No-break space: before a colon, inside guillemets, before a unit. */
const FIXED = '\u00a0';

/** Common nouns whose h is aspirated: no elision before them. */
const ASPIRATED =
  /^(?:hauts?|hautes?|hasards?|hors|huit|hachage|handicaps?|héros|hall|hangars?|harnais|hausses?|heurts?|hiérarchies?|hubs?|hash|hook|hot)\b/i;
/** Begin with a vowel letter and yet a consonant's sound, or are counted as if they did. */
const NO_ELISION = /^(?:onze|oui|ouistiti|uhlan|yaourt|un[:,]|UEFI|USB|UI\b)/i;
const VOWEL = /^[aeiouàâäéèêëîïôöùûüœæ]/i;

/** Whether "de" and "le" lose their vowel before the word. A proper name that begins with h keeps them ("de Helm", "de HAProxy"). */
export function elides(word: string, isProper: boolean): boolean {
  if (NO_ELISION.test(word)) return false;
  if (/^h/i.test(word)) return !isProper && !ASPIRATED.test(word);
  return VOWEL.test(word);
}

/** "Kafka", "les conteneurs", "l’observabilité". */
export function le({ fr, isProper, gender, isPlural }: Noun): string {
  if (isProper || fr.startsWith('«')) return fr;
  if (isPlural) return `les ${fr}`;
  return elides(fr, false) ? `l’${fr}` : `${gender === 'm' ? 'le' : 'la'} ${fr}`;
}

/** {@link le} at the beginning of a sentence; a proper name keeps its own spelling. */
export function Le(noun: Noun): string {
  const said = le(noun);
  return noun.isProper ? said : said.charAt(0).toUpperCase() + said.slice(1);
}

/** "de Kafka", "d’Ansible", "du câblage", "de l’observabilité", "des conteneurs". */
export function de({ fr, isProper, gender, isPlural }: Noun): string {
  if (isProper || fr.startsWith('«')) return elides(fr, isProper) ? `d’${fr}` : `de ${fr}`;
  if (isPlural) return `des ${fr}`;
  if (elides(fr, false)) return `de l’${fr}`;
  return gender === 'm' ? `du ${fr}` : `de la ${fr}`;
}

/** "à Kafka", "au câblage", "à la supervision", "aux conteneurs". */
export function a({ fr, isProper, gender, isPlural }: Noun): string {
  if (isProper || fr.startsWith('«')) return `à ${fr}`;
  if (isPlural) return `aux ${fr}`;
  if (elides(fr, false)) return `à l’${fr}`;
  return gender === 'm' ? `au ${fr}` : `à la ${fr}`;
}

/** "que Kafka", "qu’Ansible". */
export function que(noun: Noun): string {
  const said = le(noun);
  return elides(said, noun.isProper) ? `qu’${said}` : `que ${said}`;
}

/** A participle as the noun wants it: "remplacé", "remplacée", "remplacés", "remplacées". */
export function accord(participle: string, { gender, isPlural, isProper }: Noun): string {
  const isFeminine = gender === 'f' && !isProper;
  return `${participle}${isFeminine ? 'e' : ''}${isPlural ? 's' : ''}`;
}

/** "Kafka, Logstash et Elasticsearch". */
export function liste(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}

/** A title as it is quoted. */
function titre({ text, under }: Title): string {
  const quoted = `«${FIXED}${text}${FIXED}»`;
  return under === undefined ? quoted : `${quoted} sous «${FIXED}${under}${FIXED}»`;
}

/** A name or a figure with its article, or a quoted title. */
export function chose(thing: Noun | Figure | Title): string {
  if (thing.class === 'title') return titre(thing);
  return thing.class === 'figure' ? `les ${chiffre(thing)}` : le(thing);
}

/** " (« … » et « … »)": what is quoted beside a name; nothing where nothing is. */
export function aCote(...told: readonly (Title | null)[]): string {
  const quotes = told.filter((one) => one !== null).map(chose);
  return quotes.length === 0 ? '' : ` (${liste(quotes)})`;
}

/** The same after "de", contracted or elided. */
export function deChose(thing: Noun | Figure | Title): string {
  if (thing.class === 'title') return `de ${titre(thing)}`;
  return thing.class === 'figure' ? `des ${chiffre(thing)}` : de(thing);
}

/** The same after "à", contracted. */
export function aChose(thing: Noun | Figure | Title): string {
  if (thing.class === 'title') return `à ${titre(thing)}`;
  return thing.class === 'figure' ? `aux ${chiffre(thing)}` : a(thing);
}

/** "3 000", "2,5". */
export function nombre(value: number): string {
  const [whole = '', fraction] = String(Math.round(value * 100) / 100).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, THIN);
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

const UNITS: Readonly<Record<string, readonly [string, string, 'm' | 'f']>> = {
  PB: ['Po', 'Po', 'm'],
  TB: ['To', 'To', 'm'],
  GB: ['Go', 'Go', 'm'],
  'Gbit/s': ['Gbit/s', 'Gbit/s', 'm'],
  'req/s': ['requête par seconde', 'requêtes par seconde', 'f'],
  users: ['utilisateur', 'utilisateurs', 'm'],
  developers: ['développeur', 'développeurs', 'm'],
  VMs: ['VM', 'VM', 'f'],
  nodes: ['nœud', 'nœuds', 'm'],
  servers: ['serveur', 'serveurs', 'm'],
  racks: ['baie', 'baies', 'f'],
  datacenters: ['datacenter', 'datacenters', 'm'],
  clusters: ['cluster', 'clusters', 'm'],
  instances: ['instance', 'instances', 'f'],
  pods: ['pod', 'pods', 'm'],
  containers: ['conteneur', 'conteneurs', 'm'],
  services: ['service', 'services', 'm'],
  sites: ['site', 'sites', 'm'],
  GPUs: ['GPU', 'GPU', 'm'],
  people: ['personne', 'personnes', 'f'],
};
const PER: Readonly<Record<NonNullable<Figure['per']>, string>> = { day: ' par jour', month: ' par mois', hour: ' par heure', s: '' };
const PRECISION: Readonly<Record<Figure['precision'], string>> = { exact: '', about: 'environ ', over: 'plus de ' };

/** "environ 8 To par jour", "5 nœuds". */
export function chiffre({ value, unit, per, precision }: Figure): string {
  const word = UNITS[unit]?.[Math.abs(value) < 2 ? 0 : 1] ?? unit;
  return `${PRECISION[precision]}${nombre(value)}${FIXED}${word}${per === null ? '' : PER[per]}`;
}

/** "de 8 To par jour", "d’environ 50 To". */
export function deChiffre(figure: Figure): string {
  const said = chiffre(figure);
  return elides(said, false) ? `d’${said}` : `de ${said}`;
}

/** French spacing: a no-break space before : and inside « », a narrow one before ? ! ; and straight apostrophes made curly. */
export function typography(text: string): string {
  return text
    .split(QUOTATION)
    .map((part, index) => (index % 2 === 1 ? part : ownTypography(part)))
    .join('');
}

/** What is quoted from a document, already in its guillemets: not a sign of it changes. */
const QUOTATION = new RegExp(`(«${FIXED}[^»]*${FIXED}»)`, 'u');

function ownTypography(text: string): string {
  return text
    .replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replaceAll(/[ \u00a0\u202f]*([?!;])/g, `${THIN}$1`)
    .replaceAll(/(?<![\d/])[ \u00a0\u202f]*:(?=[\s\u00a0]|$)/g, `${FIXED}:`)
    .replaceAll(/ %/g, `${FIXED}%`)
    .replaceAll(/«[ \u00a0\u202f]*/g, `«${FIXED}`)
    .replaceAll(/[ \u00a0\u202f]*»/g, `${FIXED}»`);
}
