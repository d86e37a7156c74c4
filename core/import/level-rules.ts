import { latin } from './patterns.ts';
/** A wording and the step of the scale (0–5, docs: Levels) it suggests. */
export interface LevelRule {
  readonly pattern: RegExp;
  readonly value: number;
  /** What the wording says, in the scale's own words. */
  readonly meaning: string;
  /** True for a wording that only keeps the level down: others may not raise it above `value`. */
  readonly isCap?: boolean;
}

function words(source: string): RegExp {
  return latin(new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`, 'iu'));
}

/** One-word scales. "Expert" is 4 unless the same document has a step named "advanced" below it (see levels.ts). */
export const SCALE_WORDS: readonly LevelRule[] = [
  { pattern: words('none|nul|aucune?|keine'), value: 0, meaning: 'none' },
  {
    pattern: words(
      'beginner|novice|basics?|basic knowledge|elementary|entry[- ]level|débutante?|notions?|bases|initiation|sensibilisation|anfänger|einsteiger|grundkenntnisse|grundlagen',
    ),
    value: 1,
    meaning: 'aware: the first step of a scale',
  },
  {
    pattern: words(
      'intermediate|intermédiaire|élémentaire|familiar(?: with)?|familiarity|working knowledge|fortgeschrittener anfänger|mittel',
    ),
    value: 2,
    meaning: 'guided: the step between a beginner and a practitioner',
  },
  {
    pattern: words(
      "(?:used )?(?:with|under) (?:guidance|help|supervision|support)|only at home|at home only|(?:some|first) (?:contact|exposure|steps)|avec (?:de l[’']aide|accompagnement)|accompagnée?|unter anleitung|mit (?:hilfe|unterstützung)|nur privat|nur zu hause",
    ),
    value: 2,
    meaning: 'guided: done with help, or only for oneself',
  },
  {
    pattern: words(
      "(?:very )?comfortable(?: with)?|confident(?: with| in)?|à l[’']aise(?: avec| sur)?|sicher(?: im umgang(?: mit)?)?|selbständig|selbstständig",
    ),
    value: 3,
    meaning: 'independent: at ease with it',
  },
  {
    pattern: words(
      'confirmée?|competent|proficient|autonome|independent|opérationnel(?:le)?|good|bon(?:ne)?|bien|courant|gut|gute kenntnisse|fortgeschritten',
    ),
    value: 3,
    meaning: 'independent: runs it alone',
  },
  {
    pattern: words(
      'advanced|very good|fluent|strong|avancée?|très bon(?:ne)?|très bien|maîtrise|maîtrisée?|senior|sehr gut(?:e)?(?: kenntnisse)?|fließend',
    ),
    value: 4,
    meaning: 'advanced: designs it and handles failures',
  },
  {
    pattern: words('expert(?:e|s|ise)?|master|mastery|guru|experte|expertenwissen'),
    value: 4,
    meaning: 'the top of a scale, which by itself does not say authority',
  },
];

/** Wordings of prose; the first that fits in a clause wins. */
export const PROSE_LEVELS: readonly LevelRule[] = [
  {
    pattern: words(
      `deep operational experience|core (?:infrastructure )?skill|in[- ]depth (?:knowledge|experience|expertise)|deep (?:knowledge|experience|expertise)|expertise approfondie`,
    ),
    value: 5,
    meaning: 'authority: the document calls it deep or core',
  },
  {
    pattern: words(
      `did (?:just )?a (?:little )?bit|a (?:little|tiny) bit|(?:have )?(?:dabbled|touched)|only (?:theory|read about)|a few hours|vague(?:ly)?|quelques notions|un peu|ein wenig`,
    ),
    value: 1,
    meaning: 'aware: little was done',
  },
  {
    pattern: words(
      `limited (?:experience|exposure|knowledge|practice)|some (?:experience|exposure|knowledge)|little experience|expérience limitée|quelques bases|connaissances limitées|wenig erfahrung`,
    ),
    value: 2,
    meaning: 'guided: the document calls it limited',
  },
  {
    pattern: words(
      `not (?:very|so|that|particularly) (?:strong|good|confident)|needs? (?:more|some) (?:depth|work|practice)|could be better|rusty|à consolider|peu d['’]expérience`,
    ),
    value: 2,
    meaning: 'guided: the document says depth is missing',
  },
  {
    pattern: words(
      `(?:primarily |mainly |mostly )?user[- ]level|as an? (?:end[- ])?user(?: only)?|en tant qu['’]utilisateur|nur als anwender`,
    ),
    value: 2,
    meaning: 'guided: as a user, not as the one who runs it',
  },
  {
    pattern: words(
      `solid (?:operational |production |hands-on )?experience|solid operational|strong (?:operational |production |hands-on )?(?:experience|knowledge|skills?|background)|solide expérience|expérience solide|fundierte (?:erfahrung|kenntnisse)`,
    ),
    value: 4,
    meaning: 'advanced: the document calls the experience solid or strong',
  },
  {
    pattern: words(`heavy|heavily|extensive(?:ly)?|intensive(?:ly)?|daily (?:use|basis)|usage intensif|quotidien(?:ne)?(?:ment)?|täglich`),
    value: 4,
    meaning: 'advanced: much and regular use',
  },
  { pattern: words(`strong`), value: 4, meaning: 'advanced: the document calls it strong' },
  {
    pattern: words(
      `nothing (?:too |very |really )?(?:fancy|special|massive|big|complex)|rien de (?:très )?(?:compliqué|particulier)|nichts besonderes`,
    ),
    value: 3,
    meaning: 'independent: ordinary use without special depth',
  },
  {
    pattern: words(
      `standard (?:usage|use|level|cluster|sysadmin[- ]level|practice|administration)|usage standard|opérations? (?:de routine|courantes)|routine operations?`,
    ),
    value: 3,
    meaning: 'independent: standard use',
  },
  {
    pattern: words(
      `knows? (?:the \\p{L}+ |it )?well|know my way around|comfortable with|à l['’]aise (?:avec|sur)|bonne connaissance|good knowledge|gute kenntnisse`,
    ),
    value: 3,
    meaning: 'independent: known well',
  },
  { pattern: words(`but solid|solid`), value: 3, meaning: 'independent: solid' },
  {
    pattern: words(
      `helped (?:to )?(?:deploy|operate|run|install|maintain|build|migrate)|assisted (?:in|with)|participation à|participé à|mitgeholfen`,
    ),
    value: 3,
    meaning: 'independent at most: it was done with others',
  },
];

