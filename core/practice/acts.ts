import type { Question } from '../content/question.ts';

/** How a diagnosis went, act by act. */
export interface ActsCheck {
  /** Facts that are needed to name the cause, with the act that gives each; `known` where it was taken. */
  readonly facts: readonly { readonly fact: string; readonly known: boolean }[];
  /** Acts that could do harm. */
  readonly dangerous: readonly string[];
  /** Changes made before the facts they rest on were known. */
  readonly blind: readonly string[];
  /** The change that mends it was made. */
  readonly mended: boolean;
  /** After the last change something was looked at that shows whether it helped. */
  readonly verified: boolean;
  /** 0–1. */
  readonly share: number;
}

/**
 * Checks the acts of a diagnosis exactly: a quarter each for the facts found, the change that mends it made with its facts
 * known, its effect verified, and nothing dangerous done. No act at all is no answer.
 * @param taken ids of the acts in the order they were taken.
 * @returns null where nothing was done or the question has no acts.
 */
export function checkActs({ acts = [] }: Pick<Question, 'acts'>, taken: readonly string[]): ActsCheck | null {
  const byId = new Map(acts.map((act) => [act.id, act]));
  const done = taken.flatMap((id) => byId.get(id) ?? []);
  if (done.length === 0) return null;
  const needed = [...new Set(acts.filter(({ tags }) => tags.includes('mends')).flatMap(({ requires }) => requires))];
  const known = new Set<string>();
  const blind: string[] = [];
  let mended = false;
  let changed = false;
  let verified = false;
  for (const act of done) {
    const isReady = act.requires.every((fact) => known.has(fact));
    if (act.tags.includes('changes')) {
      if (!isReady) blind.push(act.id);
      changed = true;
      verified = false;
    }
    if (act.tags.includes('mends') && isReady) mended = true;
    if (act.tags.includes('verifies') && changed) verified = true;
    for (const fact of act.gives) known.add(fact);
  }
  const dangerous = done.filter(({ tags }) => tags.includes('dangerous')).map(({ id }) => id);
  const facts = needed.map((fact) => ({ fact, known: known.has(fact) }));
  const found = needed.length === 0 ? 1 : facts.filter((one) => one.known).length / needed.length;
  const share = (found + Number(mended) + Number(mended && verified) + Number(dangerous.length === 0 && blind.length === 0)) / 4;
  return { facts, dangerous, blind, mended, verified, share };
}
