import { stringify } from 'yaml';
import { type Language, languageOf, said } from '../core/content/language.ts';
import type { Question } from '../core/content/question.ts';
import { AppError } from '../core/errors.ts';
import type { Answer } from '../core/practice/answer.ts';
import { type Claim, honestyNotes } from '../core/practice/honesty.ts';
import { checkText, type Rubric, type TextCheck } from '../core/practice/key-points.ts';
import { nearestSentences } from '../core/practice/nearest-sentence.ts';
import { isStory, storyStructure } from '../core/practice/story.ts';
import { listDocuments } from '../db/documents/documents.ts';
import { listCaveats, listEvidence } from '../db/person/evidence.ts';
import { listWordings, wordingsOf } from '../db/practice/point-wordings.ts';
import { getQuestion } from '../db/questions/questions.ts';
import { questionLanguage } from '../db/settings/question-language.ts';
import { personTaxonomy } from '../db/skills/person-taxonomy.ts';
import { skillNames, skillSpellings } from '../db/skills/skills.ts';
import { bankWords } from './bank-words.ts';
import type { App } from './context.ts';

/** What an answer to a question asked in a language is held against, for this profile. */
export function rubricOf(app: App, profileId: number, question: Question, wanted: Language): Rubric {
  const { id, keyPoints, prompt, modelAnswer } = question;
  const language = languageOf(question, wanted);
  const ownWordings = wordingsOf(app.store.read, profileId, id);
  const texts = { prompt: said(prompt, language), modelAnswer: said(modelAnswer, language) };
  return { keyPoints, ...texts, language, bank: bankWords(app, language), ownWordings };
}

/** What the words of an answer say of the key points; null for a story, which is never scored by words. */
export function checkWords(app: App, profileId: number, question: Question, answer: Answer): TextCheck | null {
  return isStory(question.kind) ? null : checkText(answer.text, rubricOf(app, profileId, question, answer.language));
}

/** What the screen shows of the words after the reveal. */
export function wordsView(app: App, profileId: number, question: Question, answer: Answer) {
  const rubric = rubricOf(app, profileId, question, answer.language);
  const check = checkWords(app, profileId, question, answer);
  const nearest = check === null ? new Map<string, string>() : nearestSentences(answer.text, rubric);
  return {
    points: (check?.points ?? []).map((point) => ({ ...point, nearest: point.state === 'found' ? null : (nearest.get(point.id) ?? null) })),
    band: check?.band ?? null,
    doubts: check?.doubts ?? [],
    story: check === null && answer.text.trim() !== '' ? storyView(app, profileId, answer.text) : null,
  };
}

/** How a story is told, and what in it touches what the person's documents say otherwise. */
function storyView(app: App, profileId: number, text: string) {
  const documents = new Map(listDocuments(app.store.read, profileId).map(({ id, name }) => [id, name]));
  return {
    ...storyStructure(text),
    notes: honestyNotes(text, claimsOf(app, profileId)).map(({ span, claim: { kind, text: source, documentId, start, end } }) => ({
      kind,
      said: text.slice(span.start, span.end),
      source,
      documentId,
      start,
      end,
      document: documents.get(documentId) ?? '',
    })),
  };
}

const LACKS: ReadonlySet<string> = new Set(['gap', 'absent', 'todo']);

/** The limits, the team's work and the lacks that the profile's documents state. */
function claimsOf({ store }: App, profileId: number): Claim[] {
  const db = store.read;
  const names = skillNames(db);
  const spellings = skillSpellings(db, personTaxonomy(db));
  const spelt = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => [names.get(id)?.name ?? '', ...(spellings.get(id) ?? [])]).filter((name) => name.length > 1);
  return [
    ...listCaveats(db, profileId).map(
      ({ text, skills, documentId, start, end }): Claim => ({ kind: 'caveat', text, names: spelt(skills), documentId, start, end }),
    ),
    ...listEvidence(db, profileId).flatMap(({ text, skillId, stance, work, documentId, start, end }): Claim[] => {
      const claim = { text, names: spelt([skillId]), documentId, start, end };
      if (LACKS.has(stance)) return [{ ...claim, kind: 'lack' }];
      return work === 'team' ? [{ ...claim, kind: 'team' }] : [];
    }),
  ];
}

/** The person's wordings with what they stand for. */
export function wordingsView(app: App, profileId: number) {
  const language = questionLanguage(app.store.read, profileId);
  return listWordings(app.store.read, profileId).map((wording) => {
    const { prompt, keyPoints } = getQuestion(app.store.read, wording.questionId);
    const point = keyPoints.find(({ id }) => id === wording.pointId);
    return { ...wording, prompt: said(prompt, language), point: point ? said(point.text, language) : wording.pointId };
  });
}

/**
 * The wordings as fragments of question files, to be offered to the bank or kept.
 * @throws AppError `unsupported` for another format than `json` or `yaml`.
 */
export function exportWordings(
  app: App,
  profileId: number,
  format: string,
): { readonly name: string; readonly type: string; readonly text: string } {
  const byQuestion = Map.groupBy(listWordings(app.store.read, profileId), ({ questionId }) => questionId);
  const questions = [...byQuestion].map(([id, wordings]) => ({
    id,
    keyPoints: [...Map.groupBy(wordings, ({ pointId }) => pointId)].map(([point, list]) => ({
      id: point,
      ownWordings: list.map(({ text }) => text),
    })),
  }));
  if (format === 'json')
    return { name: 'own-wordings.json', type: 'application/json', text: `${JSON.stringify({ questions }, null, 2)}\n` };
  if (format === 'yaml') return { name: 'own-wordings.yaml', type: 'application/yaml', text: stringify({ questions }) };
  throw new AppError('unsupported', `Wordings can be saved as JSON or YAML, not as “${format}”.`);
}
