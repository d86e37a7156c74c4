import { fold } from './fold.ts';
import { EDUCATION_TITLE, EXPERIENCE_TITLE, JOB_TITLE } from './job-words.ts';
import { latin } from './patterns.ts';
import type { DecodedDocument, ImportedPersonal } from './types.ts';

type Kind = ImportedPersonal['kind'];

/** Patterns with the stretch that is personal in group 1, or the whole match. All are linear: no nested repetition. */
const PATTERNS: readonly { readonly kind: Kind; readonly pattern: RegExp }[] = [
  { kind: 'email', pattern: latin(/[\p{L}\p{N}._%+-]{1,64}(?:@|\s?(?:\[at\]|\(at\))\s?)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu) },
  {
    kind: 'link',
    pattern:
      /(?:https?:\/\/)?(?:[a-z]{2,3}\.)?(?:linkedin\.com\/in|xing\.com\/profile|viadeo\.com\/profile|facebook\.com|twitter\.com|x\.com|instagram\.com|t\.me)\/[^\s<>()\]"',;|]{2,80}/giu,
  },
  // Where somebody has a page is no skill: "Network: Codeberg" of a structured CV.
  {
    kind: 'link',
    pattern:
      /^\W*(?:network|netzwerk|réseau(?: social)?)\s*:\s*(github|gitlab|codeberg|bitbucket|sourcehut|linkedin|xing|mastodon|twitter|bluesky|stack ?overflow|keybase)\s*$/giu,
  },
  // A profile page is one path segment; a repository has two and is work.
  { kind: 'link', pattern: /(?:https?:\/\/)?(?:www\.)?(?:github|gitlab|bitbucket)\.com\/[\w.-]{1,40}(?![\w./?-])\/?/giu },
  {
    kind: 'birth',
    pattern: latin(
      /(?<!\p{L})(?:date of birth|birth ?date|DOB|born(?: on| in)?|née?(?: le)?|date de naissance|geboren(?: am)?|geb\.|Geburtsdatum|Geburtstag)\s*[:–-]?\s*((?:\d{1,2}(?:st|nd|rd|th|er|\.)?[ ./-]{1,2}(?:\p{L}{3,9}\.?|\d{1,2})[ ./-]{1,2}(?:19|20)\d{2})|(?:\p{L}{3,9} \d{1,2},? (?:19|20)\d{2})|(?:(?:19|20)\d{2}-\d{2}-\d{2})|(?:19[4-9]\d|200\d))/giu,
    ),
  },
  { kind: 'birth', pattern: latin(/(?<!\p{L})(?:age|âge|alter)\s*:\s*(\d{2}(?: (?:years|ans|jahre))?)/giu) },
  {
    kind: 'phone',
    pattern: latin(
      /(?<![\p{L}\p{N}.,/_:-])(?:\+|00)\d{1,3}[ .\u00a0-]?(?:\(\d{1,5}\)[ .\u00a0-]?)?\d(?:[ .\u00a0/-]{0,2}\d){6,12}(?![\p{L}\p{N}])/gu,
    ),
  },
  { kind: 'phone', pattern: latin(/(?<![\p{L}\p{N}.,/_:+-])0\d(?:[ .\u00a0-]?\d{2}){4}(?![\p{L}\p{N}]|[.,]\d)/gu) },
  {
    kind: 'phone',
    pattern: latin(
      /(?<!\p{L})(?:t[ée]l(?:[ée]phone|efon)?|phone|mobile?|mobil|cell|handy|fax|portable|gsm)\.?\s*(?:\p{L}+\s*)?[:.]?\s*(\+?[\d(][\d ()./\u00a0-]{6,20}\d)(?!\d)/giu,
    ),
  },
  { kind: 'phone', pattern: latin(/(?<![\p{L}\p{N}.,/_:+-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\p{L}\p{N}]|[.,]\d)/gu) },
  {
    kind: 'address',
    pattern: latin(
      /(?<![\p{L}\p{N}])\d{1,4}(?: ?(?:bis|ter|[a-d](?= )))?,? (?:rue|avenue|av\.|boulevard|bd|place|chemin|allée|impasse|route|quai|cours|square|passage)(?: [\p{L}\p{N}'’.-]+){1,5}(?:,? \d{5} \p{Lu}[\p{L}-]+)?/giu,
    ),
  },
  {
    kind: 'address',
    pattern: latin(
      /(?<![\p{L}])\p{Lu}[\p{L}.-]*(?: \p{Lu}?[\p{L}.-]+){0,2}(?: ?[Ss]traße| ?[Ss]trasse|str\.| ?[Ww]eg| ?[Pp]latz| ?[Aa]llee|gasse|ring|damm|ufer) \d{1,4} ?[a-z]?(?![\p{L}\p{N}])(?:,? (?:D-|A-|CH-)?\d{4,5} \p{Lu}[\p{L}-]+)?/gu,
    ),
  },
  {
    kind: 'address',
    pattern: latin(
      /(?<![\p{L}\p{N}.])\d{1,5}[a-z]? (?:\p{Lu}[\p{L}'’.-]+ ){1,3}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Ln\.?|Drive|Dr\.?|Court|Ct\.?|Way|Close|Square|Crescent|Terrace|Place|Boulevard|Blvd\.?)(?!\p{L})(?:,? (?:(?:Apt|Flat|Unit)\.? \w+,? )?\p{Lu}[\p{L} ]{2,30}(?:,? [A-Z]{1,2}[\dA-Z]{1,4} ?\d?[A-Z]{0,2})?)?/gu,
    ),
  },
  { kind: 'address', pattern: latin(/(?<!\p{L})(?:address|adresse|anschrift|wohnhaft in|wohnort|domicile)\s*:\s*([^\r\n|]{5,100})/giu) },
  {
    kind: 'name',
    pattern: latin(/(?<!\p{L})(?:Mr\.?|Mrs\.?|Ms\.?|M\.|Mme|Mlle|Herrn?|Frau|Dr\.?)\s(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2})/gu),
  },
  {
    kind: 'name',
    pattern: latin(
      /(?<!\p{L})(?:[Ff]ull [Nn]ame|[Ff]irst name|[Ll]ast name|[Ss]urname|[Nn]ame|NAME|[Nn]om(?: et prénom)?|NOM|[Pp]rénom|[Aa]uthor|[Aa]uteur|[Vv]orname|[Nn]achname|[Cc]andidate?|[Cc]ontact|[Rr]eferences?|[Rr]éférences?|[Rr]eferenz|[Aa]nsprechpartner(?:in)?)\s*:[ \t]*["']?(\p{Lu}[\p{L}'’.-]+(?: (?:de|du|van|von|der|la|le|al|bin)){0,2}(?: \p{Lu}[\p{L}'’.-]*){1,3})/gu,
    ),
  },
  {
    kind: 'name',
    pattern: latin(
      /(?<!\p{L})(?:manager|boss|supervisor|mentor|colleague|teammate|CTO|CEO|friend|daughter|son|wife|husband|sister|brother|grandson|granddaughter|neighbou?r|predecessor|successor|collègue|chef|responsable|tuteur|fille|fils|femme|mari|voisine?|prédécesseure?|Kollegen?|Kollegin|Vorgesetzte[rn]?|Chefin|Betreuer|Tochter|Sohn|Nachbar(?:in)?|Vorgänger(?:in)?)[,:]? \(?(\p{Lu}\p{Ll}+(?: (?:de|van|von))? \p{Lu}\p{Ll}+)(?!\p{L})/gu,
    ),
  },
  // "with R. Pellegrino": after a word in small letters an initial begins a name; after a line's start it may number it.
  {
    kind: 'name',
    pattern: latin(/(?<=[\p{Ll}\p{Lu},(] \(?)((?:\p{Lu}\. ?){1,2}\p{Lu}\p{Ll}{2,20}(?:-\p{Lu}\p{Ll}+)?)(?!\p{L})/gu),
  },
];
/** Who a document is about it says at its beginning; further down only what looks like an address or number is looked at. */
const MAX_WORDY = 300_000;
/** A telephone number's worth of digits; and the words the other patterns need. Most lines have neither. */
const DIGITS = /\d[\d ()./\u00a0-]{6,}\d/;
const AT = /@|[[(]at[)\]]/;
const HINT =
  /linkedin|xing\.|viadeo|facebook\.|twitter\.|x\.com|instagram|t\.me\/|github|gitlab|bitbucket|codeberg|sourcehut|mastodon|bluesky|overflow|birth|\bdob\b|\bborn\b|\bn(?:é|ée)\b|naissance|\bgeb|\b(?:age|alter)\s*:|âge\s*:|\bt[ée]l|phone|\bmobil|\bcell|handy|\bfax|portable|\bgsm|\d[ ,].{0,12}(?:rue|avenue|av\.|boulevard|bd|place|chemin|allée|impasse|route|quai|cours|square|passage|street|st|road|rd|ave|lane|ln|drive|court|ct|way|close|crescent|terrace|blvd)\b|(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer) \d|address|adresse|anschrift|wohn|domicile|\b(?:mr|mrs|ms|m|mme|mlle|herrn?|frau|dr)\b|name|nom\b|author|auteur|candidat|contact|refer|référence|ansprechpartner|manager|boss|supervisor|mentor|colleague|teammate|\bc[te]o\b|friend|daughter|\bson\b|wife|husband|sister|brother|grand|neighbo|predecessor|successor|collègue|chef|responsable|tuteur|fille|\bfils\b|femme|\bmari\b|voisin|prédécesseur|kolleg|vorgesetzte|betreuer|tochter|sohn|nachbar|vorgänger|[a-z,(] \(?[a-z]\. ?[a-z]/i;
const WORD = String.raw`\p{Lu}(?:[\p{Ll}'’]+|[\p{Lu}'’]+)(?:-\p{Lu}\p{L}+)?`;
const FULL_NAME = String.raw`${WORD}(?: (?:de|du|van|von|der|la|le|al|bin|d['’]))?(?: \p{Lu}\.)?(?: ${WORD}){1,2}`;
/** A line that is a person's name and nothing else, or a name set off from what follows it. */
const NAME_LINE = new RegExp(String.raw`^\W*(?:(?:Dr|Prof|Dipl\.?-Ing|Ing)\.? )?(${FULL_NAME})(?:\s*$|\s*[|–—·•(]|\s+-\s|,\s*(.*)$)`, 'u');
/** "Curriculum vitae of Jane Doe", "CV — Jane Doe". */
const NAME_AFTER_TITLE = latin(
  new RegExp(
    String.raw`^\W*(?:[Cc]urriculum [Vv]itae|CURRICULUM VITAE|CV|R[ée]sum[ée]|Lebenslauf|LEBENSLAUF|About|Profile?)(?: (?:of|de|von))?\s*[:–—-]?\s+(${FULL_NAME})\s*$`,
    'u',
  ),
);
/** "Skills notes of Jane Doe", "What I know – Jane Doe". */
const NAME_AT_END = latin(new RegExp(String.raw`(?:(?:^|\s)(?:of|by|de|von|from)|[-–—:|])\s+(${FULL_NAME})\s*$`, 'u'));
/** The person's name stands at the very top. */
const HEAD_BLOCKS = 8;
const TITLE_LINES = 3;
const BARE_BIRTH = /(?<!\d)(\d{1,2}[./]\d{1,2}[./](?:19[4-9]\d|200\d))(?!\d)/u;
const CITY = latin(
  /(?<![\p{L}\p{N}])(?:(?:D|A|CH|F)-)?(?:\d{5}|\d{4}(?= \p{Lu}\p{Ll}{3})) \p{Lu}\p{Ll}+(?:[ -](?:sur|am|an der|\p{Lu}\p{Ll}+)){0,3}(?![\p{L}])/u,
);

/**
 * Recognises what says who the person is (names, addresses, telephone numbers, birth dates, profile pages), in order.
 * @param isKnown whether a line is the name of a skill, so that "Red Hat" at the top is not taken for a person
 */
export function readPersonal(document: DecodedDocument, isKnown: (start: number, end: number) => boolean): ImportedPersonal[] {
  const found: ImportedPersonal[] = [];
  const taken = new TakenPlaces();
  const add = (kind: Kind, start: number, text: string): void => {
    const trimmed = text.replace(/[\s.,;:]+$/u, '');
    const end = start + trimmed.length;
    if (trimmed === '' || !taken.take(start, end)) return;
    found.push({ kind, text: document.text.slice(start, end), start, end });
  };
  for (const line of document.text.matchAll(/[^\r\n]+/g)) {
    const mayHold = DIGITS.test(line[0]) || AT.test(line[0]) || (line.index < MAX_WORDY && HINT.test(line[0]));
    if (!mayHold) continue;
    for (const { kind, pattern } of PATTERNS) {
      for (const match of line[0].matchAll(pattern)) {
        const part = match[1] ?? match[0];
        if (kind === 'phone' && !isPhone(part)) continue;
        if (kind === 'name' && JOB_TITLE.test(part)) continue;
        add(kind, line.index + match.index + match[0].lastIndexOf(part), part);
      }
    }
  }
  readHead(document, isKnown, add);
  repeatNames(document.text, found, add);
  return found.sort((a, b) => a.start - b.start);
}

/** Stretches of the text that are taken, by page, so that a long list of addresses costs no more per address than a short one. */
class TakenPlaces {
  private static readonly PAGE = 1000;
  private readonly pages = new Map<number, { readonly start: number; readonly end: number }[]>();

  /** Takes the stretch unless a part of it is taken; returns whether it could. */
  take(start: number, end: number): boolean {
    const pages: { readonly start: number; readonly end: number }[][] = [];
    for (let page = Math.floor(start / TakenPlaces.PAGE); page * TakenPlaces.PAGE < end; page += 1) {
      const places = this.pages.get(page) ?? [];
      if (places.some((each) => each.start < end && each.end > start)) return false;
      this.pages.set(page, places);
      pages.push(places);
    }
    for (const places of pages) places.push({ start, end });
    return true;
  }
}

/** Seven to fifteen digits, and no date range. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return (
    digits.length >= 8 &&
    digits.length <= 15 &&
    !/^(?:19|20)\d{2}\D+(?:19|20)\d{2}$/.test(text.trim()) &&
    !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)
  );
}

/** The lines at the top: the name, a bare date of birth, the town. */
function readHead(
  document: DecodedDocument,
  isKnown: (start: number, end: number) => boolean,
  add: (kind: Kind, start: number, text: string) => void,
): void {
  let hasName = false;
  let line = 0;
  for (const match of document.text.slice(0, 3000).matchAll(/[^\r\n]+/g)) {
    const text = match[0];
    if (text.trim() === '') continue;
    line += 1;
    if (line > HEAD_BLOCKS) break;
    const isTitle = EXPERIENCE_TITLE.test(text) || EDUCATION_TITLE.test(text);
    const asLine = isTitle ? null : NAME_LINE.exec(text.trimEnd());
    const isSetOff = asLine?.[2] === undefined || JOB_TITLE.test(asLine[2]) || /^\d/.test(asLine[2]);
    const atEnd = line <= TITLE_LINES ? NAME_AT_END.exec(text)?.[1] : undefined;
    const name = NAME_AFTER_TITLE.exec(text)?.[1] ?? (isSetOff ? asLine?.[1] : undefined) ?? atEnd;
    if (name !== undefined && !hasName && isName(name)) {
      const start = match.index + text.indexOf(name);
      if (!isKnown(start, start + name.length)) {
        add('name', start, name);
        hasName = true;
      }
    }
    const birth = BARE_BIRTH.exec(text);
    if (birth !== null) add('birth', match.index + birth.index, birth[0]);
    const city = CITY.exec(text);
    if (city !== null) add('address', match.index + city.index, city[0]);
  }
}

/** Words that stand at the top of documents and are no names. */
const NO_NAME = latin(
  /(?<!\p{L})(?:curriculum|vitae|resume|résumé|skills?|notes?|about|profile?|summary|personal|contact|work|experience|infrastructure|systems?|network|cloud|senior|junior|linux|platform|data|site|reliability|self|assessment|inventory|matrix|document|technical|overview|lebenslauf|kompetenz\p{L}*|fähigkeiten|compétences?|à propos|mes|my|the|and|und|et|of|for|me|hello|page|dossier|fiche|bilan|team|role|job|description|operations?|database|storage|security|version|draft|last|updated?|stand|table|contents?|introduction|professional|career|objective|key|core|main)(?!\p{L})/iu,
);

function isName(text: string): boolean {
  return !JOB_TITLE.test(text) && !NO_NAME.test(text) && text.split(/\s+/).length <= 4;
}

/** The full name, and the family name alone, wherever else they stand. */
function repeatNames(text: string, found: readonly ImportedPersonal[], add: (kind: Kind, start: number, text: string) => void): void {
  const names = new Set<string>();
  for (const { kind, text: name } of found) {
    if (kind !== 'name') continue;
    const words = name.split(/\s+/);
    names.add(name);
    for (const word of words) if (words.length > 1 && word.length >= 4 && /^\p{Lu}/u.test(word)) names.add(word);
  }
  for (const name of [...names].sort((a, b) => b.length - a.length).slice(0, 20)) {
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
      const isWord = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ');
      if (isWord && fold(name) !== '') add('name', at, name);
    }
  }
}
