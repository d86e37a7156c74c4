import { z } from 'zod';
import type { ReadableDb, WritableDb } from '../statement.ts';
import { readSetting, writeSetting } from './settings.ts';

const KEY = 'assistant';

const assistantSchema = z.strictObject({
  enabled: z.boolean(),
  /** As typed; '' for none. */
  address: z.string(),
  model: z.string(),
  /** Sent to the address' origin only; '' for none. */
  key: z.string(),
  /** The public origin the person agreed to send answers to; null for none. */
  agreedOrigin: z.string().nullable(),
  /** Stories are sent too. */
  stories: z.boolean(),
});
/** How a local model is reached. One for the machine, not one per profile. */
export type AssistantSettings = z.infer<typeof assistantSchema>;

const NONE: AssistantSettings = { enabled: false, address: '', model: '', key: '', agreedOrigin: null, stories: false };

/** What was set, or that nothing was: off, no address. @throws AppError `corrupt`. */
export function assistantSettings(db: ReadableDb): AssistantSettings {
  return readSetting(db, KEY, assistantSchema) ?? NONE;
}

export function saveAssistantSettings(db: WritableDb, settings: AssistantSettings): void {
  writeSetting(db, KEY, settings);
}
