import type { PlacedBlock, Section } from './blocks.ts';
import type { Mention } from './mentions.ts';
import { latin, makeScreen } from './patterns.ts';
import { lowerCaseOf, type Reading, sectionsAround, sentenceAt, skillsIn } from './reading.ts';
import {
  DEED_RULES,
  FIRST_PERSON_SIGNS,
  HEADING_LINE_RULES,
  OWN_DEED_SIGNS,
  ROLE_SIGNS,
  RULES_AFTER,
  RULES_BEFORE,
  SECTION_RULES,
  SENTENCE_RULES,
  type StanceRule,
} from './stance-rules.ts';
import type { Stance } from './types.ts';

const WINDOW = 160;
/** A longer line above a list is a sentence and not a title. */
const MAX_LIST_TITLE = 60;
const MAX_GROUP = 30;
/** How much of the document decides whose it is; enough, and bounded. */
const SAMPLE_CHARS = 200_000;

/** From the strongest claim to the weakest word; what a skill's own stance is taken from. */
const STRENGTH: readonly Stance[] = [
  'built',
  'led',
  'operated',
  'used',
  'taught',
  'required',
  'gap',
  'todo',
  'evaluated',
  'dropped',
  'absent',
  'mentioned',
];

/** Says for each mention how the text speaks of the skill. */
export function readStances(reading: Reading): Map<Mention, Stance> {
  const isRole = isRoleDescription(reading.document.text);
  const stances = new Map<Mention, Stance>();
  for (const [blockIndex, mentions] of reading.byBlock) {
    const block = reading.outline.blocks[blockIndex];
    if (block === undefined) continue;
    const chains = enumerations(reading.outline.masked, mentions);
    const cues = isRole ? NO_CUES : cuesIn(lowerCaseOf(reading.outline, block));
    for (const [index, mention] of mentions.entries()) {
      const chain = chains[index] ?? { start: mention.start, end: mention.end };
      const stance = isRole ? 'required' : stanceOf(reading, block, mention, chain, cues);
      stances.set(mention, mention.isMade && (CLAIMS.has(stance) || stance === 'mentioned') ? 'built' : stance);
    }
    if (!isRole) agreeInBlock(block, mentions, stances);
  }
  return stances;
}

/** A skill that a short block says was left or never had is not claimed by a second mention in the same block. */
function agreeInBlock(block: PlacedBlock, mentions: readonly Mention[], stances: Map<Mention, Stance>): void {
  if (block.end - block.start > 400) return;
  for (const mention of mentions) {
    const stance = stances.get(mention);
    if (stance !== 'dropped' && stance !== 'absent' && stance !== 'gap') continue;
    for (const other of mentions) {
      const isWeak = CLAIMS.has(stances.get(other) ?? 'mentioned');
      if (other.skillId === mention.skillId && isWeak) stances.set(other, stance);
    }
  }
}

/** Stances that claim the person did something with the skill. */
export const CLAIMS: ReadonlySet<Stance> = new Set<Stance>(['built', 'led', 'operated', 'used', 'taught']);

/** The strongest honest stance: real use wins over a gap, a gap over a mere word. */
export function strongestStance(stances: readonly Stance[]): Stance {
  return STRENGTH.find((stance) => stances.includes(stance)) ?? 'mentioned';
}

/** A role speaks to "you" or of what is required, and not of what "I" did. */
function isRoleDescription(text: string): boolean {
  const sample = text.slice(0, SAMPLE_CHARS);
  const role = sample.match(ROLE_SIGNS)?.length ?? 0;
  const own = (sample.match(FIRST_PERSON_SIGNS)?.length ?? 0) + 2 * (sample.match(OWN_DEED_SIGNS)?.length ?? 0);
  return role >= 3 && role > own;
}

/** For each mention the stretch of the enumeration it stands in: "no Chef, Puppet or Salt" is about all three. */
function enumerations(masked: string, mentions: readonly Mention[]): { start: number; end: number }[] {
  const chains: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  let last: Mention | null = null;
  for (const mention of mentions) {
    const between: string | null = last === null ? null : masked.slice(last.end, Math.min(mention.start, last.end + 40));
    const goesOn = between !== null && last !== null && mention.start - last.end < 40 && SEPARATORS.test(between) && !TURN.test(between);
    if (goesOn && open !== null) open.end = mention.end;
    else open = { start: mention.start, end: mention.end };
    chains.push(open);
    last = mention;
  }
  return chains;
}

