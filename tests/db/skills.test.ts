import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../core/errors.ts';
import { syncContent } from '../../db/content/sync.ts';
import { listEvidence, listSkillEvidence } from '../../db/person/evidence.ts';
import { listGaps } from '../../db/person/gaps.ts';
import { loadPersonLevels } from '../../db/person/person-record.ts';
import { listProfileSkills, removeBareSkills } from '../../db/person/profile-skills.ts';
import { addProfile } from '../../db/person/profiles.ts';
import { latestRatings, ratingHistory } from '../../db/person/ratings.ts';
import { type Actor, addSkillGaps, mergeSkills, rateSkills, removeSkills, separateSkill } from '../../db/skills/inventory-changes.ts';
import { addSkillByHand, changeAlias, changeNote, renameSkill } from '../../db/skills/naming.ts';
import { knownSkills, taxonomy } from '../../db/skills/skills.ts';
import { undoChange } from '../../db/skills/undo.ts';
import { openStore, type Store } from '../../db/store.ts';
import { skill } from '../unit/skills/small.ts';

const NOW_MS = Date.UTC(2026, 4, 4, 9);
const DOCUMENT = 1;
let dataDir: string;
let store: Store;
let actor: Actor;

const SHIPPED = [
  skill('ceph', 'Ceph', { aliases: ['RADOS'], neighbours: [{ id: 'gluster', transfer: 0.5, why: 'related' }] }),
  skill('gluster', 'GlusterFS', { aliases: ['Gluster'] }),
  skill('zfs', 'ZFS'),
];
const content = (hash: string, skills = SHIPPED) => ({
  hashes: { skills: hash, roles: hash, questions: hash },
  parsers: { skills: () => skills, roles: () => [], questions: () => [] },
});

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'plumbline-skills-'));
  store = openStore(dataDir, NOW_MS);
  syncContent(store, content('first'), 1);
  const { result: profileId } = store.transact('test', (db) => ({ result: addProfile(db, 'Ada', NOW_MS), changed: ['profiles'] }));
  actor = { store, profileId, nowMs: NOW_MS };
  confirmDocument();
});
afterEach(() => {
  store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A document that says something of Ceph and GlusterFS, with a level for each, confirmed an hour ago. */
function confirmDocument(atMs = NOW_MS - 3_600_000): void {
  write(`INSERT INTO documents (id, profile_id, name, format, language, sha256, bytes, text, status, proposal, decisions, imported_at_ms, confirmed_at_ms)
         VALUES (${DOCUMENT}, 1, 'cv.md', 'markdown', 'en', 'x', x'00', 'text', 'confirmed', '{}', '{}', 0, ${atMs})`);
  for (const [id, level, start] of [
    ['ceph', 4, 0],
    ['gluster', 2, 10],
  ] as const) {
    write(`INSERT INTO profile_skills (profile_id, skill_id, years, added_at_ms) VALUES (1, '${id}', ${level}, ${atMs})`);
    write(`INSERT INTO evidence (profile_id, document_id, skill_id, stance, text, start_offset, end_offset, mention_start, mention_end, has_scale)
           VALUES (1, ${DOCUMENT}, '${id}', 'operated', 'Ran ${id}', ${start}, ${start + 4}, ${start}, ${start + 4}, 0)`);
    write(`INSERT INTO ratings (profile_id, subject, subject_id, level, source, document_id, rated_at_ms)
           VALUES (1, 'skill', '${id}', ${level}, 'imported', ${DOCUMENT}, ${atMs})`);
  }
}

function write(sql: string): void {
  store.transact('test', (db) => {
    db.prepared(sql).run();
    return { result: null, changed: [] };
  });
}

const TABLES = ['profile_skills', 'evidence', 'ratings', 'learning_gaps', 'learning_gap_skills', 'skills', 'removed_skills'];
const EDITS = ['skill_names', 'skill_aliases', 'skill_merges', 'skill_notes'];
const dump = () => Object.fromEntries([...TABLES, ...EDITS].map((table) => [table, store.read.prepared(`SELECT * FROM ${table}`).all()]));
const idsInProfile = () => listProfileSkills(store.read, actor.profileId).map(({ skillId }) => skillId);
const undo = (changeId: number) => undoChange(store, actor.profileId, changeId, NOW_MS);

function failureOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof AppError ? `${error.code}: ${error.message}` : String(error);
  }
  return 'nothing was thrown';
}

