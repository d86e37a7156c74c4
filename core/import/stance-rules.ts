import { latin } from './patterns.ts';
import type { Stance } from './types.ts';

/** A wording and what it says of the skill. Windows are at most 160 characters long, so no pattern can run away. */
export interface StanceRule {
  readonly stance: Stance;
  readonly pattern: RegExp;
  /** The wording without what may stand between it and the name; for the quick test of a whole block. */
  readonly wording?: RegExp;
}

/** Words that may stand between a wording and the name: "no real experience with the …". */
const LINK = String.raw`(?:(?:the|an?|any|all|our|my|its|their|real|much|deep|prior|hands-on|production|practical|formal|public|previous|old|legacy|experience|expertise|knowledge|exposure|skills?|need|with|in|of|to|for|on|about|using|use|le|la|les|un|une|des?|du|notre|nos|en|sur|avec|à|expérience|connaissances?|compétences?|pratique|der|die|das|den|dem|mit|in|kenntnisse|erfahrung)\s+|(?:l|d)['’]|["“'(«]\s*)*`;

function before(words: string): Pick<StanceRule, 'pattern' | 'wording'> {
  return {
    pattern: latin(new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})\s*${LINK}$`, 'iu')),
    wording: latin(new RegExp(words, 'iu')),
  };
}

/** What stands directly before the name, or before the enumeration it is part of. The first that fits wins. */
export const RULES_BEFORE: readonly StanceRule[] = [
  // A riddance denied is no riddance.
  {
    stance: 'used',
    ...before(
      String.raw`(?:without|never|not|sans) (?:replacing|stopped using|abandoning|dropping|migrating (?:away )?from|moving (?:away )?from|remplacer|abandonner)`,
    ),
  },
  // Negations.
  {
    stance: 'absent',
    ...before(
      String.raw`(?<!there's |there is |say )no|zero|little(?: to no)?|hardly any|without|lack(?:s|ed|ing)?(?: of)?|neither|nor|not (?:yet )?(?:used?|worked with|touched|know|familiar with)|(?:never|hardly ever) (?:\p{L}+ )?(?:used|touched|worked with|worked on|operated|run|ran|managed|learned|added|adopted|tried|did|done|deployed)|(?:haven['’]t|have not|has not|hasn['’]t|didn['’]t|did not|don['’]t|do not|doesn['’]t|does not|can['’]t|cannot) (?:\p{L}+ )?(?:use|used|have|know|touch|touched|worked with|work with|work on|do|need|administer|operate|run|manage|tried)`,
    ),
  },
  {
    stance: 'absent',
    ...before(
      String.raw`(?:haven|hadn|didn|don|has|have|had|never|without)(?:['’]t)? [^.;]{0,30}(?:chance|opportunity|occasion|time) to (?:use|try|work with|learn|touch)|not (?:yet )?familiar with|(?:am|['’]m) not an?|not my (?:strength|strong suit|area):?`,
    ),
  },
  {
    stance: 'absent',
    ...before(
      String.raw`ne (?:connais|maîtrise|sais|pratique) pas|ne suis pas (?:un |une )?(?:administrat\p{L}+|développ\p{L}+|expert\p{L}*|spécialiste|ingénieur\p{L}*)(?: d[e'’]?)?|ne connais que|bin kein(?:e|en)? (?:\p{L}+ )?|aucune?|sans|(?:je )?ne suis pas(?: une?)?|pas (?:encore )?d(?:e|['’])|pas (?:encore )?(?:utilisé|pratiqué|touché à)|jamais (?:utilisé|pratiqué|touché(?: à)?|travaillé (?:sur|avec)|fait)|ni|keine?n?|ohne|nie mit|nicht mit`,
    ),
  },
  // Left behind.
  {
    stance: 'dropped',
    ...before(
      String.raw`(?:migrat|mov|switch|transition|convert|port|chang|upgrad|com|shift|bring|brought)\p{L}*(?: (?!to\b|into\b|onto\b)[\p{L}\p{N}/’'-]+){0,6} (?:away )?(?:from|off)|away from|moved off|left|leaving|quitté|quitter|replac(?:ed|es|ing|ement of|e)|got rid of|getting rid of|get rid of|decommission(?:ed|ing)?(?: of)?|retir(?:ed|ing)|abandon(?:ed|ing)|dropp(?:ed|ing)|sunset(?:ting)?|phas(?:ed|ing) out|deprecat(?:ed|ing)|used to use|before that(?: with)?,?|before my time|(?:formerly|previously) [\p{L}\p{N}.-]{2,20} (?:on|under|with)|formerly(?: on| with)?|previously(?: on| with)?|instead of the old|goodbye,?|inherited and (?:shut|switched) (?:down|off)|switch(?:ed)? off(?: the)?`,
    ),
  },
  {
    stance: 'mentioned',
    ...before(
      String.raw`due to|because of|suffered from|there (?:was|is|were|are)|limits? of|problems? with|issues? with|fed up with|à cause d(?:e|['’])|en raison d(?:e|['’])`,
    ),
  },
  {
    stance: 'dropped',
    ...before(String.raw`(?:adopted|chose|picked|selected|preferred)[^.;]{1,100} (?:in favou?r of|over)`),
  },
  {
    stance: 'dropped',
    ...before(
      String.raw`migration (?:depuis|de(?! données)|d['’]|from)|migrer (?:depuis|de)|passage de|abandon de|abandonné|remplac(?:é|er|ant|ement)(?: de| d['’])?|décommissionn(?:é|er|ement)(?: de| d['’])?|sortie de|en remplacement de|abgelöst|ersetzt(?:e)?|migration von|avant (?:cela|ça)(?: :)?,?|auparavant|anciennement|davor|zuvor|vorher|früher|(?:früher|vorher|ehemals) [\p{L}\p{N}.-]{2,20} (?:auf|unter|mit)|ehemals|à la place d(?:e|['’])(?: liens| liaisons)?|remplace|sortie d['’]|umzug(?: von)?|löst|umstieg von|wechsel von|ablösung (?:von|des|der)|abschaltung von|abkehr von|weg von`,
    ),
  },
  {
    stance: 'mentioned',
    ...before(
      String.raw`(?:bills?|invoices?|licen[cs]e costs?) (?:from|of|for)|factures? d(?:e|['’])|coûts? des licences|(?:rechnung|lizenzkosten) (?:von|für)`,
    ),
  },
  // Comparisons: "used like", but not "tools like".
  {
    stance: 'mentioned',
    ...before(
      String.raw`(?<!(?:tools|tool|technologies|tech|systems|products|services|platforms|solutions|things|stuff|languages|frameworks|components|clouds|providers|databases|projects|distributions|protocols|software|applications|apps|utilities|stacks|vendors|areas|topics) )like|similar to|equivalent (?:of|to)|comparable (?:to|with)|compared (?:to|with)|alternatives? to|unlike|versus|vs\.?|inspired by|competitor (?:of|to)|think of it as|(?:a )?(?:kind|sort) of|as opposed to|instead of|rather than|more than|better than|easier than|simpler than|different from|the same as|known from`,
    ),
  },
  {
    stance: 'mentioned',
    ...before(
      String.raw`(?<!(?:outils|technologies|systèmes|produits|services|solutions|langages|logiciels|plateformes|protocoles|distributions|telles|tels) )comme|équivalente?s? (?:à|de|d['’])|similaires? à|semblables? à|contrairement à|à la différence de|par rapport à|au lieu de|plutôt que|inspiré de|ähnlich wie|vergleichbar mit|statt|anstatt`,
    ),
  },
  // Plans and wishes.
  {
    stance: 'gap',
    ...before(
      String.raw`(?:plan(?:s|ned|ning)?|want(?:s|ed|ing)?|would (?:like|love)|['’]d (?:like|love)|hop(?:e|es|ing)|intend(?:s|ing)?|aim(?:s|ing)?|(?<!not )going|looking|eager|keen|have yet|yet) to(?: [\p{L}-]+){0,4}|plan(?:s|ned|ning)? (?:an? |the |our )?(?:move|migration|switch|adoption|roll-?out) (?:to|of)|looking forward to(?: \p{L}+){0,2}|interested in(?: \p{L}+ing)?|curious about|(?<!machine |deep |reinforcement )(?<!\p{L})(?:currently |am |still )learning|(?:need|needs|should|must|have) (?:to )?(?:still )?(?:learn|study|improve|practi[sc]e|deepen)(?: more)?|(?:need|want|lack|miss)(?:s|ed|ing)? (?:more |some |the )?(?:depth|practice|experience|training|exposure|hands-on) (?:in|with|on)|not (?:very )?(?:strong|good|confident|comfortable|fluent) (?:in|with|at|on)|weak (?:in|on|at)|gaps?:|missing:|to learn:?|next:?`,
    ),
  },
  {
    stance: 'gap',
    ...before(
      String.raw`souhait\p{L}*(?: [\p{L}’'-]+){0,4}|envie d(?:e|['’])(?: ?\p{L}+){0,3}|j['’]aimerais(?: \p{L}+){0,3}|prévois d(?:e|['’])(?: ?\p{L}+){0,3}|reste à (?:apprendre|découvrir)|à (?:apprendre|approfondir|découvrir)(?: :)?|en cours d['’]apprentissage(?: :| de)?|j['’]apprends|besoin d(?:e |['’])(?:approfondir|pratique(?: sur)?)|peu à l['’]aise avec|möchte(?: \p{L}+){0,4}|lerne (?:gerade )?`,
    ),
  },
  {
    stance: 'gap',
    pattern: latin(
      /^\W*(?:(?:TODO|next|goals?|ziele?|objectifs?)\W*)?(?:learn|study|read up on|try|apprendre|étudier|approfondir|lernen:?|einarbeiten in)\s+(?:\p{L}+\s+){0,2}$/iu,
    ),
  },
  {
    stance: 'gap',
    pattern: latin(
      /(?:^|[.!] )\W*(?:to learn|still to learn|want to learn|wish list|zu lernen|noch lernen|à apprendre|reste à apprendre)\s*:[^.]{0,120}$/iu,
    ),
  },
  // Tried out.
  {
    stance: 'evaluated',
    ...before(
      String.raw`tried(?: out)?|evaluat(?:ed|ing|ion of)|benchmark(?:ed|ing|s)?(?: of)?|p(?:o|O)cs?(?: [\p{L}]+){0,12}|proofs?[ -]of[ -]concept(?: [\p{L}]+){0,3}|consider(?:ed|ing)|explor(?:ed|ing)|(?:experiment|play|toy)(?:ed|ing) (?:around )?with|looked (?:at|into)|investigat(?:ed|ing)|(?:we|I) compared|assessed|évalu(?:é|ation|er)(?: de)?|test(?:é|er)|envisag(?:é|er)|essay(?:é|er)|étude(?: de)?|comparaison|comparatif|maquette|getestet|evaluiert`,
    ),
  },
  // Taught.
  {
    stance: 'taught',
    ...before(
      String.raw`train(?:ed|ing) (?:[\p{L}]+ ){0,4}(?:on|in)|taught|teach(?:ing)?|workshops? (?:on|about)|mentor(?:ed|ing) (?:[\p{L}]+ ){0,4}(?:on|in)|courses? (?:on|about)|formation (?:à|en|au|aux|sur)|formé (?:[\p{L}]+ ){0,4}(?:à|en|sur)|formateur|ateliers?|schulung`,
    ),
  },
];