const SEPARATORS = latin(
  /^(?=.*(?:[,/&+|]|\b(?:and|or|nor|et|ou|ni|und|oder)\b))[\s,/&+|()]*(?:[\p{L}\p{N}-]+[\s,/&+|()]+)?(?:(?:and|or|nor|et|ou|ni|und|oder)\s+)?$/u,
);

/** "Git, formerly Subversion and RCS": what comes after such a word is another enumeration. */
const TURN = latin(
  /(?<!\p{L})(?:before|formerly|previously|earlier|then|later|now|today|avant|auparavant|anciennement|puis|ensuite|désormais|vorher|früher|zuvor|davor|ehemals|dann|danach|später|heute|jetzt)(?!\p{L})/iu,
);

/** Which kinds of rules can fit anywhere in a block; most blocks have no wording of most of them. */
interface Cues {
  readonly before: boolean;
  readonly after: boolean;
  readonly sentence: boolean;
  readonly deed: boolean;
}

const NO_CUES: Cues = { before: false, after: false, sentence: false, deed: false };
const mayHaveBefore = makeScreen(RULES_BEFORE.map((rule) => rule.wording ?? rule.pattern));
const mayHaveAfter = makeScreen(RULES_AFTER.map((rule) => withoutStart(rule.pattern)));
const mayHaveSentence = makeScreen(SENTENCE_RULES.map((rule) => rule.pattern));
const mayHaveDeed = makeScreen(DEED_RULES.map((rule) => rule.pattern));

/** What stands after a name is anchored to it, with some words between; anywhere in the block it may follow some name. */
function withoutStart(pattern: RegExp): RegExp {
  const start = /^\^(?:\(\?: \\\([^|]*\|\[[^\]]*\]\{0,\d+\}\)|\[[^\]]*\](?:\{0,\d+\}|\*))?/;
  return new RegExp(pattern.source.replace(start, ''), pattern.flags);
}

function cuesIn(text: string): Cues {
  return { before: mayHaveBefore(text), after: mayHaveAfter(text), sentence: mayHaveSentence(text), deed: mayHaveDeed(text) };
}

function stanceOf(reading: Reading, block: PlacedBlock, mention: Mention, chain: { start: number; end: number }, cues: Cues): Stance {
  const { masked } = reading.outline;
  const sentence = sentenceAt(reading.outline, block, mention.start);
  const before = masked.slice(Math.max(sentence.start, chain.start - WINDOW), Math.max(sentence.start, chain.start));
  const ownBefore = masked.slice(Math.max(sentence.start, mention.start - WINDOW), mention.start);
  const after = masked.slice(mention.end, Math.min(sentence.end, mention.end + WINDOW));
  const moved = movedAway(ownBefore, after);
  if (moved !== null) return moved;
  const alone = saidOfNameAlone(reading, block, mention, sentence);
  if (alone !== null) return alone;
  const afterChain = masked.slice(chain.end, Math.max(chain.end, Math.min(sentence.end, chain.end + WINDOW)));
  const said =
    (cues.before ? (find(RULES_BEFORE, ownBefore) ?? (before === ownBefore ? null : find(RULES_BEFORE, before))) : null) ??
    leftBehindByArrow(before, after, reading, block) ??
    (cues.after ? (find(RULES_AFTER, after) ?? find(RULES_AFTER, afterChain)) : null);
  // What is said of the name itself goes before what is said of its whole section.
  if (said === 'absent' || said === 'dropped' || said === 'mentioned' || said === 'gap') return said;
  return (
    (cues.sentence
      ? find(SENTENCE_RULES, masked.slice(Math.max(sentence.start, mention.start - WINDOW), Math.min(sentence.end, mention.end + WINDOW)))
      : null) ??
    sectionStance(reading, block) ??
    said ??
    deedStance(reading, block, ownBefore, after, cues.deed)
  );
}

