import { latin } from '../import/patterns.ts';

/** What a section of a job description is for. */
export type SectionKind = 'must' | 'nice' | 'tasks' | 'company' | 'not-needed' | 'none';

/** Titles by what stands below them, the first that fits wins. */
const SECTION_TITLES: readonly { readonly kind: SectionKind; readonly pattern: RegExp }[] = [
  {
    kind: 'not-needed',
    pattern: latin(
      /(?<!\p{L})(?:not (?:required|needed|necessary|on the list|a requirement)|(?:you )?(?:do not|don['’]t) (?:need|worry)(?: about)?|no need (?:for|to)|what (?:we don['’]t|you don['’]t)|ne (?:demandons|cherchons|recherchons|demande) pas|pas (?:nécessaire|demandé|requis|indispensable|besoin)|ce qui n['’]est pas|nicht (?:nötig|erforderlich|notwendig|erwarten|gefragt|verlangen|brauch\p{L}*)|(?:sie|du) (?:müssen|musst|brauch\p{L}+) nicht)(?!\p{L})/iu,
    ),
  },
  {
    kind: 'tasks',
    pattern: latin(
      /(?<!\p{L})(?:(?:for|by) you to do|(?:will|you['’]ll) be (?:doing|yours)|(?:tu vas|vous allez|vas-tu|allez-vous) faire|(?:was|das) (?:du (?:machst|tust)|sie (?:tun|machen)))(?!\p{L})/iu,
    ),
  },
  {
    kind: 'nice',
    pattern: latin(
      /(?<!\p{L})(?:(?:nice|good|great|lovely)[- ]to[- ]haves?|would be (?:nice|great|lovely)|(?:brownie|bonus|extra) points|icing on|cherry on|sets? you apart|bonus(?:es)?(?: skills)?|extras?|(?:is|are|would be|as) (?:a )?(?:plus|bonus)|extra credit|pluses|good to have|great to have|preferred(?: qualifications?| skills| experience)?|desir(?:ed|able)(?: skills| experience)?|optional|even better|ideally|what would (?:be nice|help|set you apart)|stand out|un plus|les? (?:petits? )?plus|on (?:adorerait|aimerait)|nous aimerions|cerise|we['’]d love|(?:serai(?:t|ent)|atouts?|apprécié\p{L}*|souhaité\p{L}*|souhaitable|facultatif|en bonus|bonus)|von vorteil|vorteilhaft|wünschenswert|wunsch(?:profil|kenntnisse)?|pluspunkte?|gern(?:e)? gesehen|optional|kann-kriterien|idealerweise|darüber hinaus|zusatzqualifikation\p{L}*|nice to know|schön wäre)(?!\p{L})/iu,
    ),
  },
  {
    kind: 'company',
    pattern: latin(
      /(?<!\p{L})(?:about (?:us|the company|[\p{Lu}][\p{L}]+)|who we are|our (?:company|story|stack|platform|values|culture|mission|product)|the (?:company|team|stack|platform|product)|what we (?:do|offer|run|build|use)|we (?:can |could )?offer|in it for you|in return|small print|fine print|the deal|(?:our|other) side of the|why (?:join )?us|why [\p{L}]+\??$|benefits?|perks|compensation|salary|pay|package|location|how (?:to apply|we hire|we work)|(?:hiring|interview|application|recruitment|selection) process|apply|contact|equal opportunit\p{L}+|diversity|tech(?:nical|nology)? (?:stack|environment)|at a glance|cookies?|privacy|qui sommes[- ]nous|l['’]entreprise|notre (?:entreprise|société|stack|équipe|histoire|produit|plateforme|environnement)|à propos(?: de nous)?|ce qu(?:e nous|['’]on) (?:offr\p{L}+|propos\p{L}+)|(?:nous|on) (?:offr\p{L}+|propos\p{L}+)|côté pratique|en pratique|avantages|rémunération|salaire|processus(?: de recrutement)?|candidature|pour postuler|postuler|le contexte|contexte|environnement technique|(?:la )?stack(?: technique)?|l['’]équipe|über uns|wer wir sind|das sind wir|(?:wir|dir|ihnen) bieten|wir (?:dir|ihnen) bieten|unser angebot|was wir (?:bieten|machen|tun)|das bieten wir|benefits|unsere? (?:leistungen|team|plattform|technik|umgebung|stack)|das unternehmen|das team|ihre vorteile|deine vorteile|kontakt|bewerbung|so bewerben sie sich|vergütung|eingruppierung|arbeitsort|standort)(?!\p{L})/iu,
    ),
  },
  {
    kind: 'must',
    pattern: latin(
      /(?<!\p{L})(?:requirements?|required|must[- ]haves?|you (?:have|bring|are|know|offer|should have|need|must have)|you['’]ve|you['’]ll need|what you(?:['’]ll)? (?:need|bring|have)|what we(?:['’]re| are)? (?:look(?:ing)? for|expect|need|require|ask)|we(?:['’]re| are) looking for|(?:about|who) you(?: are)?|your (?:profile|background|skills|experience|qualifications)|qualifications?|skills?|essentials?|minimum|mandatory|profile|experience|knowledge|competenc(?:es|ies)|(?:votre |le )?profil(?: recherché| attendu| idéal)?|(?:vos )?compétences(?: requises| attendues| techniques)?|prérequis|pré-requis|exigences|indispensable|vous (?:avez|êtes|maîtrisez|apportez)|ce qu(?:e nous|e vous|e l['’]on|['’]on) (?:attend\p{L}*|(?:re)?cherch\p{L}+|apport\p{L}+)|(?:toi|vous|du|sie|you)(?=\W*$)|savoir-faire|connaissances|(?:fachliche )?anforderungen|anforderungsprofil|ihr profil|dein profil|voraussetzungen|qualifikation(?:en)?|was (?:sie|du) (?:mitbring(?:en|st)|haben|brauch(?:en|st))|das bring(?:en sie|st du) mit|(?:sie|du) bring(?:en|st)(?: mit)?|wir erwarten|wir suchen|erwartungen|muss-kriterien|zwingend(?: erforderlich)?|kenntnisse|erforderlich)(?!\p{L})/iu,
    ),
  },
  {
    kind: 'tasks',
    pattern: latin(
      /(?<!\p{L})(?:responsibilities|duties|what you(?:['’]ll| will)? (?:do|work on|own|build|be doing)|you(?:['’]ll| will)(?: \p{L}+)?|your (?:tasks|role|mission|job|work|day|responsibilities|first)|the (?:role|job|position|mission|work)|tasks|job description|key (?:areas|accountabilities)|day[- ]to[- ]day|missions?|(?:vos|tes) missions?|(?:le|votre|ton) (?:poste|rôle|quotidien)|(?:vos |tes )?(?:responsabilités|tâches|activités)|ce que (?:vous (?:ferez|allez faire)|tu feras)|(?:ihre|deine) (?:aufgaben|rolle|mission|tätigkeit(?:en)?|herausforderung)|aufgaben(?:gebiet|bereich)?|tätigkeiten|verantwortung|das (?:machst du|erwartet (?:sie|dich))|stellenbeschreibung)(?!\p{L})/iu,
    ),
  },
];

/** A title of somebody's own wit that says no: "Not our problem", "Nicht dein Problem". */
export const DENYING_TITLE = latin(
  /(?<!\p{L})(?:not|no|don['’]t|never|without|nicht|kein\p{L}{0,2}|ohne|pas|aucune?|sans|jamais)(?!\p{L})/iu,
);

/** @returns what a heading, or a short line that introduces a list, announces; null where it says nothing of it. */
export function sectionKindOf(title: string): SectionKind | null {
  if (title.length > MAX_TITLE) return null;
  return SECTION_TITLES.find(({ pattern }) => pattern.test(title))?.kind ?? null;
}

const MAX_TITLE = 90;

/** What follows such a word in its sentence is wished for: "ideally Go or Rust". */
export const NICE_BEFORE = latin(
  /(?<!\p{L})(?:ideally|preferably|optionally|bonus(?: points)?(?: (?:for|if))?|nice[- ]to[- ]have:?|(?:a )?plus(?: if|:)|extra points for|we(?:['’]d| would) (?:love|like|be (?:happy|glad|delighted))(?: it)?(?: if| to)?|it (?:helps|would help|would be (?:great|nice|good)) if|even better(?: if| with)?|as would|as are|it would be lovely if|tell us(?: about it)? if|if you (?:also|happen to)|preferred:?|desirable:?|idéalement|de préférence|si possible|un plus (?:si|:)|en bonus|seraient? appréciés?|nous apprécierions|idealerweise|gern(?:e)? auch|am besten|bestenfalls|wünschenswert(?: (?:sind|ist|wären?))?:?|von vorteil (?:sind|ist|wären?)|schön(?:,)? wenn|vorzugsweise|bonus:?|pluspunkte? (?:für|bei))(?!\p{L})/iu,
);

/** What stands before such a word in its clause is wished for: "Go is a plus". */
export const NICE_AFTER = latin(
  /(?<!\p{L})(?:(?:is|are|as|would be|will be|considered|seen as|,|–|-|=)?\s*(?:an? |very |highly |real |big |strong |definite |definitely |also )*(?:plus|bonus|advantage|asset|advantageous|beneficial|desirable|desired|preferred|appreciated|welcome|nice to have|a nice extra|optional|not (?:a must|mandatory|essential|strictly required))|(?:would be|are|is) (?:great|nice|helpful|lovely|cool|good to have|valued|preferred|interesting(?: to us)?|welcome)|helps|(?:serai(?:t|ent)|est|sont|constitue(?:nt|rait)?) (?:un (?:vrai |réel |gros )?(?:plus|atout)|des atouts?|appréciée?s?|bienvenue?s?|souhaitée?s?|souhaitables?|valorisée?s?|intéressante?s?)|(?:un (?:vrai |réel )?(?:plus|atout)|appréciée?s?|souhaitée?s?|souhaitables?|bienvenue?s?|(?:en |, )bonus)|(?:ist|sind|wären?) (?:(?:ein |von |sehr |ebenfalls |auch )*(?:vorteil\p{L}*|plus|pluspunkt|wünschenswert|willkommen|hilfreich|gern gesehen|nicht zwingend|kein muss))|von (?:großem )?vorteil|wünschenswert|vorteilhaft|hilfreich|gern(?:e)? gesehen|kein muss|nicht zwingend)(?!\p{L})/iu,
);

/** Words that make it a must wherever they stand. */
export const MUST_SIGN = latin(
  /(?<!\p{L})(?:(?<!not )(?:required|mandatory|essential|a must|must[- ]have|must (?:have|know|be)|non[- ]negotiable|indispensables?|impérati(?:f|ve|vement|fs)|obligatoires?|exigée?s?|requise?s?|nécessaires?|zwingend(?! nicht)|(?<!nicht )(?:zwingend )?erforderlich|voraussetzung|vorausgesetzt|unabdingbar|notwendig|muss))(?!\p{L})/iu,
);

/** Before the name, in its clause: it is said not to be needed. */
export const NOT_NEEDED_BEFORE = latin(
  /(?<!\p{L})(?:(?:you )?(?:do not|don['’]t|will not|won['’]t|needn?['’]?t?|would not)(?: not)? (?:need|have)(?: to)?(?: know| be| have)?|no (?!less\b)(?:(?:prior|previous|deep|in-depth) )*(?=[^.;,]{0,60}(?:needed|required|necessary|expected))|not (?:looking for|a|an)|we (?:do not|don['’]t) (?:expect|require|need|use|care (?:about|for))|without(?: any)?|(?:vous n['’]avez|tu n['’]as|nous n['’]attendons) pas besoin|pas besoin (?:de|d['’])(?: connaître| maîtriser)?|n['’]est pas (?:nécessaire|utile|requis|indispensable)(?: de (?:connaître|maîtriser|savoir))?|inutile de (?:connaître|maîtriser)|nul besoin|(?:aucune|pas de|pas d['’]) (?:expérience|connaissance)[^.;,]{0,20}|wir (?:erwarten|verlangen|brauchen) (?:kein\p{L}*|nicht)|(?:sie|du) (?:müssen|musst|brauchen|brauchst) (?:kein\p{L}*|nicht)|kein(?:e|en)?(?=[^.;,]{0,60}(?:nötig|notwendig|erforderlich|voraussetzung|erwartet)))(?!\p{L})/iu,
);
/** After the name, in its clause. */
export const NOT_NEEDED_AFTER = latin(
  /^[^.;,:()]{0,60}(?<!\p{L})(?:(?:is|are|knowledge|experience)? ?not (?:needed|required|necessary|expected|asked)|isn['’]t (?:needed|required|necessary)|aren['’]t (?:needed|required)|n['’]est pas (?:nécessaire|requise?|exigée?|demandée?|obligatoire)|ne sont pas (?:nécessaires|requise?s|exigée?s)|(?:ist|sind|wird|werden) nicht (?:nötig|notwendig|erforderlich|erwartet|vorausgesetzt|verlangt)|nicht (?:nötig|notwendig|erforderlich))(?!\p{L})/iu,
);

/** A sentence that tells of the employer. */
export const COMPANY_SIGN = latin(
  /(?<!\p{L})(?:we (?:are|run|operate|use|build|host|serve|have|moved|migrated|own|develop|maintain|make|process|store|work|deploy|ship|rely)|we(?:['’]re|['’]ve)|our (?:\p{L}+ ){0,3}(?:platform|stack|infrastructure|fleet|customers|product|products|services|clusters?|systems?|team|company|teams|engineers|software|datacent(?:er|re)s?|estate)|the (?:company|group) (?:runs|operates|is)|nous (?:sommes|utilisons|exploitons|avons|opérons|hébergeons|développons|gérons)|notre (?:\p{L}+ ){0,2}(?:plateforme|stack|infrastructure|parc|équipe|entreprise|produit|socle)|nos (?:\p{L}+ ){0,2}(?:équipes|clients|clusters|services|serveurs|plateformes|datacenters)|wir (?:sind|betreiben|nutzen|setzen|entwickeln|haben|hosten|verarbeiten|arbeiten)|unser\p{L}{0,2} (?:\p{L}+ ){0,2}(?:plattform|stack|infrastruktur|team|kunden|produkt|rechenzentr\p{L}+|cluster|systeme))(?!\p{L})/iu,
);

/** A sentence that asks for something, or says what the work is. */
export const ASKING_SIGN = latin(
  /(?<!\p{L})(?:you|your|yours|you['’]ll|candidates?|someone|somebody|looking for|need|seek(?:ing)?|require[sd]?|must|should|experience (?:with|in|of)|knowledge of|vous|votre|vos|tu|ton|tes|recherchons|cherchons|maîtris\p{L}+|expérience|connaissances?|sie|ihr|ihre\p{L}?|du|dein\p{L}{0,2}|suchen|erwarten|kenntnisse|erfahrung(?:en)?)(?!\p{L})/iu,
);

export interface LevelWording {
  readonly pattern: RegExp;
  readonly value: number;
  readonly meaning: string;
}

/** How well something is asked for, strongest first; the words before the name in its clause count, and those right after it. */
export const LEVEL_WORDINGS: readonly LevelWording[] = [
  {
    value: 5,
    meaning: 'expert wording',
    pattern: latin(
      /(?<!\p{L})(?:(?:recogni[sz]ed |true |deep |absolute |world[- ]class )?(?:expert(?:ise)?(?: level)?|authority|mastery|guru)|expertise reconnue|expert(?:e|ise)?|expertenwissen|expertin|experte|expertenkenntnisse)(?!\p{L})/iu,
    ),
  },
  {
    value: 1,
    meaning: 'only contact is asked for',
    pattern: latin(
      /(?<!\p{L})(?:(?:some |first |any )?(?:exposure|awareness|contact)(?: to| with| of)?|aware of|heard of|erste (?:berührungspunkte|kontakte)|premier contact|sensibilisation)(?!\p{L})/iu,
    ),
  },
  {
    value: 2,
    meaning: 'working knowledge is enough',
    pattern: latin(
      /(?<!\p{L})(?:familiar(?:ity)?(?: with)?|working knowledge|basic(?: knowledge| understanding| skills)?|basics|some (?:knowledge|experience|familiarity)|fundamentals|notions?(?: de| d['’]| en| sur)?|bases|connaissances? de base|premières? expériences?|(?:une )?familiarité|grundkenntnisse|grundlagen|grundlegende (?:kenntnisse|erfahrung)|grundverständnis|erste (?:erfahrung(?:en)?|kenntnisse)|basiswissen|basiskenntnisse)(?!\p{L})/iu,
    ),
  },
  {
    value: 4,
    meaning: 'strong or deep wording',
    pattern: latin(
      /(?<!\p{L})(?:(?:very )?(?:strong|deep|in[- ]depth|extensive|advanced|excellent|profound|thorough|proven|substantial|expert-level|outstanding)(?! (?:interest|team|communication))|deeply|fluent(?:ly)?(?: in)?|proficien(?:t|cy)(?: in| with)?|inside(?:-| and )out|maîtrise[zr]?(?: parfaite| avancée| de| d['’]| du| des)?|(?:très |parfaitement )(?:bonnes? (?:connaissances?|maîtrise)|à l['’]aise)|approfondie?s?|excellentes?|solides? (?:maîtrise|expertise)|avancée?s?|fundierte?\p{L}{0,2}|vertiefte?\p{L}{0,2}|tiefe[sr]?|tiefgehende\p{L}?|tiefgreifende\p{L}?|sehr gute[nr]?|ausgezeichnete|umfassende?\p{L}?|umfangreiche\p{L}?|ausgeprägte\p{L}?|langjährige\p{L}?|hervorragende\p{L}?|exzellente\p{L}?|sicher in|routiniert)(?!\p{L})/iu,
    ),
  },
  {
    value: 3,
    meaning: 'experience is asked for',
    pattern: latin(
      /(?<!\p{L})(?:solid|good|hands[- ]on|practical|production|professional|comfortable|confident|experienced?|experience|knowledge|understanding|knows?|skills?|proficient|bonnes? (?:connaissances?|maîtrise|pratique|expérience)|solides? (?:connaissances?|bases|expériences?)|mehrjährige\p{L}?|sichere[rsmn]? (?:umgang|beherrschung)|à l['’]aise|expériences?|connaissances?|pratique|compétences?|gute[nr]?|solide\p{L}?|praktische\p{L}?|praxiserfahrung|erfahrung(?:en)?|kenntnisse|umgang|know-how|verständnis|vertraut)(?!\p{L})/iu,
    ),
  },
];

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  zehn: 10,
};
export const YEARS = latin(
  /(?<![\p{L}\p{N}.,])(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix|zwei|drei|vier|fünf|sechs|sieben|acht|zehn)\s*(?:\+|plus|ou plus|oder mehr|or more)?\s*(?:(?:-|–|to|à|bis)\s*\d{1,2}\s*)?(?:\+\s*)?(?:full |solid |good |bonnes? |volle )?(?:years?|yrs?|ans|année?s|jahre?n?)(?!\p{L})/iu,
);

/** @returns the years a clause asks for; null without a number. */
export function yearsIn(text: string): number | null {
  const found = YEARS.exec(text)?.[1]?.toLowerCase();
  if (found === undefined) return null;
  const years = NUMBER_WORDS[found] ?? Number(found);
  return Number.isFinite(years) && years > 0 && years <= 40 ? years : null;
}

/** What years of experience come to on the 0–5 scale: under 1 is 1, 1–2 is 2, 3–4 is 3, 5 and more is 4. */
export function levelOfYears(years: number): number {
  if (years < 1) return 1;
  return years < 3 ? 2 : years < 5 ? 3 : 4;
}
