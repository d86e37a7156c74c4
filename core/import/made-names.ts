import type { Outline, PlacedBlock } from './blocks.ts';
import type { Mention } from './mentions.ts';
import { type Element, ORDINARY } from './own-names.ts';
import { latin } from './patterns.ts';
import { WORD_ENDING } from './typos.ts';

/** What people call the things they program. */
const THING =
  'tools?|scripts?|services?|operators?|platforms?|plattform|daemons?|bots?|exporters?|framework|librar(?:y|ies)|controllers?|prox(?:y|ies)|portal|plugins?|cli|app|skripte?|werkzeug|dienst|bibliothek|programm|outil|programme|démon|bibliothèque|plateforme|planificateur';
/** A name as tools have them: one word, which may hold points, digits and hyphens. */
const NAME = String.raw`[\p{L}][\p{L}\p{N}._-]{2,30}`;
const LANGUAGE = String.raw`(?:Go|Golang|Python|Rust|Perl|Ruby|Bash|C\+\+|Java|PHP|Lua)(?![\p{L}])`;
const OPEN = String.raw`["“«„\x60]\s?`;
const CLOSE = String.raw`\s?["”»“\x60]`;

/** Ways to say that something is one's own work, the name as the only group. */
const MADE: readonly RegExp[] = [
  // "Wrote labelguard in Go", "built Shunter, a proxy that …"
  String.raw`(?<!\p{L})(?:wrote|built|created|developed|authored|maintain(?:s|er of|ed)?|open-?sourced|released|écrit|développé|créé|schrieb|entwickelte|baute|geschrieben:?)\s+(?:(?:an? |my |our |the |own |eigene[sn]? |un |une )*(?:(?:${THING}) )?(?:called |named |nommée? |namens )?)?["“«\x60]?(${NAME}?)["”»\x60]?(?=,\s+(?:an?|our|the|my|un|une|ein|eine)\s|\s+in\s+${LANGUAGE}|\s+(?:\(|–|—)\s?(?:an?|in|${LANGUAGE})\s?)`,
  // "Wrote Heron Desk, a portal for …"
  String.raw`(?<!\p{L})(?:wrote|built|created|developed)\s+(?:our |my )?([\p{L}][\p{L}\p{N}]{2,20} [\p{L}][\p{L}\p{N}]{2,20}),\s+(?:an?|our|the)\s`,
  // "bucketfox (my own quota reporter)"
  String.raw`(?:^|[,;:]\s+)(${NAME})\s+\((?:an? )?(?:my own|mine|our own|(?:our )?in-house|written by me|eigene[rns]?|selbst (?:geschrieben|gebaut|entwickelt)|von mir|fait maison|écrit par moi|mon)(?!\p{L})`,
  // "a script called Klingelbeutel", "the operator *Zapfhahn*": signs of emphasis are blanked, which leaves a second space.
  String.raw`(?<!\p{L})\S*(?:${THING})\s+(?:(?:called|named|namens|genannt|nommée?|appelée?|baptisée?)\s+(?:${OPEN})?(?=\p{Lu}|["“«„])|${OPEN}|\s+(?=\p{Lu}))(${NAME})(?:${CLOSE}|(?![\p{L}\p{N}._-]))`,
  // "a REXX tool, Samename, which proposed renames"
  String.raw`(?<!\p{L})(?:${THING}),\s+(${NAME}),\s+(?:which|that|who|die|das|der|qui)(?!\p{L})`,
  // "`shunter` is our in-house controller"
  String.raw`^\W*(${NAME})\s+(?:is|was|est|ist|war)\s+(?:my|our|mon|ma|notre|mein|meine|unser|unsere)\s+(?:own|in-house|first|propre|eigene[rs]?)\s`,
].map((source) => latin(new RegExp(source, 'giu')));

