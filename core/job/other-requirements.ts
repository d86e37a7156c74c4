import { CERTIFICATE, DEGREE } from '../import/job-words.ts';
import { latin } from '../import/patterns.ts';

export type OtherKind = 'language' | 'education' | 'certification' | 'condition';

const LANGUAGE = latin(
  /(?<!\p{L})(?:(?:fluent|professional|good|strong|excellent|working|business|native|spoken|written|conversational|sehr gute|gute|fließende?|verhandlungssichere?|sichere?|anglais|allemand|français|italien|espagnol|néerlandais|maîtrise|bonne?|courant)\W[^.;]{0,40})?(?:english|german|french|dutch|italian|spanish|polish|portuguese|norwegian|swedish|danish|finnish|czech|japanese|korean|mandarin|chinese|coréen|japonais|chinois|polonais|portugais|anglais|allemande?|français|italien|espagnol|néerlandais|deutsch(?:kenntnisse)?|englisch(?:kenntnisse)?|französisch(?:kenntnisse)?|italienisch|[ABC][12](?:[-– ]?niveau)?)(?!\p{L})/iu,
);
const LANGUAGE_LEVEL = latin(
  /(?<![\p{L}\p{N}])(?:a few words|speak|parler|fluent|fluency|native|professional|working|conversational|spoken|written|speak|[ABC][12]|level|courant|technique|lu|parlé|écrit|niveau|bilingue|maternelle|kenntnisse|wort|schrift|fließend|verhandlungssicher|sprach\p{L}*|deutschkenntnisse|englischkenntnisse|englisch|deutsch|anglais|french|english|german)(?![\p{L}\p{N}])/iu,
);
const EDUCATION = latin(
  /(?<!\p{L})(?:(?:university|college|master['’]?s?|bachelor['’]?s?|computer science|engineering) degree|degree in|bachelor|master(?:['’]s)?(?= (?:in|of|degree|en))|ph\.?d|bac ?\+ ?\d|école d['’]ingénieurs?|diplôme|formation (?:supérieure|ingénieur|bac)|(?:abgeschlossenes? )?(?:hochschul)?studium|(?:abgeschlossene )?(?:berufs)?ausbildung|fachinformatik\p{L}*|hochschulabschluss|studienabschluss)(?!\p{L})/iu,
);
const CERTIFIED = latin(
  /(?<!\p{L})(?:certifi(?:ed|cations?|cates?)|zertifi(?:kate?|zierung(?:en)?|ziert)|certification|certifiée?)(?!\p{L})/iu,
);
const CONDITION = latin(
  /(?<!\p{L})(?:on[- ]call|pager|shift(?:s| work)|rotation|travel(?:ling)?|driv(?:ing|er['’]?s) licen[cs]e|work permit|right to work|one week in|visa|security clearance|clearance|background check|relocat\p{L}+|on[- ]site \d|days (?:a|per) week in|astreintes?|permis b|permis de conduire|déplacements?|trajets?|habilitation|permis de travail|bereitschaft(?:sdienst)?|rufbereitschaft|führerschein(?: klasse b)?|reisebereitschaft|dienstreisen|sicherheitsüberprüfung|schichtdienst|arbeitserlaubnis|umzug|staatsangehörigkeit)(?!\p{L})/iu,
);

/** @returns what kind of requirement a clause is, beside technical skills; null for none. */
export function otherKindOf(clause: string): OtherKind | null {
  if (LANGUAGE.test(clause) && LANGUAGE_LEVEL.test(clause)) return 'language';
  if (EDUCATION.test(clause) || DEGREE.test(clause)) return 'education';
  if (CERTIFICATE.test(clause) || CERTIFIED.test(clause)) return 'certification';
  return CONDITION.test(clause) ? 'condition' : null;
}