/** Wordings that hold a level down whatever else is said. */
export const LEVEL_CAPS: readonly LevelRule[] = [
  {
    pattern: latin(
      /(?<!\p{L})not an? (?:dedicated |real |professional |cluster )?(?:\p{L}+ )?(?:engineer|developer|administrator|admin|expert|specialist|dba)(?!\p{L})/iu,
    ),
    value: 3,
    meaning: 'the document says what it does not reach',
    isCap: true,
  },
  {
    pattern: latin(/(?<!\p{L})no (?:\p{L}+ ){1,2}experience(?!\p{L})|(?<!\p{L})pas d['’]expérience (?:en|de|du)(?!\p{L})/iu),
    value: 3,
    meaning: 'the document names a part that was not done',
    isCap: true,
  },
  {
    pattern: latin(/(?<!\p{L})(?:less|not) as an? (?:admin|administrator|operator)(?!\p{L})|mostly usage not admin/iu),
    value: 3,
    meaning: 'more as a user than as the one who runs it',
    isCap: true,
  },
];

/** Keys of "Key: value" lines whose value is a judgement of the level of what the heading names. */
export const LEVEL_KEY =
  /^\W*(?:levels?|self[- ]assessment|positioning|experience|proficiency|depth|niveau|maîtrise|auto-?évaluation|expérience|kenntnisstand|stufe)\s*[:–—-]/iu;

/** Heads of columns that hold a level, and those that hold years. */
export const LEVEL_COLUMN = latin(
  /(?<!\p{L})(?:levels?|niveaux?|maîtrise|ratings?|proficiency|expertise|self-assessment|notes?|scores?|grades?|points|stars|stufen?|kenntnis(?:stand|grad)|ist(?:[- ]?(?:stand|wert|stufe))?|current|actual|aktuell|actuel|erfahrung|bewertung|einschätzung|selbsteinschätzung|einstufung|können|kompetenz(?:stufe|grad)|grad|punkte|sterne|(?:auto-?)?évaluation|auto-?positionnement|cotation|étoiles|aisance|autonomie)(?!\p{L})/iu,
);
export const YEARS_COLUMN = latin(/(?<!\p{L})(?:years?|yrs|années?|ans|jahre|experience \(y\p{L}*\)|ancienneté|durée)(?!\p{L})/iu);

/** A level suggested by years alone: at least this many years, up to 4, since time by itself makes no authority. */
export const YEAR_STEPS: readonly { readonly atLeast: number; readonly value: number }[] = [
  { atLeast: 6, value: 4 },
  { atLeast: 3, value: 3 },
  { atLeast: 1, value: 2 },
  { atLeast: 0, value: 1 },
];
