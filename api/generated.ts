import { z } from 'zod';
import { GENERATOR_VERSION, generateQuestions } from '../core/generate/generate.ts';
import type { Changed } from '../db/changes.ts';
import { documentNames } from '../db/documents/documents.ts';
import { loadGenerationFacts } from '../db/person/generation-facts.ts';
import type { Profile } from '../db/person/profiles.ts';
import { generatedCounts, generationState, provenanceOf, type Regenerated, saveGenerated } from '../db/questions/generated.ts';
import { readSetting, writeSetting } from '../db/settings/settings.ts';
import type { App } from './context.ts';

const NOTHING: Changed<Regenerated> = { result: { added: 0, changed: 0, retired: 0 }, changed: [] };

/** The questions of a profile made anew if anything they rest on changed, else nothing. @param isForced makes them anew in any case. */
export function refreshGenerated({ store, now }: App, profile: Profile, isForced = false): Changed<Regenerated> {
  const key = `generated.${profile.id}`;
  const state = `${GENERATOR_VERSION} ${new Date(now()).toISOString().slice(0, 7)} ${profile.roleId ?? ''} ${generationState(store.read, profile.id)}`;
  if (!isForced && readSetting(store.read, key, z.string()) === state) return NOTHING;
  const made = generateQuestions(loadGenerationFacts(store.read, profile.id, profile.roleId, now()), `p${profile.id}`);
  return store.transact('Questions from your experience', (db) => {
    const result = saveGenerated(db, profile.id, made, now());
    writeSetting(db, key, state);
    const isChanged = result.added + result.changed + result.retired > 0;
    return { result, changed: isChanged || isForced ? ['questions'] : [] };
  });
}

/** How many questions of each family there are. */
export function generatedFamilies({ store }: App, profileId: number) {
  return generatedCounts(store.read, profileId);
}

/** Where a question comes from, as the screen shows it; null for one that was not generated. */
export function experienceOf({ store }: App, profileId: number, questionId: string) {
  const found = provenanceOf(store.read, questionId);
  if (found === null || found.profileId !== profileId) return null;
  const { why, sources, stance, family, borrowed } = found.provenance;
  const names = documentNames(store.read, profileId);
  return {
    why,
    stance,
    family,
    borrowed,
    sources: sources.map((source) => ({ ...source, document: names.get(source.documentId) ?? null })),
  };
}
