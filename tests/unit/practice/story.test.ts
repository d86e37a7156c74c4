import { describe, expect, it } from 'vitest';
import { type Claim, honestyNotes } from '../../../core/practice/honesty.ts';
import { isStory, storyStructure } from '../../../core/practice/story.ts';

const FULL = `Last winter our backup cluster kept failing at night, and nobody knew why. I was asked to find out.
I traced the jobs for a week and moved the index to its own disks, while my colleague changed the alerts.
As a result the nightly run went from 9 hours to 2 hours. In hindsight I should have measured the disks first.`;
const FRENCH = `Au départ, la sauvegarde tombait chaque nuit et il y avait 40 tickets par mois. J'ai suivi les tâches pendant une semaine.
J'ai déplacé l'index, et nous avons changé les alertes. Cela a permis de réduire la durée de 9 heures à 2 heures. Avec le recul, j'aurais dû mesurer les disques.`;

describe('how a story is told', () => {
  it('is looked at for behavioural and own-part questions only', () => {
    expect((['behavioural', 'own-part', 'explain', 'diagnose'] as const).map(isStory)).toEqual([true, true, false, false]);
  });

  it.each([
    ['English', FULL],
    ['French', FRENCH],
  ])('sees every element of a whole story in %s', (_language, text) => {
    const { elements } = storyStructure(text);
    expect(Object.entries(elements).filter(([, span]) => span === null)).toEqual([]);
    for (const span of Object.values(elements)) expect(text.slice(span?.start, span?.end).trim()).not.toBe('');
  });

  it('shows the sentence an element stands in', () => {
    const { elements } = storyStructure(FULL);
    expect(FULL.slice(elements.baseline?.start, elements.baseline?.end)).toBe('As a result the nightly run went from 9 hours to 2 hours.');
  });

  it.each([
    ['no number', 'We had an outage. I restarted the service and it was fixed.', 'number'],
    ['a year is no number', 'In 2019 we had an outage. I restarted the service.', 'number'],
    ['a number without its baseline', 'We had an outage. I cut it to 20 minutes.', 'baseline'],
    ['no own action', 'We had an outage. We moved the index and it took 20 minutes.', 'action'],
    ['nothing learnt', 'We had an outage. I moved the index and it took 20 minutes.', 'different'],
  ] as const)('misses what is not there: %s', (_what, text, element) => {
    expect(storyStructure(text).elements[element]).toBeNull();
  });

  it('counts own part and team apart, in both languages', () => {
    expect(storyStructure('I did it, my plan. We and our team, the team.')).toMatchObject({ own: 2, team: 3 });
    expect(
      storyStructure("J'ai suivi les tâches avec mon outil, et nous avons changé notre plan, on a gagné une heure sur les nuits."),
    ).toMatchObject({
      own: 2,
      team: 3,
    });
    // "on" is a word of English too, and "us" is none of French.
    expect(storyStructure('I worked on it, on the storage of the site, for the users and with the vendor.').team).toBe(0);
  });

  it('says when it is too short or too long to be told', () => {
    expect(['word '.repeat(50), 'word '.repeat(200), 'word '.repeat(800)].map((text) => storyStructure(text).length)).toEqual([
      'short',
      'fitting',
      'long',
    ]);
  });
});

describe('the honesty list', () => {
  const claim = (part: Partial<Claim>): Claim => ({
    kind: 'caveat',
    text: 'Ceph only as a user, never designed',
    names: ['Ceph'],
    documentId: 1,
    start: 0,
    end: 9,
    ...part,
  });
  const said = (answer: string, ...claims: Claim[]): string[] =>
    honestyNotes(answer, claims).map(({ span }) => answer.slice(span.start, span.end));

  it('shows the sentence that touches a limit the person named, beside its source', () => {
    const answer = 'We had an outage. I designed the Ceph cluster myself. It held.';
    expect(honestyNotes(answer, [claim({})])).toEqual([{ span: { start: 18, end: 52 }, claim: claim({}) }]);
    expect(said(answer, claim({}))).toEqual(['I designed the Ceph cluster myself']);
  });

  it('takes a team’s work up only where the answer speaks of oneself', () => {
    const team = claim({ kind: 'team', text: 'The team moved 300 hosts to Ansible', names: ['Ansible'] });
    expect(said('The team wrote Ansible roles for it.', team)).toEqual([]);
    expect(said('I wrote all the Ansible roles for it.', team)).toHaveLength(1);
    expect(said("J'ai écrit les rôles Ansible pour le site et les machines de la ville.", team)).toHaveLength(1);
  });

  it('finds a claim about no known skill by most of its words', () => {
    const limit = claim({ names: [], text: 'Wrote the runbook for the failover, did not lead the exercise' });
    expect(said('I led the failover exercise and wrote the runbook.', limit)).toHaveLength(1);
    expect(said('I wrote a letter.', limit)).toEqual([]);
  });

  it('does not find a name inside another word, and names a claim once', () => {
    expect(said('I like Cephalopods.', claim({}))).toEqual([]);
    expect(said('Ceph here. Ceph there.', claim({}), claim({}))).toHaveLength(1);
  });
});
