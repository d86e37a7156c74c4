import { type Atoms, defineFamily, point } from '../family.ts';
import * as en from '../grammar/en.ts';
import * as fr from '../grammar/fr.ts';
import type { ClaimStance, Firing } from '../types.ts';
import type { ToldSlots } from './told.ts';

/** Where the work was a team's, or a limit was set to it: a caveat, a story, a line. */
function shared({ retractions, projects, deeds }: Atoms): Firing<ToldSlots>[] {
  const limits = retractions.map(({ atom, told, skillIds, source }) => ({ atom, told, skillIds, sources: [source], strength: 4 }));
  const works = projects.filter(isTeams).map((work) => ({ ...work, strength: 3 }));
  const lines = deeds.filter((deed) => isTeams(deed) && DONE_TOGETHER.test(deed.told.text));
  const known = new Set<string>();
  return [...limits, ...works, ...lines].flatMap(({ atom, told, skillIds, sources, strength }): Firing<ToldSlots>[] => {
    if (known.has(told.text)) return [];
    known.add(told.text);
    return [{ atom, skillIds, stance: 'team', sources, slots: { told }, strength }];
  });
}

/** The line says what was done, and not how things stood. */
const DONE_TOGETHER =
  /(?<!\p{L})(?:built|made|redid|rebuilt|migrated|adopted|replaced|moved|set up|deployed|created|got rid|introduced|automated|designed|consolidated|changed|reduced|kept|chose|installed|configured|upgraded|switched|wrote|(?:nous )?avons \p{L}+é|a \p{L}+é)(?!\p{L})/iu;

const isTeams = ({ stance }: { readonly stance: ClaimStance }): boolean => stance === 'team';

export const ownPart = defineFamily<ToldSlots>({
  id: 'own-part',
  kind: 'own-part',
  level: 4,
  timeLimitSec: 180,
  most: 8,
  firings: shared,
  en: [
    ({ told }) =>
      `Your document says ${en.about(told)}. Which part of that was yours, which part was the team’s, and what could somebody check to see it?`,
    ({ told }) =>
      `Your document mentions ${en.about(told)}. In two minutes: what did you do yourself, what did others do, and what could you point to as your own work?`,
    ({ told }) =>
      `About ${en.about(told)}, from your document: draw the line between what you decided or did yourself and what the team did, then name one piece of evidence for your part.`,
  ],
  fr: [
    ({ told }) =>
      `Votre document dit ${fr.chose(told)}. Quelle part était la vôtre, quelle part celle de l’équipe, et que pourrait-on vérifier pour le voir ?`,
    ({ told }) =>
      `Votre document mentionne ${fr.chose(told)}. En deux minutes : qu’avez-vous fait vous-même, qu’ont fait les autres, et que pourriez-vous montrer comme étant votre travail ?`,
    ({ told }) =>
      `À propos de ${fr.chose(told)}, dans votre document : tracez la limite entre ce que vous avez décidé ou fait vous-même et ce que l’équipe a fait, puis citez un élément qui prouve votre part.`,
  ],
  why: {
    en: () => 'Your document tells it as shared work, or sets a limit to it. The part that is yours is asked next.',
    fr: () => 'Votre document le présente comme un travail partagé, ou y met une limite. On demande ensuite votre part.',
  },
  points: [
    point(
      'mine',
      true,
      {
        text: 'First person, one bounded piece of work with a verb that fits',
        line: 'My own part: one bounded piece of work, told with “I” and a verb that fits.',
        aliases: ['I ... built', 'I ... wrote', 'I ... decided', 'my own part'],
      },
      {
        text: 'À la première personne, un travail délimité avec le verbe juste',
        line: 'Ma part : un travail délimité, raconté avec « je » et le verbe juste.',
        aliases: ['j’ai écrit', 'j’ai décidé', 'ma part', 'j’ai construit'],
      },
    ),
    point(
      'theirs',
      true,
      {
        text: 'Names what others did, and who they were by role',
        line: 'Theirs: what colleagues did, named by role.',
        aliases: ['colleague*', 'the team', 'others', 'another engineer'],
      },
      {
        text: 'Nomme ce que d’autres ont fait, par leur rôle',
        line: 'La leur : ce que des collègues ont fait, nommés par leur rôle.',
        aliases: ['collègue*', 'l’équipe', 'd’autres'],
      },
    ),
    point(
      'proof',
      false,
      {
        text: 'Offers something checkable: a repository, a ticket, a person to ask',
        line: 'Proof: a repository, a ticket, or a person to ask.',
        aliases: ['repositor*', 'ticket', 'commit*', 'design document', 'ask'],
      },
      {
        text: 'Offre quelque chose de vérifiable : un dépôt, un ticket, une personne',
        line: 'Preuve : un dépôt, un ticket, ou une personne à interroger.',
        aliases: ['dépôt', 'ticket', 'commit*', 'document'],
      },
    ),
  ],
  followUps: [
    {
      when: 'missing:mine',
      prompt: { en: 'Which line of it would not exist without you?', fr: 'Quelle ligne n’existerait pas sans vous ?' },
    },
    {
      when: 'always',
      prompt: {
        en: 'What would your lead add or take away from this account?',
        fr: 'Qu’est-ce que votre responsable y ajouterait ou en retirerait ?',
      },
    },
  ],
  mistake: {
    en: '“We” from beginning to end, or “I” for what was shared.',
    fr: '« Nous » du début à la fin, ou « je » pour ce qui était partagé.',
  },
});
