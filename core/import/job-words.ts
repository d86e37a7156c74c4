import { latin } from './patterns.ts';
/** Words of job titles in English, French and German. A line with one of them and a date range is a position. */
export const JOB_TITLE = latin(
  /(?<![\p{L}\p{N}])(?:engineers?|administrators?|admin|sysadmin|SRE|DevOps|DevSecOps|DBA|CTO|CIO|CISO|managers?|lead|developer|programmer|consultant|architect|technician|analyst|intern(?:ship)?|trainee|apprentice(?:ship)?|specialist|operator|director|head of|founder|freelance(?:r)?|contractor|trainer|teacher|lecturer|scientist|officer|supervisor|coordinator|scrum master|product owner|support|help ?desk|ingénieure?|administrat(?:eur|rice)|technicien(?:ne)?|développeu(?:r|se)|chef(?:fe)? d['’](?:équipe|projet)|chef(?:fe)? de projet|responsable|directeur|directrice|stagiaire|stage|alternan(?:t|te|ce)|apprenti(?:e)?|format(?:eur|rice)|consultante?|architecte|analyste|exploitante?|pilote|indépendante?|(?:[\p{L}-]*(?:administrator|entwickler|ingenieur|techniker|architekt|berater|leiter|informatiker|manager|spezialist|elektroniker|kauffrau|kaufmann))(?:in)?|Leitung|Praktikum|Praktikant(?:in)?|Werkstudent(?:in)?|Auszubildende[r]?|Ausbildung zu[mr]|Selbst(?:st)?ändig|Freiberufl\p{L}*)(?![\p{L}\p{N}])/iu,
);

/** Titles of the part of a CV that tells of jobs. */
export const EXPERIENCE_TITLE = latin(
  /(?<!\p{L})(?:(?:work|professional|employment|career|job|relevant|industry)[ -](?:experience|history|background|summary)|experiences?|employment|career|positions?|jobs|expériences?(?: professionnelles?)?|parcours(?: professionnel)?|carrière|emplois?|berufserfahrung|beruflicher werdegang|werdegang|berufspraxis|berufliche stationen|stationen|lebenslauf|tätigkeiten)(?!\p{L})/iu,
);
export const EDUCATION_TITLE =
  /^\W*(?:\d+[.)]?\s*)?(?:education(?:al)?(?: (?:and|&) (?:training|certifications?))?(?: background)?|academic (?:background|education)|studies|schooling|degrees?|qualifications|formations?(?: (?:initiale|académique|et diplômes))?|études|diplômes?(?: (?:et|&) formations?)?|cursus|scolarité|ausbildung|(?:schul)?bildung(?:sweg)?|studium|schule und studium|akademische ausbildung|abschlüsse|aus- und weiterbildung)\W*$/iu;
export const CERTIFICATION_TITLE = latin(
  /(?<!\p{L})(?:certifi(?:cations?|cates|cats?)|licen[sc]es? (?:and|&) certifications?|zertifi(?:kate|zierungen|kationen)|accreditations?)(?!\p{L})/iu,
);
export const LANGUAGE_TITLE =
  /^\W*(?:\d+[.)]?\s*)?(?:(?:spoken|human|natural|foreign) )?(?:languages?|langues?(?: (?:vivantes|parlées|étrangères))?|sprachen|sprachkenntnisse|fremdsprachen)\W*$/iu;

/** Words of degrees and schools: a short line with one of them and a date is a piece of education. */
export const DEGREE = latin(
  /(?<!\p{L})(?:bachelor(?:['’]?s)?|master(?:['’]?s)? (?:of|in|degree|en|informatique|science)|B\.?Sc\.?|M\.?Sc\.?|M\.?Eng\.?|B\.?Eng\.?|Ph\.?D\.?|doctorate|(?:associate|undergraduate|university|college) degree|degree in|diploma|HND|A-levels|GCSEs?|apprenticeship as|licence (?:pro(?:fessionnelle)?|informatique|en)|BTS|DUT|BUT|DEUG|DESS|DEA|CAP|bac(?:calauréat)?(?: pro| S| STI| ?\+ ?\d)?|diplôme(?: d['’]ingénieur)?|école (?:d['’]ingénieurs?|nationale|supérieure)|titre professionnel|doctorat|Diplom(?:-\p{L}+)?|Abitur|Fachabitur|Fachhochschulreife|Mittlere Reife|Realschulabschluss|Studium|Promotion|Fachinformatiker(?:in)?|Hochschule|Fachhochschule|Universität|Université|University|Politecnico|Polytechni(?:c|que))(?!\p{L})/u,
);

/** Names of certificates people write without the word "certified". */
export const CERTIFICATE = latin(
  /(?<![\p{L}\p{N}])(?:CK(?:A|AD|S)|KCNA|KCSA|RHC(?:SA|E|A|VA)|LPIC(?:[- ]?[123])?|LFC(?:S|E)|CCN[AP](?: [A-Z]\p{L}+)?|CCIE|CCDA|CCDP|JNCI[ASPE](?:-\p{L}+)?|NSE ?[1-8]|VC[AP](?:-\p{L}+)?|MCS[AE]|MCITP|AZ-\d{3}|AWS (?:Certified|SAA|SAP|SOA)[^,;.\n]{0,60}|(?:Google |GCP )?Professional Cloud [\p{L} ]{4,40}|(?:Certified|certifiée?|zertifizierte[rn]?) [^,;.\n]{3,60}|HashiCorp Certified[^,;.\n]{0,40}|CompTIA \p{L}+\+?|Security\+|Network\+|Linux\+|ITIL(?: ?v?[34])?(?: Foundation| Expert| Practitioner)?|PRINCE2|CISSP|CISM|CISA|OSCP|CEH|PMP|PSM ?I{0,3}|Scrum Master \(PSM\)|FinOps Certified Practitioner|COA|TOGAF)(?![\p{L}\p{N}])/u,
);

/** "Databricks Certification": a name that says itself what it is. */
export const CALLED_CERTIFICATE = latin(/(?<!\p{L})(?:certification|certificate|zertifi(?:kat|zierung)|certificat)(?!\p{L})/iu);

/** A certificate that is wished for, prepared or missed. */
export const NOT_YET_CERTIFIED = latin(
  /(?<!\p{L})(?:plan(?:ned|ning)?|prepar\p{L}+|studying|working (?:towards|on)|want|next|goal|not (?:yet )?certified|no certif\p{L}+|in progress|failed|envisag\p{L}+|prépar\p{L}+|en cours|souhait\p{L}+|geplant|in Vorbereitung|angestrebt|todo|without|never|aucune|keine)(?!\p{L})/iu,
);
