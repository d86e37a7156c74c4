import { type Language, languageOf, languagesOf, said } from '../../content/language.ts';
import { type Question, questionSchema, tagSchema } from '../../content/question.ts';
import type { Schedule } from '../../practice/schedule.ts';
import { plainQuestion } from '../flat-question.ts';
import { type Incoming, IncomingList, type NameOf } from '../incoming.ts';
import { escapeHtml, htmlToText, textToHtml } from './html-text.ts';
import { type AnkiCard, isSuspended, scheduleFromAnki, scheduleToAnki } from './scheduling.ts';
import { type NoteType, sidesOf } from './templates.ts';

/** A note with its cards, as a collection holds them. */
export interface AnkiNote {
  readonly guid: string;
  readonly type: NoteType;
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  readonly cards: readonly (AnkiCard & { readonly ordinal: number })[];
}

/** A question with where it stands, to be written into a collection. */
export interface OutgoingQuestion {
  readonly question: Question;
  /** What its card is to be read in, where it has it; English unless told. */
  readonly language?: Language;
  readonly schedule: Schedule | null;
  readonly isSuspended: boolean;
}

/** The name of the field that holds the whole question; a card shows the two before it. */
export const DATA_FIELD = 'Plumbline';
export const FIELDS = ['Front', 'Back', DATA_FIELD] as const;

/** A question as the fields of a note: front and back to read, and all of it as JSON for the way back. */
export function fieldsOf(question: Question, wanted: Language = 'en'): string[] {
  const language = languageOf(question, wanted);
  return [frontOf(question, language), backOf(question, language), escapeHtml(JSON.stringify(question))];
}

function frontOf({ prompt, stimulus, options = [], steps = [], parts = [] }: Question, language: Language): string {
  const material = stimulus === undefined ? '' : `<pre>${escapeHtml(stimulus.text)}</pre>`;
  const items = [
    ...options.map(({ text }) => said(text, language)),
    // Not in their right order, which is the answer.
    ...steps.map(({ text }) => said(text, language)).sort(),
    ...parts.map(({ ask, unit }) => `${said(ask, language)} (${unit})`),
  ];
  return `<div>${textToHtml(said(prompt, language))}</div>${material}${list('ul', items)}`;
}

function backOf(
  { modelAnswer, keyPoints, options = [], steps = [], parts = [], accepts = [], sources }: Question,
  language: Language,
): string {
  const exact = [
    ...options.filter(({ correct }) => correct).map(({ text }) => said(text, language)),
    ...parts.map(({ ask, value, unit }) => `${said(ask, language)}: ${value} ${unit}`),
    ...accepts,
  ];
  const ordered = list(
    'ol',
    steps.map(({ text }) => said(text, language)),
  );
  return `${list('ul', exact)}${ordered}<div>${textToHtml(said(modelAnswer, language))}</div>${list(
    'ul',
    keyPoints.map(({ text }) => said(text, language)),
  )}${list(
    'ul',
    sources.map(({ title, ref }) => `${title}: ${ref}`),
  )}`;
}

function list(kind: 'ul' | 'ol', items: readonly string[]): string {
  return items.length === 0 ? '' : `<${kind}>${items.map((one) => `<li>${textToHtml(one)}</li>`).join('')}</${kind}>`;
}

/** Anki's tags hold no space. */
export function tagsForAnki(tags: readonly string[]): string[] {
  return tags.map((tag) => tag.replaceAll(' ', '_'));
}

/** Anki's numbers of a question's card; `position` orders the new ones. */
export function cardOf({ schedule, isSuspended: isAside }: OutgoingQuestion, createdAtMs: number, position: number): AnkiCard {
  return scheduleToAnki(schedule, isAside, createdAtMs, position);
}

/**
 * The questions of a collection's notes, one for each card; those of one note are siblings.
 * @param createdAtMs when the collection was made: what its due days count from.
 */
export function readNotes(notes: Iterable<AnkiNote>, createdAtMs: number, nowMs: number, nameOf: NameOf): Incoming {
  const found = new IncomingList();
  let number = 0;
  for (const note of notes) {
    number += 1;
    const name = nameOf(note.guid);
    for (const card of note.cards) {
      const { front, back } = sidesOf(note.type, note.fields, card.ordinal);
      const question =
        ownQuestion(note) ?? cardQuestion(note, htmlToText(front), htmlToText(back), `imported.anki.${name}.${card.ordinal + 1}`);
      if (question === null) found.leaveOut(`Note ${number}: a card without a text on its front.`);
      else
        found.add(
          note.cards.length > 1 ? { ...question, family: `anki.${name}` } : question,
          scheduleFromAnki(card, createdAtMs, nowMs),
          isSuspended(card),
        );
    }
    if (note.cards.length === 0) found.leaveOut(`Note ${number}: it has no card.`);
  }
  return found.done();
}

function cardQuestion(note: AnkiNote, front: string, back: string, id: string): Question | null {
  if (front === '') return null;
  const tags = tagsFrom(note.tags);
  // A picture alone is a back too; an empty one says so, since a question without an answer cannot be practised.
  return { ...plainQuestion(id, front, back === '' ? '(The card has no back.)' : back), ...(tags.length > 0 ? { tags } : {}) };
}

function tagsFrom(tags: readonly string[]): string[] {
  return [...new Set(tags.filter((tag) => tagSchema.safeParse(tag).success))].slice(0, 100);
}

/**
 * The question a note was made of by {@link fieldsOf}. Where its front or back was changed since, the texts count: what else the
 * question held may not fit them any more.
 */
function ownQuestion({ type, fields, tags, cards }: AnkiNote): Question | null {
  if (type.fields.at(-1) !== DATA_FIELD || cards.length !== 1) return null;
  const [front, back] = [htmlToText(fields[0] ?? ''), htmlToText(fields[1] ?? '')];
  const question = dataIn(fields[type.fields.length - 1] ?? '');
  if (question === null || front === '' || back === '') return null;
  const isTagged =
    tagsForAnki(question.tags ?? [])
      .sort()
      .join(' ') === [...tags].sort().join(' ');
  const newTags = tagsFrom(tags);
  const { tags: before, ...rest } = question;
  const kept = isTagged ? before : newTags.length > 0 ? newTags : undefined;
  const isSame = languagesOf(question).some(
    (language) => front === htmlToText(frontOf(question, language)) && back === htmlToText(backOf(question, language)),
  );
  const { competencies, level, timeLimitSec } = question;
  const texts = isSame ? rest : { ...plainQuestion(question.id, front, back), competencies, level, timeLimitSec };
  return { ...texts, ...(kept === undefined ? {} : { tags: kept }) };
}

function dataIn(field: string): Question | null {
  try {
    const text = field.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    const result = questionSchema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch (error) {
    // Edited there: front and back still say what the card asks.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