/** A word that each of these ways has; most blocks have none. */
const CUE =
  /wrote|built|creat|develop|author|maintain|sourced|released|écrit|développ|créé|schrieb|entwick|baute|geschrieben|own|mine|in-house|written by|eigene|selbst|von mir|maison|called|named|namens|genannt|nommé|appelé|baptisé|["“«„`]|\s{2}\S|, (?:which|that|who|die|das|der|qui)\b/i;

const PROJECTS =
  /(?:^|\s)(?:(?:side |own |personal |open[- ]?source )?projects?|open[- ]?source|things i (?:wrote|built|made)|eigene projekte|projekte|projets?(?: personnels)?|réalisations)\s*$/i;
const REPOSITORY_COLUMN = /^\W*(?:projects?|repo(?:sitor(?:y|ies))?s?|projets?|dépôts?|projekte?)\W*$/i;
/** What a paragraph says of a tool that somebody made. */
const OWN_WORK = latin(
  /(?<!\p{L})(?:my own|i wrote|we wrote|in-house|written by me|open-?source|j['’]ai écrit|mon propre|mein(?:e[rs]?)?|von mir|eigene[rs]?|ich habe|selbst|daemon|tool|script|proxy|controller|library|operator|exporter|outil|werkzeug|skript)(?!\p{L})/iu,
);
/** A block is a name of its own work's only where it is short; the rest of a long one is not read for it. */
const MAX_READ = 2000;

/** The names of tools that a block says are the person's own work; they are skills nobody else's list knows. */
export function findMadeNames(outline: Outline, block: PlacedBlock, known: readonly Mention[]): Element[] {
  const found =
    block.kind === 'heading'
      ? projectHeading(outline, block)
      : block.kind === 'row'
        ? repositoryCell(outline, block)
        : saidToBeMade(outline, block);
  return found.filter(
    ({ start, end, text }) =>
      !known.some((mention) => mention.start < end && mention.end > start) &&
      !ORDINARY.has(text.toLowerCase()) &&
      !WORD_ENDING.test(text) &&
      !/[a-zà-ÿ]s$/.test(text),
  );
}

function saidToBeMade(outline: Outline, block: PlacedBlock): Element[] {
  const text = outline.masked.slice(block.start, Math.min(block.end, block.start + MAX_READ));
  const found: Element[] = [];
  if (!CUE.test(text)) return found;
  for (const pattern of MADE) {
    for (const match of text.matchAll(pattern)) {
      const name = (match[1] ?? '').replace(/[.-]+$/, '');
      if (name.length >= 3 && isCapitalisedPair(name)) found.push(element(block.start + match.index + match[0].lastIndexOf(name), name));
    }
  }
  return found;
}

/** Two words are a name only where both are written like one. */
function isCapitalisedPair(name: string): boolean {
  return !name.includes(' ') || name.split(' ').every((word) => /^\p{Lu}/u.test(word));
}

/** "quietday" under Projects, with a line below it that says what it does. */
function projectHeading(outline: Outline, block: PlacedBlock): Element[] {
  const section = outline.sections[block.section];
  // A line with its dates may stand between the name and what is said of it.
  const below = [outline.blocks[block.index + 1], outline.blocks[block.index + 2]];
  if (section === undefined || !new RegExp(`^${NAME}$`, 'u').test(section.title)) return [];
  const isLower = section.title === section.title.toLowerCase();
  const isProject = PROJECTS.test(outline.sections[section.parent]?.title ?? '');
  if (!isProject && !isLower) return [];
  const isSaid = below.some(
    (each) =>
      each !== undefined &&
      each.kind !== 'heading' &&
      OWN_WORK.test(outline.masked.slice(each.start, Math.min(each.end, each.start + 200))),
  );
  if (!isSaid) return [];
  return [element(outline.masked.indexOf(section.title, block.start), section.title)];
}

/** A row of a table of repositories begins with the name of one. */
function repositoryCell(outline: Outline, block: PlacedBlock): Element[] {
  const cell = block.cells[0];
  if (cell === undefined || !REPOSITORY_COLUMN.test(cell.header)) return [];
  const name = outline.masked.slice(cell.start, cell.end).trim();
  if (!new RegExp(`^${NAME}$`, 'u').test(name)) return [];
  return [element(outline.masked.indexOf(name, cell.start), name)];
}

function element(start: number, name: string): Element {
  return { start, end: start + name.length, text: name, isKnown: false, isMade: true };
}