/** "Migrated 70 Access and Informix databases into Oracle": what was moved is what was left. */
function movedAway(before: string, after: string): Stance | null {
  if (MOVED_BEFORE.test(before) && MOVED_AFTER.test(after)) return 'dropped';
  return SUCCEEDED_BEFORE.test(before) && /^\s*(?:[.,;)]|$)/.test(after) ? 'dropped' : null;
}

/** "Oxidized for the configs after RANCID", and not "looked after Ceph". */
const SUCCEEDED_BEFORE = latin(
  /(?<!(?:look|looks|looked|looking|named|modelled|soon|year|years|day|days|months?) )(?<!\p{L})(?:after|après) $/iu,
);
const MOVED_BEFORE = latin(
  /(?<!\p{L})(?:migrated|moved|converted|ported|consolidated|brought|migrating|moving|converting)\s+(?:(?:the|our|all|over|about|some|old|legacy|\d[\d.,]*)\s+)*(?:[\p{L}\p{N}.+-]{2,20}(?:,| and| &)\s+)?$/iu,
);
const MOVED_AFTER = latin(/^(?:(?:,| and| &) [\p{L}\p{N}.+-]{2,20})?(?: \p{Ll}+){0,2} (?:in|on)?to (?:the |our |an? )?\p{Lu}/u);

/** "Windows containers. No experience at all." and "Kubernetes? I attended a meeting.": the name is a sentence of its own. */
function saidOfNameAlone(
  reading: Reading,
  block: PlacedBlock,
  mention: Mention,
  sentence: { readonly start: number; readonly end: number },
): Stance | null {
  const { masked } = reading.outline;
  const opening = masked.slice(block.start, mention.start);
  if (opening.length > 12 || /\p{L}/u.test(opening)) return null;
  const rest = masked.slice(mention.end, sentence.end);
  const next = masked.slice(sentence.end, Math.min(block.end, sentence.end + WINDOW));
  if (/^[\s*_.?!)]*$/.test(rest)) {
    const alone = find(ALONE_RULES, next.trimStart());
    if (alone !== null) return alone;
  }
  return DEEPER.test(next) ? 'gap' : null;
}

