/** Titles under which short elements are names of technologies. Whole titles only: "Problems with tools" is none. */
const NAME_LIST_TITLE = new RegExp(
  String.raw`^\W*(?:\d+[.)]\s*)?(?:(?:main|key|core|most|popular|favou?rite|other|various|technical|used|my|programming|scripting|operating|principaux|autres|langages? de|environnements?|compétences?|connaissances?|stack|outils?)\s+(?:de\s+|d['’])?)*` +
    String.raw`(?:tools?|tooling|technolog(?:y|ies)|tech|stack|(?:tech|technical|technology|software) (?:stack|skills?|environment)|skills?|hard skills|languages?|os|operating systems?|frameworks?|databases?|platforms?|software|infrastructure as code|ci\/?cd|networks?|clouds?|outils|technologies?|techniques?|technique|langages?|logiciels?|systèmes?(?: d['’]exploitation)?|bases? de données|compétences?|programmation|werkzeuge|technologien|sprachen|kenntnisse|betriebssysteme|datenbanken|savoir-faire|divers)` +
    String.raw`(?:\s+(?:and|et|&|und|\/)\s+[\p{L}\s&/]{2,40})?\s*:?\s*$`,
  'iu',
);

/** Heads of table columns that hold names of skills. */
const NAME_WORD =
  'noms?|names?|skills?|compétences?|tools?|outils?|technolog(?:y|ies)|technologies?|languages?|langages?|software|logiciels?|fähigkeit(?:en)?|kompetenz(?:en)?|themen?|themengebiete?|sujets?|areas?|domaines?|systeme?s?|systèmes?|products?|produits?|produkte?|werkzeuge?|technik(?:en)?|gebiete?|verfahren|komponenten?|protocols?|protocoles?|protokolle?|applications?|anwendung(?:en)?|plattform(?:en)?|platforms?|plateformes?|sprachen?|programme?|bereiche?|kenntnis(?:se)?';
const NAME_COLUMN = new RegExp(String.raw`^\W*(?:${NAME_WORD})(?:\s*(?:/|,|&|et|and|und|ou|or|oder)\s*(?:${NAME_WORD}))?\W*$`, 'iu');

/** Heads of columns that group the names of the next one. */
const GROUP_COLUMN =
  /^\W*(?:areas?|categor(?:y|ies)|groups?|domains?|fields?|types?|topics?|layers?|domaines?|catégories?|familles?|bereiche?|kategorien?|gruppen?|themen?(?:gebiete?)?)\W*$/iu;

/** The index of the cell that holds the name in a row with these heads; one that groups names only where no other does; -1 for none. */
export function nameColumnOf(headers: readonly string[]): number {
  const named = headers.findIndex((header) => NAME_COLUMN.test(header) && !GROUP_COLUMN.test(header));
  return named === -1 ? headers.findIndex((header) => NAME_COLUMN.test(header)) : named;
}

/** Whether a column's head says that its cells group what the next one names. */
export function isGroupColumn(header: string): boolean {
  return GROUP_COLUMN.test(header);
}

/** Whether a title announces a list of names. */
export function isNameListTitle(title: string): boolean {
  return title.length <= 80 && NAME_LIST_TITLE.test(title);
}

/** Whether a column's head says that its cells are names of skills. */
export function isNameColumn(header: string): boolean {
  return NAME_COLUMN.test(header);
}
