import { z } from 'zod';
import type { Incoming } from '../core/exchange/incoming.ts';
import type { ImportResult, ImportStep } from '../core/import/types.ts';
import type { JobReading } from '../core/job/read-job.ts';
import { addProfile, getProfile, listProfiles, type Profile } from '../db/person/profiles.ts';
import { listRoles } from '../db/roles/roles.ts';
import { readSetting, writeSetting } from '../db/settings/settings.ts';
import type { ReadableDb } from '../db/statement.ts';
import type { Store } from '../db/store.ts';

/** How far an import is. */
export interface ImportProgress {
  readonly step: ImportStep;
  /** Of the work, 0 to 1, before this step. */
  readonly share: number;
}

export interface ImportRun {
  /** Stops the import. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** The year that "since 2018" is counted to. */
  readonly thisYear: number;
}

/** Reads a document in a worker, so that the host stays responsive. */
export type ImportPort = (
  bytes: Uint8Array,
  name: string,
  run: ImportRun,
) => Promise<{ readonly text: string; readonly result: ImportResult }>;

/** Reads a job description in a worker. */
export type JobPort = (
  bytes: Uint8Array,
  name: string,
  signal: AbortSignal,
) => Promise<{ readonly text: string; readonly reading: JobReading }>;

/** One request to the model the person has set up: its body as JSON, or none to read. */
export interface ModelCall {
  readonly url: string;
  /** '' for none. */
  readonly key: string;
  readonly body: object | null;
}

/** Calls a model's server. @returns the reply's text. @throws AppError with one sentence for whatever goes wrong. */
export type ModelPort = (call: ModelCall, signal: AbortSignal) => Promise<string>;
/** Reads a file of questions in a worker. */
export type QuestionsPort = (
  bytes: Uint8Array,
  name: string,
  run: { readonly signal: AbortSignal; readonly nowMs: number },
) => Promise<Incoming>;

/** What a host gives the handler. */
export interface App {
  readonly version: string;
  readonly host: 'electron' | 'browser' | 'cli';
  readonly store: Store;
  readonly importDocument: ImportPort;
  readonly readJob: JobPort;
  readonly askModel: ModelPort;
  readonly readQuestions: QuestionsPort;
  /** The imports that run now, by the id their sender gave; nothing of it outlives the upload. */
  readonly running: Map<string, ImportProgress>;
  /** How far each profile's training of the schedule is, 0 to 1, by the profile's id. */
  readonly training: Map<number, number>;
  /** Whether the file is known to be sound; a large one is checked beside its use. */
  readonly integrity: { state: 'checking' | 'sound' | 'damaged'; damage: string | null };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const CURRENT_PROFILE = 'profile.current';

/** The profile in use; the first one is made when there is none. */
export function currentProfile(app: App): Profile {
  const { store } = app;
  const id = readSetting(store.read, CURRENT_PROFILE, z.int());
  const profiles = listProfiles(store.read);
  const chosen = profiles.find((one) => one.id === id) ?? profiles[0];
  const profile = chosen && withKnownRole(store.read, chosen);
  return profile ?? getProfile(store.read, createProfile(app, 'Me'));
}

/** A role that is there no more is no target: the person chooses another. */
function withKnownRole(db: ReadableDb, profile: Profile): Profile {
  const isKnown = profile.roleId === null || listRoles(db).some(({ id }) => id === profile.roleId);
  return isKnown ? profile : { ...profile, roleId: null };
}

/** Adds a profile and makes it the one in use. @returns its id. */
export function createProfile({ store, now }: App, name: string): number {
  return store.transact('New profile', (db) => {
    const id = addProfile(db, name, now());
    writeSetting(db, CURRENT_PROFILE, id);
    return { result: id, changed: ['profiles'] };
  }).result;
}

export function selectProfile({ store }: App, id: number): void {
  store.transact('Change of profile', (db) => {
    getProfile(db, id);
    writeSetting(db, CURRENT_PROFILE, id);
    return { result: null, changed: ['profiles'] };
  });
}