describe('every change of the inventory', () => {
  const CHANGES: Readonly<Record<string, () => { readonly result: { readonly changeId: number } }>> = {
    'a level for several': () => rateSkills(actor, ['ceph', 'zfs'], 5, false),
    'a removal': () => removeSkills(actor, ['ceph', 'gluster']),
    'a merge': () => mergeSkills(actor, ['gluster'], 'zfs'),
    'new learning gaps': () => addSkillGaps(actor, ['ceph', 'zfs']),
    'a known skill by hand': () => addSkillByHand(actor, { skill: { id: 'zfs' }, level: 3, note: 'home server' }),
    'an own skill by hand': () => addSkillByHand(actor, { skill: { name: 'Frob', category: 'own' }, level: null, note: null }),
    'a rename': () => renameSkill(actor, 'ceph', 'Our storage'),
    'a spelling': () => changeAlias(actor, 'ceph', 'big disks', true),
    'a note': () => changeNote(actor, 'ceph', 'since the first cluster'),
  };
  it.each(Object.keys(CHANGES))('is taken back whole: %s', (name) => {
    const before = dump();
    const changeId = CHANGES[name]?.().result.changeId ?? 0;
    expect(dump()).not.toEqual(before);
    undo(changeId);
    expect(dump()).toEqual(before);
    expect(failureOf(() => undo(changeId))).toMatch(/^conflict: .*taken back before/);
  });

  it('is refused whole when one of its skills is not there', () => {
    const before = dump();
    expect(failureOf(() => rateSkills(actor, ['ceph', 'nothing'], 3, false))).toMatch(/^not_found: .*“nothing”/);
    expect(dump()).toEqual(before);
  });
});

describe('a removed skill', () => {
  it('is neither listed nor counted, and the document keeps what it says', () => {
    removeSkills(actor, ['ceph']);
    expect(idsInProfile()).toEqual(['gluster']);
    expect(listEvidence(store.read, actor.profileId).map(({ skillId }) => skillId)).toEqual(['gluster']);
    expect(loadPersonLevels(store, actor.profileId, NOW_MS).skills.has('ceph')).toBe(false);
    expect(store.read.prepared("SELECT count(*) AS n FROM evidence WHERE skill_id = 'ceph'").get()).toEqual({ n: 1 });
  });

  it('comes back with a document confirmed later, and goes again when that import is undone', () => {
    removeSkills(actor, ['ceph']);
    write(`UPDATE documents SET confirmed_at_ms = ${NOW_MS + 1}`);
    expect(idsInProfile()).toEqual(['ceph', 'gluster']);
    write(`UPDATE documents SET confirmed_at_ms = ${NOW_MS - 1}`);
    expect(idsInProfile()).toEqual(['gluster']);
  });

  it('comes back when the person rates it', () => {
    removeSkills(actor, ['ceph']);
    rateSkills(actor, ['ceph'], 3, true);
    expect(idsInProfile()).toEqual(['ceph', 'gluster']);
  });
});

