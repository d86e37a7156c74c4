import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../../core/generate/families/index.ts';
import { generated } from '../../../renderer/strings/generated.ts';

describe('the families of questions', () => {
  it('are the sixteen and six that were asked for, and two more', () => {
    const ids = FAMILIES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(
      [
        ...['scale-break-down', 'scale-lose-one', 'number-source', 'own-part', 'incident-counterfactual', 'incident-replay'],
        ...['defend-choice', 'choice-at-10x', 'migration-point-of-no-return', 'migration-stuck-half', 'kill-a-part', 'hand-over'],
        ...['build-again', 'gap-ladder', 'gap-first-week', 'transfer'],
        ...['rating-probe', 'contradiction', 'stale', 'retraction-rehearsal', 'missing-result', 'two-tools'],
        ...['line-in-depth', 'hindsight'],
      ].toSorted(),
    );
  });

  it.each(FAMILIES.map(({ id }) => id))('%s has a name on the screen', (id) => {
    expect(generated.familyName(id)).not.toBe(id);
  });
});
