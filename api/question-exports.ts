import { localDay } from '../core/day.ts';
import { AppError } from '../core/errors.ts';
import { questionsAsCsv } from '../core/exchange/csv.ts';
import { questionsAsJson } from '../core/exchange/json.ts';
import { questionsAsMarkdown } from '../core/exchange/markdown.ts';
import { reportsAsJson, reportsAsMarkdown } from '../core/practice/question-report.ts';
import { cardStates } from '../db/questions/question-cards.ts';
import { getQuestion } from '../db/questions/questions.ts';
import { listReports } from '../db/questions/reports.ts';
import { wantedQuestionIds } from '../db/questions/search.ts';
import { questionLanguage } from '../db/settings/question-language.ts';
import { type App, currentProfile } from './context.ts';
import { asAnkiPackage } from './question-files.ts';
import { filterFor, personOf, type Wanted } from './question-filter.ts';

export const QUESTION_FORMATS = ['csv', 'json', 'md', 'apkg'] as const;

export interface QuestionFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly count: number;
}

/** The wanted questions as a file. @throws AppError `invalid` for a format there is none of. */
export function exportQuestions(app: App, format: string, wanted: Wanted): QuestionFile {
  const person = personOf(app);
  const questions = wantedQuestionIds(app.store.read, filterFor(app, wanted), person).map((id) => getQuestion(app.store.read, id));
  const name = `plumbline-questions-${localDay(app.now())}`;
  const count = questions.length;
  switch (format) {
    case 'csv':
      return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', body: questionsAsCsv(questions), count };
    case 'json':
      return { name: `${name}.json`, type: 'application/json; charset=utf-8', body: questionsAsJson(questions), count };
    case 'md':
      return { name: `${name}.md`, type: 'text/markdown; charset=utf-8', body: questionsAsMarkdown(questions), count };
    case 'apkg': {
      const language = questionLanguage(app.store.read, person.profileId);
      const cards = cardStates(app.store.read, person.profileId);
      const outgoing = questions.map((question) => {
        const card = cards.get(question.id);
        return { question, language, schedule: card ?? null, isSuspended: (card?.suspendedAtMs ?? null) !== null };
      });
      return { name: `${name}.apkg`, type: 'application/octet-stream', body: asAnkiPackage(outgoing, app.now()), count };
    }
    default:
      throw new AppError('invalid', `Questions can be exported as ${QUESTION_FORMATS.join(', ')}, not as “${format}”.`);
  }
}

/** What the person reported as wrong, as a file. @throws AppError `invalid` for a format there is none of. */
export function exportReports(app: App, format: string): QuestionFile {
  const reports = listReports(app.store.read, currentProfile(app).id);
  const name = `plumbline-question-reports-${localDay(app.now())}`;
  const count = reports.length;
  if (format === 'json') return { name: `${name}.json`, type: 'application/json; charset=utf-8', body: reportsAsJson(reports), count };
  if (format === 'md') return { name: `${name}.md`, type: 'text/markdown; charset=utf-8', body: reportsAsMarkdown(reports), count };
  throw new AppError('invalid', `Reports can be exported as json or md, not as “${format}”.`);
}
