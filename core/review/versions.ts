import type { ImportedSkill, ImportResult, Span } from '../import/types.ts';
import { type Decisions, ITEM_LISTS, type ItemList, NO_DECISIONS } from './decisions.ts';

/** What a newer version of a document says that the earlier one did not, by the keys of its items ("skill:ceph", "gaps:2"). */
export interface VersionDiff {
  readonly added: readonly string[];
  readonly changed: readonly { readonly key: string; readonly what: readonly ('level' | 'stance' | 'evidence')[] }[];
  /** What only the earlier version said. */
  readonly removed: readonly { readonly list: 'skills' | ItemList; readonly text: string }[];
}

/**
 * The part of a file's name that stays when the document is saved anew: without its ending, and without what tells
 * versions apart ("-v2", " (3)", "_2026-03-01", "final").
 */
export function documentTitle(name: string): string {
  let title = name.toLowerCase().replace(/\.[a-z0-9]{1,8}$/, '');
  for (let before = ''; before !== title; ) {
    before = title;
    title = title
      .replace(/[\s._-]*\(\d{1,3}\)$/, '')
      .replace(/[\s._-]+(?:v|version|rev)?[\s._-]?\d{1,3}(?:\.\d{1,3})*$/, '')
      .replace(/[\s._-]*(?:19|20)\d{2}(?:[-_.]?\d{2}){0,2}$/, '')
      .replace(/[\s._-]+(?:final|new|old|neu|alt|copy|copie|kopie|draft|updated?)$/, '');
  }
  return title.replace(/[\s._-]+/g, ' ').trim();
}

/** Compares what was found in two versions of a document. */
export function compareVersions(earlier: ImportResult, newer: ImportResult): VersionDiff {
  const before = new Map(earlier.skills.map((skill) => [skill.id, skill]));
  const added: string[] = [];
  const changed: { key: string; what: ('level' | 'stance' | 'evidence')[] }[] = [];
  const removed: { list: 'skills' | ItemList; text: string }[] = [];
  for (const skill of newer.skills) {
    const known = before.get(skill.id);
    const what = known === undefined ? [] : changesOf(known, skill);
    if (known === undefined) added.push(`skill:${skill.id}`);
    else if (what.length > 0) changed.push({ key: `skill:${skill.id}`, what });
  }
  const now = new Set(newer.skills.map(({ id }) => id));
  for (const skill of earlier.skills) if (!now.has(skill.id)) removed.push({ list: 'skills', text: skill.name });
  for (const list of ITEM_LISTS) {
    const known = new Set(earlier[list].map(sameText));
    const present = new Set(newer[list].map(sameText));
    for (const [index, item] of newer[list].entries()) if (!known.has(sameText(item))) added.push(`${list}:${index}`);
    for (const item of earlier[list]) if (!present.has(sameText(item))) removed.push({ list, text: nameOf(item) });
  }
  return { added, changed, removed };
}

function changesOf(before: ImportedSkill, after: ImportedSkill): ('level' | 'stance' | 'evidence')[] {
  const what: ('level' | 'stance' | 'evidence')[] = [];
  if (before.level.value !== after.level.value) what.push('level');
  if (before.stance !== after.stance) what.push('stance');
  const statements = (skill: ImportedSkill): string => [...new Set(skill.evidence.map(({ text }) => folded(text)))].sort().join('\n');
  if (statements(before) !== statements(after)) what.push('evidence');
  return what;
}

/** Decisions made for the earlier version that hold for the newer one: those about items that are the same. */
export function carryDecisions(earlier: ImportResult, decisions: Decisions, newer: ImportResult): Decisions {
  const skills: Record<string, Decisions['skills'][string]> = {};
  for (const { id } of newer.skills) {
    const decision = decisions.skills[id];
    if (decision !== undefined) skills[id] = decision;
  }
  const carried = { ...NO_DECISIONS, skills };
  for (const list of [...ITEM_LISTS, 'personal'] as const) {
    const decided = earlier[list].flatMap((item, index) => {
      const decision = decisions[list][String(index)];
      return decision === undefined ? [] : [[sameText(item), decision] as const];
    });
    const byText = new Map(decided);
    const kept = newer[list].flatMap((item, index) => {
      const decision = byText.get(sameText(item));
      return decision === undefined ? [] : [[String(index), decision] as const];
    });
    carried[list] = Object.fromEntries(kept);
  }
  return carried;
}

type Item = Span | ImportResult['stories'][number];

function nameOf(item: Item): string {
  return 'title' in item && typeof item.title === 'string' ? item.title : 'text' in item ? item.text.trim() : '';
}

function sameText(item: Item): string {
  return folded(nameOf(item));
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
