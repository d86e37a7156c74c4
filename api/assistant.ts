import { languageOf, said } from '../core/content/language.ts';
import { AppError, toAppError } from '../core/errors.ts';
import type { Answer } from '../core/practice/answer.ts';
import { type AddedPoint, type AssistantQuestion, buildRequest, hasWords, readModels, readReply } from '../core/practice/assistant.ts';
import { drawQuestion } from '../core/practice/draw.ts';
import { detectedIn } from '../core/practice/key-points.ts';
import { readModelAddress } from '../core/practice/model-address.ts';
import { isStory } from '../core/practice/story.ts';
import type { Changed } from '../db/changes.ts';
import { getQuestion } from '../db/questions/questions.ts';
import { type AssistantSettings, assistantSettings, saveAssistantSettings } from '../db/settings/assistant.ts';
import { type App, currentProfile } from './context.ts';
import { checkWords } from './scoring.ts';

/** What the person sets. The key is null where it stays as it is: it never goes to the page. */
export interface AssistantInput extends Pick<AssistantSettings, 'enabled' | 'address' | 'model' | 'stories'> {
  readonly key: string | null;
  /** The public origin the person has just agreed to, word for word. */
  readonly agreedOrigin: string | null;
}

/** What came of asking: points to show, or in one sentence why there are none. */
export type Findings =
  | { readonly status: 'off' | 'nothing-to-ask' | 'story' }
  | { readonly status: 'asked'; readonly points: readonly AddedPoint[] }
  | { readonly status: 'failed'; readonly words: string };

/** The settings as the page may know them: that there is a key, not which. */
export function describeAssistant({ store }: App) {
  const { key, agreedOrigin, ...settings } = assistantSettings(store.read);
  const address = readModelAddress(settings.address);
  return {
    ...settings,
    hasKey: key !== '',
    isAgreed: address.kind === 'public' && agreedOrigin === address.origin,
  };
}

/**
 * Keeps the settings. A key belongs to the origin it was given for: for another it is forgotten unless given anew.
 * @throws AppError `invalid` for an address that cannot be used, `conflict` for a public one nobody agreed to; nothing is kept then.
 */
export function setAssistant({ store }: App, input: AssistantInput): Changed<null> {
  return store.transact('Local model', (db) => {
    const before = assistantSettings(db);
    const address = input.address.trim() === '' ? null : readModelAddress(input.address);
    if (address?.kind === 'unusable') throw new AppError('invalid', `${address.why} Nothing was changed.`);
    if (input.enabled && (address === null || input.model.trim() === ''))
      throw new AppError('invalid', 'A local model needs an address and the name of a model. Nothing was changed.');
    const agreedOrigin = address?.kind === 'public' ? agreed(address.origin, [input.agreedOrigin, before.agreedOrigin]) : null;
    const known = readModelAddress(before.address);
    const isSameOrigin = address !== null && known.kind !== 'unusable' && known.origin === address.origin;
    saveAssistantSettings(db, {
      enabled: input.enabled,
      address: input.address.trim(),
      model: input.model.trim(),
      key: input.key ?? (isSameOrigin ? before.key : ''),
      agreedOrigin,
      stories: input.stories,
    });
    return { result: null, changed: ['settings'] };
  });
}

/** @throws AppError `conflict` unless one of the agreements is to this origin. */
function agreed(origin: string, agreements: readonly (string | null)[]): string {
  if (agreements.includes(origin)) return origin;
  throw new AppError('conflict', `${origin} is not on your own network. Confirm that answers may be sent there. Nothing was changed.`);
}

/** Asks the server for its models. @returns the words to show, and whether all is well. Never throws for what the server does. */
export async function testAssistant(
  app: App,
  signal: AbortSignal,
): Promise<{ readonly isGood: boolean; readonly models: readonly string[]; readonly words: string }> {
  const settings = assistantSettings(app.store.read);
  try {
    const models = readModels(await app.askModel({ url: `${usable(settings)}/models`, key: settings.key, body: null }, signal));
    if (models === null)
      return {
        isGood: false,
        models: [],
        words: 'Something answers there, but not as an OpenAI-compatible server does. Does the address end in /v1?',
      };
    if (!models.includes(settings.model))
      return { isGood: false, models, words: `The server answers, but has no model “${settings.model}”.` };
    return { isGood: true, models, words: `The server answers and has ${settings.model}.` };
  } catch (error) {
    return { isGood: false, models: [], words: toAppError(error).message };
  }
}

/**
 * Asks the model which of the points not found by their words a typed answer states. Whatever it does, nothing but points with
 * quotes from the answer comes out, and nothing is stored.
 */
export async function askAssistant(
  app: App,
  { questionId, seed, answer }: { readonly questionId: string; readonly seed: string; readonly answer: Answer },
  signal: AbortSignal,
): Promise<Findings> {
  const settings = assistantSettings(app.store.read);
  if (!settings.enabled) return { status: 'off' };
  const drawn = drawQuestion(getQuestion(app.store.read, questionId), seed);
  const { kind, prompt, keyPoints } = drawn;
  if (!hasWords(kind, answer.text)) return { status: 'nothing-to-ask' };
  if (isStory(kind) && !settings.stories) return { status: 'story' };
  const check = checkWords(app, currentProfile(app).id, drawn, answer);
  const found = new Set(check ? detectedIn(check).points : []);
  const language = languageOf(drawn, answer.language);
  const points = keyPoints.filter(({ id }) => !found.has(id)).map(({ id, text }) => ({ id, text: said(text, language) }));
  if (points.length === 0) return { status: 'nothing-to-ask' };
  const question: AssistantQuestion = { prompt: said(prompt, language), points, answer: answer.text };
  try {
    const body = buildRequest(settings.model, question);
    const added = readReply(await app.askModel({ url: `${usable(settings)}/chat/completions`, key: settings.key, body }, signal), question);
    return added === null
      ? { status: 'failed', words: 'The local model did not answer in the form it was asked for.' }
      : { status: 'asked', points: added };
  } catch (error) {
    return { status: 'failed', words: toAppError(error).message };
  }
}

/** The address, checked anew at every call. @throws AppError `invalid`, `conflict`. */
function usable({ address, agreedOrigin }: AssistantSettings): string {
  const read = readModelAddress(address);
  if (read.kind === 'unusable') throw new AppError('invalid', 'No usable address of a local model is set.');
  if (read.kind === 'public') agreed(read.origin, [agreedOrigin]);
  return read.base;
}
