import type { PlacedBlock } from './blocks.ts';
import type { Mention } from './mentions.ts';
import { latin, makeScreen } from './patterns.ts';
import { isTitled, lowerCaseOf, type Reading, sectionsAround, sentenceAt, skillsIn, spanOf, subjectsOf } from './reading.ts';
import { SECTION_RULES } from './stance-rules.ts';
import type { ImportedCaveat, ImportedGap, Stance } from './types.ts';

/** Wordings by which people keep a claim honest. Patterns see one sentence. */
const CAVEATS: readonly RegExp[] = [
  latin(
    /(?<!\p{L})(?:limited|little) (?:experience|exposure|knowledge)|not (?:very|so|that|particularly) (?:strong|good)|needs? more depth|nothing (?:too |very )?(?:fancy|massive|special)|(?:primarily|mainly|mostly) user|as a (?:consumer|user),? (?:less|not)|standard (?:usage|sysadmin|use)|no major project/iu,
  ),
  latin(
    /(?<!\p{L})not an? (?:dedicated |real |professional |software |network |cluster )?(?:\p{L}+ )?(?:engineer|developer|administrator|expert|specialist|dba)(?!\p{L})|no \p{L}+ experience/iu,
  ),
  latin(
    /(?<!\p{L})(?:team (?:work|effort|achievement)|not (?:solo|alone)|was not (?:me|mine) alone|don['’]t oversell|(?:already|mostly) (?:already )?there|(?:my|his|her|their) (?:own )?(?:part|contributions?|role) (?:was|were)|helped (?:to )?(?:deploy|operate|run|build)|would not have been possible without|much credit to|no project lead|there was an? [\p{L} ]{2,30} team)(?!\p{L})/iu,
  ),
  latin(
    /(?<!\p{L})(?:(?:he|she|I|you|they) (?:didn['’]t|did not|don['’]t|do not|would be nervous|['’]d be nervous)|single-handedly|rather than ["“])(?!\p{L})/iu,
  ),
  latin(
    /(?<!\p{L})(?:hard to quantify|intentionally (?:left )?vague|approximate(?:ly)?,? not|(?:was|were|got) shelved|never (?:been )?(?:deployed|went live|came to pass|used in production)|is deprecated|no longer (?:supported|maintained)|not supported any ?more|for testing purposes?|only (?:in|for) (?:a )?(?:test|lab|poc)|over-?engineered)(?!\p{L})/iu,
  ),
  latin(
    /(?<!\p{L})(?:opérations? de routine|expérience limitée|usage (?:standard|ponctuel)|en équipe,? pas seul|participation (?:seulement|uniquement)|jamais (?:été )?(?:déployé|mis en production)|il a été envisagé|ont été évalué|à titre (?:de test|expérimental)|quelques notions|begrenzte erfahrung|nur grundkenntnisse)(?!\p{L})/iu,
  ),
  // Whose work it was.
  latin(
    /(?<!\p{L})(?:(?:designed|written|built|installed|set up|chosen|cabled|made|done|managed|run|deployed|configured) by (?:an? |the |our |two |three |another |my )?(?!me(?!\p{L})|myself|hand|default)\p{L}+|by (?:another|a different|the \p{L}+) team|by a (?:friend|colleague|contractor|vendor|consultant)|(?:some(?:body|one) else|other people)(?:['’]s)?|inherited|(?:joint|shared|common) work|(?:a|one) (?:half|third|quarter) is mine|I was one of|before I (?:joined|came)|before my time|the cluster team|not by me|with (?:the )?(?:provider|vendor|support|consultant)s? (?:on|beside)|my (?:part|share) (?:was|is)|\p{Lu}\p{Ll}+ (?:wrote|built|did) (?:it|the)|(?:I|we) (?:specified|ordered) it|\p{L}+ did the (?:contract|design|code|work), (?:I|we) did)(?!\p{L})/u,
  ),
  latin(
    /(?<!\p{L})(?:par (?:un|une|mon|ma|le|la) (?:collègue|prestataire|autre|équipe|ami|intégrateur|éditeur|sous-traitant)|mise? en place par|hérit(?:é|ée|és|ées|age)|(?:un|une|mon|ma) (?:collègue|prestataire|intégrateur|ami) (?:a|qui|s['’])|c['’]est (?:un|une|mon|ma|l[ea]) \p{L}+ qui|est de (?:lui|elle|mon)|rel(?:u|ue|us|ues) par|en (?:binôme|duo)|à (?:deux|trois|plusieurs)|avec l['’](?:aide|appui) d|accompagnée? (?:par|de)|ma part|pas (?:tout )?seul|von (?:einem|einer|dem|der|meinem|meiner) (?:kolleg\p{L}+|dienstleister|team|anderen|vorgänger|hersteller|freund)|übernommen|geerbt|hat ein(?:e)? (?:dienstleister|kolleg\p{L}+|anderes team)|meine? kolleg\p{L}+|une autre équipe|par une équipe|géré ailleurs|à deux avec|zu (?:zweit|dritt)|im team|mit (?:hilfe|unterstützung)|mein anteil|nicht (?:allein|von mir|selbst|alleine))(?!\p{L})/iu,
  ),
  // How far it went.
  latin(
    /(?<!\p{L})(?:(?:I|we) (?:only|just|merely) \p{L}+|(?:did|do|have|had|was|am)(?: not|n['’]t) (?:patch|write|install|build|design|own|administer|code|touch(?:ed)?|typed?|used|set|run|choose)|never (?:did|wrote|built|ran|had|been)|not (?:design(?:ed)?|written|built|mine|as an admin|in production|production)|no production|nothing in production|nor(?:mal)? production|only (?:on paper|at home|in (?:a |the )?(?:lab|test|theory)|for (?:tests?|testing|demos?|mTLS|\p{L}+)|as (?:a )?(?:user|first line|second line)|helped|read|used|keep|kept)|reading other people|not (?:really )?(?:mine|my (?:work|code|design))|do not (?:ask|put|quote|count|write)|don['’]t (?:ask|put|quote|count|write)|would not call|wouldn['’]t call|two-week|one-week|(?:a|one) (?:course|training|workshop) (?:only|in)|is not the same as|under supervision|supervised)(?!\p{L})/iu,
  ),
  latin(/(?:^|[\s,(])only[.)!]*\s*$/iu),
  latin(
    /(?<!\p{L})(?:seulement|uniquement|sans plus|juste (?:assez|de quoi)|un peu d[e'’]|pas (?:de|d['’]) gross?e?s?|ne connais que|hormis|autodidacte|labo à la maison|je n['’]ai (?:rien|jamais)|je n['’](?:écris|administre|installe)|je relis|j['’]utilise,|une seule fois|pas en production|jamais en production|jamais (?:seul|administré|installé)|je n['’]ai (?:pas|jamais|fait que)|je ne (?:fais|suis|code|conçois|maîtrise) (?:pas|que)|utilisateur(?:rice)?,? (?:pas|non)|en lecture seule|sous supervision|en labo|nur (?:lesend|als|im|in|zu|für|mit|eine?n?|den|die|das|grund\p{L}*|privat|test\p{L}*)|nicht (?:produktiv|in produktion|entworfen|geschrieben|gebaut|installiert|administriert)|kein(?:e|en)? (?:produktion|produktiv\p{L}*)|nie (?:produktiv|allein|selbst)|lediglich|ausschließlich|testcluster|im haus(?!\p{L})|gelesen, nicht|zählen .{1,20} mit|je ne lis pas|un seul projet|je ne me mets pas|côté utilisateur|pas le plan de contrôle|unter anleitung|angelernt)(?!\p{L})/iu,
  ),
  // Whose work it was, in the words of remarks.
  latin(
    /(?<!\p{L})(?:exploitée?s? par|gérée?s? par|(?:designed|cabled|built) and \p{L}+ by|by the (?:vendor|manufacturer|integrator|supplier)|vom (?:hersteller|lieferanten|maschinenbauer|dienstleister|integrator|konzern|partner)|(?:zusammen|gemeinsam) mit|mit (?:dem|der|den|einem|einer) \p{L}+ zusammen|hat ein partner|betreut, wir nur|eigener anteil|noch mit begleitung|nie allein|somebody else|someone else|jemand anderes?|schon da|déjà (?:là|en place)|already in place|after me|vor meiner zeit|avant mon arrivée|me and|and me together|with the (?:provider|vendor|manufacturer) on|restart and \p{L}+ only|not (?:design|to design)|call \p{Lu}\p{L}+ when|nur (?:im|in der|auf der) \p{L}+ gesehen|kenne ich nur|bisher nie|bisher nur)(?!\p{L})/iu,
  ),
  latin(
    /(?<!\p{L})(?:(?:sont|est) un pic|umfassen auch|enthalten auch|schließen .{1,40} ein$|schließen .{1,40} ein(?=[.;])|include[sd]? (?:also |the )?(?:retired|test|idle)|noch nicht erreicht|not (?:yet )?(?:reached|finished|complete) (?:at|when)|gegengezeichnet|relues? par|(?:my|mein|meine|mon|ma) (?:lead|boss|manager|chef|teamlead|responsable)\b.{0,30}(?:says|say|said|sagt|dit|mettait|gives|sieht)|(?:sind|is|are|sont) (?:meine |my |mes )?(?:eigenen|own|propres)|give or take|plus or minus|à peu près|± ?\d|take as folklore|langsamer geworden|slower (?:now|than)|ein halbes jahr|sandkästen)(?!\p{L})/iu,
  ),
  // How the figures are meant.
  latin(
    /(?<!\p{L})(?:when I say|what I call|honest(?:ly|y)?|to be fair|in fairness|full disclosure|admittedly|I (?:must )?(?:confess|admit)|from memory|forgotten|rusty|long ago|out ?dated|out of date|self[- ](?:assess|rated)\p{L}*|(?:the )?(?:ratings?|percentages?|stars?|levels?|numbers?|figures?) (?:are|is|for|by)|(?:is|are) (?:the )?(?:state of|peak|rough|rounded|estimat\p{L}+)|(?:quand|lorsque) je dis|ce que j['’]appelle|honnêtement|pour être honnête|j['’]avoue|de mémoire|auto-?évalu\p{L}+|à relativiser|à nuancer|veut dire|heißt:|est généreuse?|sont un pic|compte celles?|chiffres? (?:logiques?|bruts?)|avant (?:déduplication|compression)|rouillée?|jusqu['’]en (?:19|20)\d\d|chiffres? (?:arrondis|approximatifs|de)|ehrlich gesagt|ehrlicherweise|zugegeben|ich gebe zu|aus dem gedächtnis|selbsteinschätzung|selbst eingeschätzt|wenn ich .{1,20} sage|was ich .{1,20} nenne|(?:zahlen|werte|angaben) sind|eingerostet|lange her|damals)(?!\p{L})/iu,
  ),
];
const mayHaveCaveat = makeScreen(CAVEATS);
const CAVEAT_TITLE = latin(
  /(?<!\p{L})(?:honest(?:y)?|caveats?|disclaimers?|limitations?|in all honesty|fine print|honnêtes?|honnêteté|en toute franchise|kleingedrucktes|ehrlich(?:e|keit|erweise)?|anmerkungen|remarques|small print|à nuancer|nuances|limites|einschränkungen|what this is not|what (?:I am|I['’]m) not|zum einordnen|einordnung|zur einordnung|à lire avec|réserves|mises? en garde|vorbehalte|zu den zahlen|about the numbers|à propos des chiffres|précisions)(?!\p{L})/iu,
);
const OLD_TITLE = latin(
  /(?<!\p{L})(?:university|school|student|childhood|hobby|études|lycée|étudiante?|studium|schulzeit)(?: (?:time|days|years|projects?))?\s*$/iu,
);
const TEAM_OR_OLD_MAX_BLOCKS = 60;
/** Nobody looks through more of a kind than this, and a text that has more is no person's. */
const MAX_STATEMENTS = 1000;
const MAX_TITLE = 60;
const EVALUATION_TITLE = latin(
  /^\W*(?:(?:technolog\p{L}+|solutions?|tools?|outils|products?|produits|systems?|candidates?)\s+)?(?:evaluated|tested|compared|considered|évalu\p{L}+|testé\p{L}*|comparé\p{L}*|étudié\p{L}*|evaluiert|getestet|verglichen)(?:\s+(?:technolog\p{L}+|tools?|solutions?|only))?\s*:?\s*$/iu,
);

/** What the person says they lack: the lines of a gap section, wishes and plans, and things they say they never did. */
export function readGaps(reading: Reading, stances: ReadonlyMap<Mention, Stance>): ImportedGap[] {
  const gaps: ImportedGap[] = [];
  for (const block of reading.outline.blocks) {
    if (gaps.length >= MAX_STATEMENTS) break;
    if (block.kind === 'code' || (block.kind === 'heading' && !isInnerHeading(reading, block) && !isTodo(reading, block))) continue;
    if (isInGapSection(reading, block)) {
      gaps.push({ ...spanOf(reading.document, block.start, block.end), skills: skillsIn(reading, block.index) });
      continue;
    }
    gaps.push(...saidGaps(reading, block, stances));
  }
  return gaps;
}

/** Wordings of something left undone or unlearnt, whether or not a skill is named beside it. */
const UNDONE = latin(
  /(?<!\p{L})(?:(?:was|were|is|has been) never (?:really )?(?:investigated|explored|tried|looked (?:at|into)|learned|learnt|tested|documented)|(?:I|we) never (?:got (?:around )?to|learned|learnt|really learned|tried|had time to)|wouldn['’]t have hurt|jamais (?:été )?(?:étudié|testé|exploré|documenté)e?s?|nie (?:getestet|untersucht|gelernt))(?!\p{L})/iu,
);
const mayHaveUndone = makeScreen([UNDONE]);
/** What is said in a look back of what should have been. */
const WISHED = latin(
  /(?<!\p{L})(?:(?:should|could|would)(?:n['’]t)?(?:['’]ve| have)|missing|aurais? (?:dû|pu)|manquait|hätte[nt]?)(?!\p{L})/iu,
);
const LOOK_BACK_TITLE = latin(
  /(?<!\p{L})(?:would(?:['’]ve| have) done|differently|(?:did )?not (?:do )?so well|didn['’]t (?:go|do)|went wrong|to do better|next time|autrement|moins bien|anders machen|nicht so gut)(?!\p{L})/iu,
);
const LACKS: ReadonlySet<Stance> = new Set<Stance>(['gap', 'absent']);
const TODO_LINE = /^\W*(?:TODO|TO DO|TBD|FIXME|à faire|offen)\s*[:–-]/u;

/** A heading below one that says what is lacking names a lack itself. */
function isInnerHeading(reading: Reading, block: PlacedBlock): boolean {
  const parent = reading.outline.sections[reading.outline.sections[block.section]?.parent ?? -1];
  return parent !== undefined && SECTION_RULES.find((rule) => rule.pattern.test(parent.title))?.stance === 'gap';
}

/** "TODO: learn Rust", a task of an outline included. */
function isTodo(reading: Reading, block: PlacedBlock): boolean {
  return TODO_LINE.test(reading.outline.masked.slice(block.start, Math.min(block.end, block.start + 20)));
}

function isInGapSection(reading: Reading, block: PlacedBlock): boolean {
  return sectionsAround(reading.outline, block).some(
    (section) => SECTION_RULES.find((rule) => rule.pattern.test(section.title))?.stance === 'gap',
  );
}

/** Sentences in which something is wished for, or said to be missing or undone by the person themself. */
function saidGaps(reading: Reading, block: PlacedBlock, stances: ReadonlyMap<Mention, Stance>): ImportedGap[] {
  const mentions = (reading.byBlock.get(block.index) ?? []).filter((mention) => !mention.isNested);
  if (isTodo(reading, block)) return [{ ...spanOf(reading.document, block.start, block.end), skills: skillsIn(reading, block.index) }];
  const isLookBack = sectionsAround(reading.outline, block).some((section) => isTitled(section, LOOK_BACK_TITLE));
  const gaps: ImportedGap[] = [];
  const mayBeUndone = mayHaveUndone(lowerCaseOf(reading.outline, block));
  // Without a cue in the block only what its names were read as can make it a gap.
  if (!mayBeUndone && !isLookBack && !mentions.some((mention) => LACKS.has(stances.get(mention) ?? 'mentioned'))) return gaps;
  let before: readonly Mention[] = [];
  for (let at = block.start, next = 0; at < block.end; ) {
    const sentence = sentenceAt(reading.outline, block, at);
    const end = Math.max(sentence.end, at + 1);
    const from = next;
    while ((mentions[next]?.start ?? end) < end) next += 1;
    const here = mentions.slice(from, next);
    const text = reading.outline.masked.slice(at, Math.min(end, at + 1000));
    // "Windows containers. No experience at all."
    const said = `${text.slice(0, 400)} ${reading.outline.masked.slice(end, Math.min(block.end, end + 60))}`;
    const missed = here.filter((mention) => stances.get(mention) === 'gap' || (stances.get(mention) === 'absent' && REGRET.test(said)));
    const isUndone = (mayBeUndone && UNDONE.test(text)) || (isLookBack && WISHED.test(text));
    if (missed.length > 0 || isUndone) {
      // "Nobody looked into the others" is about what the sentence before it names.
      const about = missed.length > 0 ? missed : here.length > 0 ? here : before;
      gaps.push({ ...trimmed(reading, at, end), skills: [...new Set(about.map((mention) => mention.skillId))] });
    }
    if (here.length > 0) before = here;
    at = end;
  }
  return gaps;
}

const REGRET = latin(
  /(?<!\p{L})(?:(?:should|would|could)(?:['’]ve| have)|never|no experience|wouldn['’]t have|j['’]aurais dû|jamais|pas d['’]expérience|aucune (?:expérience|connaissance)|je ne suis pas|ne connais (?:pas|que)|pas de(?= .{0,60}production)|keine (?:erfahrung|kenntnisse|praxis)|nicht vorhanden|kein schwerpunkt|noch nie|nie (?:gehabt|benutzt)|none(?: of them)?|not familiar)(?!\p{L})/iu,
);

/** Statements that keep the person's claims honest, with the skills they are about. */
export function readCaveats(reading: Reading): ImportedCaveat[] {
  const caveats: ImportedCaveat[] = [];
  for (const block of reading.outline.blocks) {
    if (caveats.length >= MAX_STATEMENTS) break;
    if (block.kind === 'heading' || block.kind === 'code') continue;
    if (isUnderTitle(reading, block, CAVEAT_TITLE)) {
      caveats.push({ ...spanOf(reading.document, block.start, block.end), skills: subjectsOf(reading, block) });
      continue;
    }
    caveats.push(...saidCaveats(reading, block));
  }
  return [...caveats, ...oldSections(reading), ...evaluations(reading)].sort((a, b) => a.start - b.start);
}

function isUnderTitle(reading: Reading, block: PlacedBlock, title: RegExp): boolean {
  return sectionsAround(reading.outline, block).some((section) => isTitled(section, title));
}

function saidCaveats(reading: Reading, block: PlacedBlock): ImportedCaveat[] {
  const caveats: ImportedCaveat[] = [];
  if (!mayHaveCaveat(lowerCaseOf(reading.outline, block))) return caveats;
  if (block.kind === 'row') return cellCaveats(reading, block);
  for (let at = block.start; at < block.end; ) {
    const sentence = sentenceAt(reading.outline, block, at);
    const text = reading.outline.masked.slice(sentence.start, Math.min(sentence.end, sentence.start + 1000));
    const named = (reading.byBlock.get(block.index) ?? []).filter(
      (mention) => !mention.isNested && mention.start >= sentence.start && mention.end <= sentence.end,
    );
    const isByTool = (found: RegExpExecArray): boolean => {
      const from = sentence.start + found.index;
      const to = from + found[0].length;
      const tool = named.find(({ start, end }) => start > from && start < to && end >= to);
      return tool !== undefined && found[0].slice(0, tool.start - from).endsWith(' by ');
    };
    // "Ceph (managed by Proxmox)": what a tool does is nobody else's work.
    const found = CAVEATS.map((pattern) => pattern.exec(text)).filter((match) => match !== null);
    if (found.some((match) => !isByTool(match))) {
      const ids = [
        ...new Set(named.filter(({ start }) => !isException(text.slice(0, start - sentence.start))).map(({ skillId }) => skillId)),
      ];
      caveats.push({ ...trimmed(reading, sentence.start, sentence.end), skills: subjectsOf(reading, block, ids) });
    }
    at = Math.max(sentence.end, at + 1);
  }
  return caveats;
}

/** "Limited experience, mainly the Terraform provider": what is named after it is what there is experience of. */
function isException(before: string): boolean {
  return /(?<![\p{L}])(?:mainly|mostly|except|apart from|besides|principalement|surtout|sauf|hauptsächlich|vor allem|außer)(?![\p{L}])/iu.test(
    before,
  );
}

/** In a table the remark stands in a cell of its own, beside the name and the level it qualifies. */
function cellCaveats(reading: Reading, block: PlacedBlock): ImportedCaveat[] {
  const subjects = subjectsOf(reading, block);
  return block.cells
    .filter(({ start, end }) => {
      const text = reading.outline.masked.slice(start, Math.min(end, start + 1000));
      return text.trim().includes(' ') && CAVEATS.some((pattern) => pattern.test(text));
    })
    .map(({ start, end }) => ({ ...trimmed(reading, start, end), skills: subjects }));
}

/** "University time": what stands there is experience of long ago; one caveat on the title for all of it. */
function oldSections(reading: Reading): ImportedCaveat[] {
  return reading.outline.sections.flatMap((section) => {
    const heading = reading.outline.blocks[section.heading];
    if (heading === undefined || !OLD_TITLE.test(section.title)) return [];
    const skills = new Set<string>();
    for (const block of reading.outline.blocks.slice(section.heading + 1, section.heading + TEAM_OR_OLD_MAX_BLOCKS)) {
      if (block.kind === 'heading') break;
      for (const mention of reading.byBlock.get(block.index) ?? []) skills.add(mention.skillId);
    }
    return [{ ...spanOf(reading.document, heading.start, heading.end), skills: [...skills] }];
  });
}

/** "Technologies évaluées" over a list: what stands there was studied, which is less than used. */
function evaluations(reading: Reading): ImportedCaveat[] {
  const skillsUnder = new Map<number, string[]>();
  for (const block of reading.outline.blocks) {
    if (block.parent === -1) continue;
    const list = skillsUnder.get(block.parent);
    if (list === undefined) skillsUnder.set(block.parent, skillsIn(reading, block.index));
    else list.push(...skillsIn(reading, block.index));
  }
  return [...skillsUnder].flatMap(([index, skills]) => {
    const block = reading.outline.blocks[index];
    if (block === undefined || skills.length === 0 || block.end - block.start > MAX_TITLE) return [];
    return EVALUATION_TITLE.test(reading.outline.masked.slice(block.start, block.end))
      ? [{ ...spanOf(reading.document, block.start, block.end), skills: [...new Set(skills)] }]
      : [];
  });
}

function trimmed(reading: Reading, start: number, end: number): { text: string; start: number; end: number } {
  const text = reading.document.text.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  return spanOf(reading.document, from, Math.max(from, start + text.trimEnd().length));
}