const ALONE_RULES: readonly StanceRule[] = [
  {
    stance: 'absent',
    pattern: latin(
      /^(?:no (?:real |production )?experience|never(?! (?:fail|lost|mind))|not (?:used|yet|mine)|none|I (?:only )?(?:attended|saw|watched|heard|read)|aucune|jamais|pas (?:d['’]expérience|encore)|keine?(?: erfahrung| kenntnisse)|nie(?!\p{L})|noch nie|nur (?:gesehen|gehört|gelesen))(?!\p{L})/iu,
    ),
  },
];
const DEEPER = latin(
  /(?:^|[.;,] |\s)(?:I )?(?:would like|want|wish|need|have) to (?:go (?:much )?(?:deeper|further)|dig deeper|learn (?:more|it)|know more|improve)(?!\p{L})|(?<!\p{L})(?:j['’]aimerais (?:aller plus loin|approfondir|en savoir plus)|möchte ich (?:vertiefen|mehr)|da will ich (?:mehr|tiefer))(?!\p{L})/iu,
);

/** "vSphere → Proxmox" under a word of moving: the first is what was left. */
function leftBehindByArrow(before: string, after: string, reading: Reading, block: PlacedBlock): Stance | null {
  // "bring it from Heroku to Kubernetes": whatever the verb, the first is where it came from.
  if (/(?<!\p{L})from (?:the |our )?$/iu.test(before) && /^ (?:to|into|onto) \p{Lu}/u.test(after)) return 'dropped';
  if (/(?<!\p{L})(?:von|vom) $/iu.test(before) && /^(?: [\p{L}\d.]{1,12})? (?:nach|auf|zu) \p{Lu}/u.test(after)) return 'dropped';
  if (!/^\s*(?:\d+\s*)?(?:→|->|=>|⇒)\s*\p{L}/u.test(after)) return null;
  const around = `${reading.outline.masked.slice(block.start, Math.min(block.end, block.start + 400))} ${sectionsAround(reading.outline, block)[0]?.title ?? ''}`;
  return /(?<!\p{L})(?:migrat|replac|mov|switch|passage|remplac)/iu.test(around) ? 'dropped' : null;
}

const titleStances = new WeakMap<Section, Stance | null>();

/** What a title says of everything under it; asked for every name below it, so it is kept. */
function titleStance(section: Section): Stance | null {
  const known = titleStances.get(section);
  if (known !== undefined) return known;
  const stance = find(SECTION_RULES, section.title);
  titleStances.set(section, stance);
  return stance;
}

function sectionStance(reading: Reading, block: PlacedBlock): Stance | null {
  for (const section of sectionsAround(reading.outline, block)) {
    const stance = titleStance(section);
    if (stance !== null) return stance;
  }
  // In a table the first cell often says what the rows of a group are: "Goals | Kubernetes | …".
  const [group] = block.cells;
  const grouped =
    group === undefined || group.end - group.start > MAX_GROUP ? null : groupStance(reading.outline.masked.slice(group.start, group.end));
  if (grouped !== null) return grouped;
  const parent = reading.outline.blocks[block.parent];
  if (parent === undefined || parent.end - parent.start > MAX_LIST_TITLE) return null;
  return find(SECTION_RULES, reading.outline.masked.slice(parent.start, parent.end));
}

/** In a table of skills a group of goals is of what is to be learnt; a project's goals are something else. */
function groupStance(title: string): Stance | null {
  return find(SECTION_RULES, title) ?? (/^\W*(?:objectifs?|ziele|targets?)\W*$/i.test(title) ? 'gap' : null);
}

/** What was done with it; a list, a heading or a table without a verb says use, a bare word in a sentence says less. */
function deedStance(reading: Reading, block: PlacedBlock, before: string, after: string, mayHave: boolean): Stance {
  const deed = mayHave ? (find(DEED_RULES, before.slice(-100)) ?? find(DEED_RULES, after.slice(0, 60))) : null;
  if (deed !== null) return deed;
  if (block.kind === 'heading') return headingStance(reading, block);
  if (block.kind === 'paragraph' && !hasOwnWord(before + after)) return 'mentioned';
  return 'used';
}

function hasOwnWord(sentence: string): boolean {
  return (
    sentence.search(FIRST_PERSON_SIGNS) !== -1 ||
    /(?<!\p{L})(?:us(?:ed|es|ing|age)|utilis\p{L}+|work(?:ed|ing)|with|avec|mit|experience|expérience|based|thanks to|grâce)(?!\p{L})/iu.test(
      sentence,
    ) ||
    isBareList(sentence)
  );
}

/** A line of names or a note without a verb about others: what people write of their own work ("Moved data to …"). */
function isBareList(sentence: string): boolean {
  if (/^\W*\p{Lu}\p{Ll}+ed(?!\p{L})/u.test(sentence)) return true;
  return sentence.length < 80 && !FINITE_VERB.test(sentence);
}

const FINITE_VERB = latin(
  /(?<!\p{L})(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|should|may|might|runs?|handles?|handled|works?|seems?|looks?|makes?|made|est|sont|était|étaient|ont|avait|peut|fait|gère|ist|sind|war|waren|hat|haben|kann)(?!\p{L})/iu,
);

/** A heading that names a skill stands for the lines under it. */
function headingStance(reading: Reading, heading: PlacedBlock): Stance {
  let best: Stance = 'used';
  let left: Stance | null = null;
  const own = new Set(skillsIn(reading, heading.index));
  for (let index = heading.index + 1; index < Math.min(reading.outline.blocks.length, heading.index + 30); index += 1) {
    const block = reading.outline.blocks[index];
    if (block === undefined || block.kind === 'heading') break;
    const line = reading.outline.masked.slice(block.start, Math.min(block.end, block.start + WINDOW));
    left ??= find(HEADING_LINE_RULES, line);
    if (skillsIn(reading, index).some((id) => !own.has(id))) continue;
    const deed = find(DEED_RULES, line);
    if (deed !== null) best = strongestStance([best, deed]);
  }
  // Real work done with it goes before the fact that it was left.
  return left !== null && best === 'used' ? left : best;
}

function find(rules: readonly StanceRule[], text: string): Stance | null {
  if (text === '') return null;
  return rules.find((rule) => rule.pattern.test(text))?.stance ?? null;
}
