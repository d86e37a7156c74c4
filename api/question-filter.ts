import { z } from 'zod';
import { languageSchema } from '../core/content/language.ts';
import { questionKindSchema } from '../core/content/question.ts';
import { competenciesOf } from '../core/content/role.ts';
import { type Person, QUESTION_STATES, type QuestionFilter } from '../db/questions/search.ts';
import { ORIGINS } from '../db/questions/search-index.ts';
import { getRole } from '../db/roles/roles.ts';
import { type App, currentProfile } from './context.ts';

const MAX_TYPED = 500;

/** What is wanted of the questions, as the screen and the addresses of exports say it. */
export const wantedSchema = z.strictObject({
  words: z.string().max(MAX_TYPED).optional(),
  competency: z.string().max(200).optional(),
  /** Only what this role asks for. */
  role: z.string().max(200).optional(),
  level: z.coerce.number<number>().int().min(1).max(5).optional(),
  kind: questionKindSchema.optional(),
  tag: z.string().max(200).optional(),
  origin: z.enum(ORIGINS).optional(),
  /** A language it can be asked in. */
  language: languageSchema.optional(),
  state: z.enum(QUESTION_STATES).optional(),
});
export type Wanted = z.infer<typeof wantedSchema>;

/** @throws AppError `not_found` for a role there is none of. */
export function filterFor({ store }: App, { competency, role, ...rest }: Wanted): QuestionFilter {
  const ofRole = role === undefined ? undefined : competenciesOf(getRole(store.read, role)).map(({ id }) => id);
  // One competency of a role is no more than that competency.
  return { ...rest, competencies: competency === undefined ? ofRole : [competency] };
}

export function personOf(app: App): Person {
  return { profileId: currentProfile(app).id, nowMs: app.now() };
}
