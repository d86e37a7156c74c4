import type { AnswerLanguage } from './words.ts';

/**
 * The little words that hold sentences together and name nothing: articles, pronouns, prepositions, auxiliaries. Folded.
 * Running text has them in every third word or more; a list of terms has next to none.
 */
const LITTLE: Readonly<Record<AnswerLanguage, ReadonlySet<string>>> = {
  en: new Set(
    (
      "a an the this that these those it its i i'd i'll i'm i've me my mine we we'd we'll we're we've us our you you'd you'll you're your he she they them their one ones " +
      "is are was were be been being am isn't aren't wasn't it's that's there's there here do does did done don't doesn't didn't have has had having haven't hasn't " +
      "can could can't cannot couldn't will would won't wouldn't shall should shouldn't may might must need needs not no nor never " +
      'of to in on at by for from with without within into onto over under up down out off about as than then so if when while where which who whom whose what why how ' +
      'and or but because since until unless although though whereas however either neither both each every all any some more most less least very much many few ' +
      'just only also too even still yet again already always often usually first next after before between through during against per via ' +
      "let lets let's get gets got go goes make makes made want like same other another such own thing things something anything everything nothing way"
    ).split(' '),
  ),
  fr: new Set(
    (
      "le la les l un une des du de d au aux ce cet cette ces ca cela c'est il elle ils elles on je j nous vous tu me te se s lui leur leurs mon ma mes notre nos votre vos son sa ses " +
      "est sont etait etaient etre ete suis sommes a ai as avons avez ont avait avoir fait faire faut peut peuvent pouvoir doit doivent y en n'est n'a qu'il qu'on qu'elle " +
      'et ou mais donc or ni car que qui quoi dont ou quand comme si parce puisque lorsque alors ensuite puis apres avant pendant depuis jusque entre contre chez vers par pour sur sous dans avec sans ' +
      'ne pas plus moins tres trop peu beaucoup tout tous toute toutes chaque aucun aucune rien jamais toujours souvent aussi encore deja meme autre autres ici la-bas d abord'
    ).split(' '),
  ),
};

/** Whether a folded word only holds a sentence together. */
export function isLittleWord(folded: string, language: AnswerLanguage): boolean {
  return LITTLE[language].has(folded) || (language === 'fr' && /^(?:l|d|j|n|s|c|qu|m|t)'(?:est|a|ai|y|en|il|on|elle)$/.test(folded));
}