/** What stands after the name, up to the end of the sentence. */
export const RULES_AFTER: readonly StanceRule[] = [
  {
    stance: 'absent',
    pattern: latin(/^[^.;]{0,60}(?:never used|not used in production|jamais utilisée?|jamais pratiquée?)(?!\p{L})/iu),
  },
  {
    stance: 'mentioned',
    pattern:
      /^[^.;]{0,40}(?:limited to (?:reading|theory)|theory only|in theory|only read about|théori(?:que|e) (?:seulement|uniquement))/iu,
  },
  {
    stance: 'mentioned',
    pattern: latin(
      /^[^.;]{0,20}(?<!\p{L})(?:(?:was|is|were|are) (?:handled|run|managed|owned|operated|done|maintained) by (?!me(?!\p{L})|us(?!\p{L})|my|our)|(?:géré|maintenu|exploité)e?s? par (?!moi|nous|mon|notre))/iu,
    ),
  },
  {
    stance: 'gap',
    pattern: /^[^.;,]{0,20}(?:is|are)(?: not|n['’]t) my (?:strength|strong suit|strongest|forte|area)/iu,
  },
  // Left behind, told after the name: "(phasing out)", "until 2016", ", which we left in 2021", "then replaced by".
  {
    stance: 'dropped',
    pattern: latin(
      /^(?: \([^.;)]{0,90}|[^.;]{0,45})(?<!\p{L})(?:phas(?:ing|ed) out|being phased|dropped (?:for|in)|retired|decommissioned|gone since|(?:then|later|since|now|was|were)? ?replaced (?:by|with)|superseded by|(?:which|that) (?:we|I) (?:left|retired|replaced|dropped|abandoned|switched off|shut down)|(?:inherited and )?(?:shut|switched) (?:it )?(?:down|off)|left (?:it )?(?:behind|with the)|long ago|years ago|in (?:another|a former|my former) life|turned off|ripped out|thrown out|remplacée?s? par|abandonnée?s?|arrêtée?s? en|décommissionnée?s?|migrée?s? vers|abgelöst (?:durch|von)|ersetzt durch|abgeschaltet|stillgelegt|abgelöst|raus(?=\)|$)|zurückgelassen|nur rückbau|zum glück|(?:später |dann |inzwischen )?durch \p{L}+ (?:ersetzt|abgelöst)|weg damit|rausgeworfen|lange her|(?:on|nous) en (?:est|sommes) sortis|abandonnée? à|éteinte?s?|autrefois|sans regret|fin de vie|ohne bedauern|ausgemustert|außer betrieb)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'dropped',
    pattern: latin(/^[\s,(–-]*(?:until|till|jusqu['’](?:en|à)|bis) (?:early |late |mid |\p{L}+ )?(?:19|20)\d\d/iu),
  },
  {
    stance: 'dropped',
    pattern: latin(/^(?:(?: v?[\d.]{1,6})?,? |[^.;,|]{0,25}, )(?:then|puis|dann|danach|ensuite) (?:on |with |to |zu )?\p{L}/iu),
  },
  {
    stance: 'dropped',
    pattern: latin(/^ \(?(?:before|previously|formerly|earlier|auparavant|avant|autrefois|früher|vorher|davor|ehemals)(?=\s*[,.;)]|$)/iu),
  },
  // "…, whose end of support was announced": such a thing is told of because it had to go.
  {
    stance: 'dropped',
    pattern: latin(
      /^[^.;]{0,30}(?<!\p{L})(?:end of (?:life|support|sale|maintenance)|out of support|fin (?:de|du) (?:support|maintenance|commercialisation)|en fin de (?:vie|support)|plus (?:supportée?|maintenue?)s?|abgekündigt|support-?ende|aus dem support)(?!\p{L})/iu,
    ),
  },
  // "Due by October", "à faire d'ici juin": a date that lies ahead.
  {
    stance: 'todo',
    pattern: latin(
      /^[^.;]{0,60}(?<!\p{L})(?:(?:required|due|needed|mandatory|to be (?:done|finished|ready|introduced)) (?:by|before)|(?:requise?|exigée?|attendue?|prévue?|obligatoire|à (?:faire|finir|mettre en place))s? (?:d['’]ici|avant|pour)|(?:gefordert|verlangt|fällig|vorgeschrieben|einzuführen|zu erledigen|umzusetzen) (?:bis|ab)) (?:the |end of |next |la fin |fin |zum |ende |anfang |mitte |early |late |mid-? ?)*(?:\d|Q\d|year|summer|winter|spring|autumn|(?:jan|f[eé][bv]|mar|mär|ap[r]|avr|ma[iy]|ju[inl]|aug|aoû|sep|o[ck]t|nov|d[eé][cz])\p{Ll}*(?!\p{L}))/iu,
    ),
  },
  // What something costs says nothing of its use.
  {
    stance: 'mentioned',
    pattern: latin(/^(?: (?:bills?|invoices?|licen[cs]e (?:costs?|fees?|bills?)|licensing costs?)|-(?:rechnung|lizenzkosten))(?!\p{L})/iu),
  },
  // Known from outside, by little, or not yet.
  {
    stance: 'gap',
    pattern: latin(
      /^[^.;]{0,60}(?<!\p{L})(?:know more than I|only with (?:a|the|help)|not more|one day(?!s)|read the spec|have (?:only )?read[,.]|I have read|bought the book|finish the book|want(?:s)? to (?:learn|write|go)|would like to|do not ask me|don['’]t ask me|never got (?:the time|around)|only (?:done )?on paper|in theory|none so far|nothing in production|would not call myself|wouldn['’]t call myself|somebody else keeps|course (?:only|at work)|noch nie|möchte ich|will ich lernen|nur (?:theoretisch|auf dem papier)|je voudrais|j['’]aimerais|en théorie|à apprendre|je ne sais pas|pas pratiqué|seulement croisé|croisée? chez|pas encore|kenne ich (?:nur|kaum)|nachholbedarf|lernziel|(?:richtig |noch )lernen|besoin d['’e] ?(?:approfondir|pratique)|à découvrir|will ich (?:\p{L}+ ){0,4}lernen|im rahmen eines kurses|nur (?:gelesen|angeschaut|im kurs)|gelesen, nicht|schreibe ich nicht|nur vom hörensagen|fehlt mir)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'absent',
    pattern: latin(
      /^[\s\d:|–—(,-]*(?:no idea|never(?: needed| touched| used| got| seen| in production)?|users ask|jamais en production|nie(?: benutzt| gebraucht| gehabt)?|jamais(?: utilisé| touché| eu)?|kein bedarf|keine ahnung|aucune idée)(?=[\s,.;)|]|$)/iu,
    ),
  },
  {
    stance: 'evaluated',
    pattern: latin(
      /^[^.;]{0,50}(?<!\p{L})(?:on trial|trial(?: only)?[,)]|trial$|(?:only )?(?:a )?(?:poc|proof of concept)(?!\p{L})|tested for|was tried|were tried|too heavy|lost against|bought neither|not bought|failed twice|im test|nur getestet|teststellung|à l['’]essai|en test|testé sans suite|non retenu)(?!\p{L})/iu,
    ),
  },
  // "MaxDB: früher.", "PL/I I avoided", "ASE haben wir verlassen", "GCP and AWS: none".
  {
    stance: 'dropped',
    pattern: latin(/^\s*[:–—-]\s*(?:formerly|long ago|früher|ehemals|vorbei|autrefois|anciennement|il y a longtemps)(?=\s*[.;,)]|\s*$)/iu),
  },
  {
    stance: 'dropped',
    pattern: latin(
      /^[^.;:]{0,30}(?<!\p{L})(?:(?:haben|hatten) wir (?:längst )?(?:verlassen|abgelöst|abgeschaltet)|(?:I|we) (?:left|gave up|dropped) (?:long ago|years ago|behind)|would(?: not|n['’]t) claim(?: it)? any ?more|before I \p{L}+ (?:to|over)|nous l['’]avons quittée?)(?!\p{L})/iu,
    ),
  },
  // "Celery first and KubernetesExecutor later", "TeamCity before Jenkins", "snap refused politely".
  {
    stance: 'dropped',
    pattern: latin(/^(?: (?:at )?first(?:,| and| und| et) | zuerst[, ]| d['’]abord[, ]| before (?:that |the )?\p{Lu})/u),
  },
  {
    stance: 'dropped',
    pattern: latin(
      /^[^.]{0,140}; (?:and )?(?:the|our|an?) (?:exit|move|migration|way out|retreat) (?:from|off|out of) (?:it|them)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'absent',
    pattern: latin(/^ (?:politely )?(?:refused|rejected|declined|avoided|verworfen|abgelehnt|refusée?|écartée?)(?!\p{L})/iu),
  },
  { stance: 'absent', pattern: latin(/^,? I (?:have )?(?:avoided|never (?:needed|touched|learned|learnt|used))(?!\p{L})/iu) },
  {
    stance: 'absent',
    pattern: latin(
      /^[^.;:,]{0,40}:\s*(?:none(?: of them)?|keine(?: kenntnisse| erfahrung)?|aucune?(?: expérience)?|nothing|nichts|rien|no experience|kein schwerpunkt)(?!\p{L})/iu,
    ),
  },
  { stance: 'gap', pattern: latin(/^[^.;:]{0,30}:\s*(?:gap|lücke|lacune|noch offen|still open|à voir)(?!\p{L})/iu) },
  { stance: 'dropped', pattern: latin(/^ nach \p{Lu}\S* (?:migriert|umgezogen|überführt|umgestellt)/u) },
  { stance: 'dropped', pattern: latin(/^ (?:to|vers) [\p{L}\p{N} ]{2,30}(?:migration|move|switch|transition)(?!\p{L})/iu) },
  { stance: 'mentioned', pattern: latin(/^-(?:like|style|esque|ish|inspired)(?!\p{L})/iu) },
  {
    stance: 'absent',
    pattern: latin(
      /^[\s\d:|–—(-]*(?:experience\s*[:–-]?\s*)?(?:none|no(?:t any)? experience|not (?:used|available|known|yet)|never (?:used|tried|done|investigated)|aucune|jamais|pas encore|pas d['’]expérience|keine|nicht vorhanden)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'absent',
    pattern: latin(
      /^[^.;,]{0,30}\b(?:is|was|were|are) (?:never|not) (?:used|investigated|adopted|implemented|added|done|available)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'dropped',
    pattern:
      /^[^.;,]{0,40}(?:(?:was|were|got|been|being|is|are) (?:replaced|decommissioned|retired|dropped|removed|phased out|abandoned)|no longer used|a été (?:remplac|abandonn|décommission)|ont été (?:remplac|abandonn|décommission)|wurden? (?:ersetzt|abgelöst))/iu,
  },
  {
    stance: 'dropped',
    pattern: latin(/^(?: \p{L}+){0,2} to (?:convert|migrate|replace|decommission|get rid of|phase out)(?!\p{L})/iu),
  },
  {
    stance: 'evaluated',
    pattern:
      /^[^.;]{0,40}(?:but (?:we |I )?(?:chose|decided) not|was(?:n['’]t| not) good enough|not (?:adopted|retained|chosen)|non retenue?|mais pas retenu)/iu,
  },
  {
    stance: 'mentioned',
    pattern: latin(/^ (?:was|is|were|are) (?:still )?(?:unstable|immature|too \p{L}+|deprecated|unusable|overkill|expensive)(?!\p{L})/iu),
  },
  {
    stance: 'gap',
    pattern: latin(
      /^[^.;,]{0,30}(?:is a gap|needs? (?:more )?(?:depth|work|practice)|to (?:learn|improve)|à (?:améliorer|approfondir|apprendre|consolider)|learning in progress|en cours d['’]apprentissage|not very strong)(?!\p{L})/iu,
    ),
  },
  { stance: 'mentioned', pattern: /^ (?:team|experts|specialists|people|folks) (?:existed|handled|owned)/iu },
];

/** What a sentence says of every skill in it. */
export const SENTENCE_RULES: readonly StanceRule[] = [
  {
    stance: 'mentioned',
    pattern: latin(
      /(?<!\p{L})(?:(?:an)?other teams?|(?:the|a) team next door|the previous (?:admin|administrator|team|guy|person)|my (?:predecessor|engineers|team|daughter|son|wife|husband)|mon prédécesseur|mein vorgänger|(?:the|a) \p{L}+ team (?:who|that|which)|(?:a|my) colleagues?|some(?:body|one) else|une autre équipe|un collègue|quelqu['’]un d['’]autre) (?:\p{L}+ )?(?:runs?|ran|handle[sd]?|own(?:s|ed)?|manage[sd]?|operate[sd]?|did|does|built|use[sd]?|gère|gérait|s['’]occup\p{L}+)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'todo',
    pattern: latin(
      /(?<!\p{L})(?:TODO|TBD|FIXME|to be (?:written|completed|filled)|still need(?:s)? (?:more )?details?|à compléter|à rédiger)(?!\p{L})/u,
    ),
  },
  {
    stance: 'absent',
    pattern: latin(
      /(?<!\p{L})(?:(?:should|would|could)(?:['’]ve| have)(?! (?:argued|liked to thank))|wouldn['’]t have|aurai(?:s|t|ent|ons) (?:dû|pu)|hätte)(?!\p{L})/iu,
    ),
  },
  { stance: 'absent', pattern: latin(/(?<!\p{L})(?:I|we) never (?:added|got|used|touched|learned|investigated)(?!\p{L})/iu) },
];

/** Left for good: stronger than "migrated from", which can be one of several places. */
export const RIDDANCE = latin(
  /(?<!\p{L})(?:got rid of|getting rid of|stopped using|no longer us\p{L}+|moved away from|phased out|abandonné|n['’]utilise plus)(?!\p{L})/iu,
);

/** Titles that decide for everything under them. */
export const SECTION_RULES: readonly StanceRule[] = [
  {
    stance: 'gap',
    pattern: latin(
      /(?<!\p{L})(?:(?:learning|skill|knowledge|known|my) gaps?|gaps?(?: \(|$| analysis| and | & )|weak(?:ness(?:es)?| points?| spots?)|areas? (?:for|of|to) (?:improvement|improve|growth|develop\p{L}*)|to (?:improve|learn|study)|(?:want|need|plan) to learn|what I (?:do not|don['’]t|still) (?:know|need)|not (?:yet )?(?:known|covered|strong)|no experience|still (?:to learn|learning)|things? I (?:cannot|can['’]t|do not|don['’]t|never) (?:do|know|did|learn\p{L}*)|what I (?:never|have never|have not|haven['’]t) (?:learn\p{L}*|learnt|used|done|did|touched|tried)|(?:what is|what['’]s) (?:missing|not here)|not my (?:field|thing|business)|beyond me|where I am (?:weak|thin)|holes|blind spots|wish ?list)(?!\p{L})|^\W*(?:my )?(?:limits|limitations|goals|learning(?: goals| plan| list)?|next to learn)\W*$/iu,
    ),
  },
  {
    stance: 'gap',
    pattern: latin(
      /(?<!\p{L})(?:lacunes?|(?:points?|axes?|domaines?) (?:faibles?|d['’](?:amélioration|effort)|à (?:améliorer|travailler))|à (?:améliorer|apprendre|approfondir|travailler|acquérir)|axes? de progr\p{L}*|manques?|compétences (?:manquantes|à acquérir)|lernziele|wissenslücken|lücken|verbesserungs\p{L}*|wo es (?:hapert|hakt|klemmt|fehlt)|(?:meine )?baustellen|lernbedarf|lernfelder|nachholbedarf|entwicklungsfelder|was (?:(?:mir )?(?:noch )?fehlt|ich (?:noch )?nicht kann|ich nie gelernt habe|ich (?:noch )?lernen (?:will|möchte))|noch (?:zu lernen|offen)|ce qui (?:me )?manque|ce que je (?:n['’]ai (?:jamais|pas) \p{L}+|ne (?:sais|maîtrise|connais) pas|veux apprendre|voudrais apprendre)|envie d['’]apprendre|pistes de progr\p{L}*|(?:pour |où |à )?(?:progresser|m['’]améliorer)|(?:points?|axes?|sujets?) à (?:développer|renforcer|consolider|creuser)|marges? de progr\p{L}*)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'todo',
    pattern: latin(/^\W*(?:to-?do|todo|next steps?|roadmap|wish ?list|backlog|prochaines étapes|à faire)(?!\p{L})/iu),
  },
  {
    stance: 'required',
    pattern: latin(
      /(?<!\p{L})(?:requirements?|required|must[- ]haves?|nice[- ]to[- ]haves?|qualifications? (?:required|we)|what (?:you['’]ll|you will) (?:need|do|bring)|your profile|we (?:expect|are looking for)|profil recherché|compétences (?:requises|attendues)|prérequis|anforderungen|ihr profil)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'evaluated',
    pattern: latin(
      /(?<!\p{L})(?:evaluat(?:ed|ions?)|benchmarks?|proofs? of concept|pocs?|(?:feasibility )?stud(?:y|ies) of|compar(?:ison|ed)|[ée]tude(?:s)? (?:de|du|des|d['’])|évaluations?|technologies? évalu\p{L}+|comparatifs?)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'mentioned',
    pattern: latin(
      /^\W*(?:the )?(?:problems?|pain points?|challenges?|glossary|references|further reading|le problème|problématique|glossaire|références)(?!\p{L})/iu,
    ),
  },
];

/** Lines under a heading that say that what it names was left, only tried, or never used. */
export const HEADING_LINE_RULES: readonly StanceRule[] = [
  {
    stance: 'dropped',
    pattern: latin(
      /(?<!\p{L})(?:(?:switched|moved|migrated|changed) to [^.]{1,80}(?<!\p{L})instead(?!\p{L})|(?:was|were|got) (?:replaced|decommissioned|abandoned|retired)|no longer used?|(?:was|were)n['’]t (?:good|fast|stable) enough|remplacé(?:e|s)? par|abandonné|ersetzt durch)/iu,
    ),
  },
  {
    stance: 'absent',
    pattern: latin(
      /^\W*(?:(?:level|experience|niveau|expérience)\s*[:–-]\s*)?(?:none|no (?:real |production )?experience|never used|not used|aucune?(?: expérience)?|jamais utilisé|pas d['’]expérience|keine(?: erfahrung)?)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'evaluated',
    pattern: latin(/^\W*(?:tried|evaluated|tested|poc|only (?:tried|tested|a poc)|testé|évalué)(?!\p{L})/iu),
  },
];

/** Words of doing, strongest first; looked for in the clause before the name and in the lines under a heading. */
export const DEED_RULES: readonly StanceRule[] = [
  {
    stance: 'built',
    pattern: latin(
      /(?<!\p{L})(?:re)?(?:built|build|building|creat(?:ed|es|ing)|wrote|written|writing|design(?:ed|ing|s)|develop(?:ed|ing|s)|authored|coded|programmed|invented|architected|contributed to|implemented|created|cré(?:é|ée|ation|er)|conception|conçu|développ(?:é|ement|er)|écrit|réalis(?:é|ation)|mise? en (?:œuvre|oeuvre|place)|entwickelt|gebaut|entworfen|erstellt)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'led',
    pattern: latin(
      /(?<!\p{L})(?:led|headed|drove|coordinated|project lead|team lead|in charge of|owned|dirigé|piloté|pilotage|encadr(?:é|ement)|chef d['’]équipe|geleitet)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'operated',
    pattern: latin(
      /(?<!\p{L})(?:ran|run|running|maintain(?:ed|s|ing)|manag(?:ed|es|ing|ement)|administ(?:ered|ers|ration|ré|rer|rating)|operat(?:ed|es|ing|ional)|deploy(?:ed|s|ing|ment)|install(?:ed|s|ing|é|er|ation)|migrat(?:ed|ing)|upgraded|scaled|tuned|fine-tun(?:ed|ing)|troubleshoot\p{L}*|monitored|supported|on-call|hosted|exploit(?:é|ation)|gestion|géré|maintenance|maintien|déploy(?:é|er)|déploiement|administriert|betrieben|gewartet|betreut)(?!\p{L})/iu,
    ),
  },
  {
    stance: 'taught',
    pattern: latin(/(?<!\p{L})(?:taught|trained|mentored|formation|formé|formateur|helped juniors?|geschult)(?!\p{L})/iu),
  },
];

/** Signs of a text that says what somebody else is to be able to do; counted over the document. */
export const ROLE_SIGNS = latin(
  /(?<!\p{L})(?:you (?:will|are|have|own|ensure|design|build|provide|bring|know|should|must|architect|interface|bridge)|your (?:mission|profile|role|goals|responsibilities|tasks)|(?:is|are) responsible for|we (?:are looking for|expect|offer)|(?:the )?(?:ideal|successful) candidate|required|must[- ]have|vous (?:êtes|avez|serez|maîtrisez|aurez)|votre (?:mission|profil)|nous recherchons|sie (?:haben|sind|bringen)|the (?:strong )?(?:SRE|engineer|DevOps|SRE\/DevOps) (?:is|owns|maintains|ensures|designs))(?!\p{L})/giu,
);
export const FIRST_PERSON_SIGNS = latin(
  /(?<!\p{L})(?:I|I['’](?:ve|m|d)|my|we|our|me|je|j['’]ai|mon|mes|nous|notre|nos|ich|mein\p{L}*|wir)(?!\p{L})/gu,
);
/** Beginnings of lines a person writes about their own work. */
export const OWN_DEED_SIGNS = latin(
  /(?:^|[\r\n])\s*(?:[-•*–]\s*)?(?:Built|Created|Wrote|Installed|Deployed|Managed|Migrated|Designed|Developed|Led|Maintained|Réalisation|Création|Gestion|Mise en)(?!\p{L})/gu,
);