describe('a merged skill', () => {
  it('gives its statements, ratings and gaps to the other, its name to the importer', () => {
    addSkillGaps(actor, ['gluster']);
    mergeSkills(actor, ['gluster'], 'ceph');
    expect(idsInProfile()).toEqual(['ceph']);
    expect(listSkillEvidence(store.read, actor.profileId, 'ceph').map(({ text }) => text)).toEqual(['Ran ceph', 'Ran gluster']);
    expect(ratingHistory(store.read, actor.profileId, 'skill', 'ceph').map(({ level }) => level)).toEqual([2, 4]);
    expect(listGaps(store.read, actor.profileId).map(({ skills }) => skills)).toEqual([['ceph']]);
    expect(taxonomy(store.read).find(({ id }) => id === 'ceph')?.aliases).toContain('GlusterFS');
    expect(taxonomy(store.read).some(({ id }) => id === 'gluster')).toBe(false);
  });

  it('shares a statement that names both: it is one statement, with the stronger stance', () => {
    write("UPDATE evidence SET start_offset = 0, end_offset = 4, stance = 'built' WHERE skill_id = 'gluster'");
    mergeSkills(actor, ['gluster'], 'ceph');
    expect(listEvidence(store.read, actor.profileId).map(({ skillId, stance }) => [skillId, stance])).toEqual([['ceph', 'built']]);
    expect(listSkillEvidence(store.read, actor.profileId, 'ceph')).toHaveLength(1);
  });

  it('still answers for itself where a role rests on it', () => {
    mergeSkills(actor, ['gluster'], 'ceph');
    const { skills } = loadPersonLevels(store, actor.profileId, NOW_MS);
    expect(skills.get('gluster')).toEqual(skills.get('ceph'));
  });

  it('counts one level of a document, and the newest own one of all', () => {
    rateSkills(actor, ['gluster'], 1, true);
    rateSkills(actor, ['ceph'], 5, true);
    mergeSkills(actor, ['gluster'], 'ceph');
    const rated = latestRatings(store.read, actor.profileId).filter(({ subjectId }) => subjectId === 'ceph');
    expect(rated.map(({ source, level }) => [source, level]).sort()).toEqual([
      ['imported', 2],
      ['self', 5],
    ]);
  });

  it('follows on when the other is merged too, and stands by itself when separated', () => {
    mergeSkills(actor, ['gluster'], 'ceph');
    mergeSkills(actor, ['ceph'], 'zfs');
    expect(idsInProfile()).toEqual(['zfs']);
    separateSkill(actor, 'gluster');
    expect(idsInProfile().toSorted()).toEqual(['gluster', 'zfs']);
  });

  it('is never merged into itself', () => {
    expect(failureOf(() => mergeSkills(actor, ['ceph'], 'ceph'))).toMatch(/^invalid/);
    mergeSkills(actor, ['gluster'], 'ceph');
    expect(failureOf(() => mergeSkills(actor, ['ceph'], 'gluster'))).toMatch(/^invalid/);
  });
});

describe('names', () => {
  it('of another skill are refused with its name', () => {
    expect(failureOf(() => renameSkill(actor, 'zfs', 'gluster fs'))).toMatch(/^conflict: .*stands for GlusterFS/);
    expect(failureOf(() => changeAlias(actor, 'zfs', 'rados', true))).toMatch(/^conflict: .*stands for Ceph/);
    expect(failureOf(() => addSkillByHand(actor, { skill: { name: 'CEPH', category: 'own' }, level: null, note: null }))).toMatch(/Ceph/);
    expect(failureOf(() => renameSkill(actor, 'zfs', '…'))).toMatch(/^invalid/);
  });

  it('and merges of the person survive an update of the shipped content', () => {
    renameSkill(actor, 'ceph', 'Our storage');
    changeAlias(actor, 'zfs', 'zettabytes', true);
    mergeSkills(actor, ['gluster'], 'ceph');
    syncContent(store, content('second', [...SHIPPED, skill('minio', 'MinIO', { aliases: ['zettabytes'] })]), 2);
    expect(knownSkills(store.read).get('ceph')?.name).toBe('Our storage');
    const now = taxonomy(store.read);
    expect(now.find(({ id }) => id === 'ceph')?.aliases).toEqual(['RADOS', 'Ceph', 'GlusterFS', 'Gluster']);
    expect(now.find(({ id }) => id === 'zfs')?.aliases).toEqual(['zettabytes']);
    expect(now.find(({ id }) => id === 'minio')?.aliases).toEqual([]);
  });
});

describe('a skill added by hand', () => {
  it('stays when documents go, and is found in later imports', () => {
    const { result } = addSkillByHand(actor, { skill: { name: 'Frob & Sons', category: 'own' }, level: null, note: null });
    expect(result.id).toBe('own-frob-sons');
    store.transact('test', (db) => {
      removeBareSkills(db, actor.profileId);
      return { result: null, changed: [] };
    });
    expect(idsInProfile()).toContain('own-frob-sons');
    expect(taxonomy(store.read).find(({ id }) => id === 'own-frob-sons')?.name).toBe('Frob & Sons');
  });
});
