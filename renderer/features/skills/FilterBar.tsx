import { Button, Group, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import type { Ref } from 'react';
import { LEVELS } from '../../../core/levels.ts';
import { RECENCIES } from '../../../core/skills/recency.ts';
import { categoryWords } from '../../../core/skills/report.ts';
import { STANCES_BY_STRENGTH } from '../../../core/skills/stances.ts';
import { t } from '../../strings/index.ts';
import { FacetFilter, type FacetOption } from './FacetFilter.tsx';
import { cleared, FACETS, type Facet, facetCounts, type IndexedSkill, isFiltered, type View } from './skill-view.ts';

interface Props {
  readonly index: readonly IndexedSkill[];
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly inStatements: ReadonlySet<string>;
  /** Document names by id. */
  readonly documents: ReadonlyMap<number, string>;
  readonly searchRef: Ref<HTMLInputElement>;
}

/** Search and filters; each filter's figures say what choosing it would show. */
export function FilterBar({ index, view, onView, inStatements, documents, searchRef }: Props) {
  return (
    <Group gap={8}>
      <TextInput
        ref={searchRef}
        flex={1}
        miw={220}
        size="xs"
        placeholder={t.skills.searchHint}
        aria-label={t.skills.search}
        leftSection={<IconSearch size={15} />}
        value={view.words}
        onChange={(event) => onView({ ...view, words: event.currentTarget.value })}
      />
      {FACETS.map((facet) => (
        <FacetFilter
          key={facet}
          facet={facet}
          options={optionsOf(facet, facetCounts(index, view, facet, inStatements), documents)}
          chosen={view.facets[facet]}
          onChange={(values) => onView({ ...view, facets: { ...view.facets, [facet]: values } })}
        />
      ))}
      {isFiltered(view) && (
        <Button size="xs" variant="subtle" leftSection={<IconX size={14} />} onClick={() => onView(cleared(view))}>
          {t.skills.clear}
        </Button>
      )}
    </Group>
  );
}

const LEVEL_WORDS = new Map<string, string>([
  ...LEVELS.map(({ level, name }) => [String(level), `${level} ${name}`] as const),
  ['unknown', t.levels.unknown],
]);
const MARK_WORDS = new Map<string, string>(Object.entries(t.skills.marks));
const STANCE_WORDS = new Map<string, string>([...Object.entries(t.stances), ['none', t.skills.noStatement]]);
const RECENCY_WORDS = new Map<string, string>(Object.entries(t.skills.recency));

/** The values in the order of their meaning; names alphabetically. */
function optionsOf(facet: Facet, counts: ReadonlyMap<string, number>, documents: ReadonlyMap<number, string>): FacetOption[] {
  const labels = labelsOf(facet, counts, documents);
  return [...labels].flatMap(([value, label]) => {
    const count = counts.get(value);
    return count === undefined ? [] : [{ value, label, count }];
  });
}

function labelsOf(facet: Facet, counts: ReadonlyMap<string, number>, documents: ReadonlyMap<number, string>): Map<string, string> {
  switch (facet) {
    case 'category':
      return new Map([...counts.keys()].sort().map((value) => [value, categoryWords(value)]));
    case 'level':
      return LEVEL_WORDS;
    case 'stance':
      return new Map([...STANCES_BY_STRENGTH, 'none'].map((value) => [value, STANCE_WORDS.get(value) ?? value]));
    case 'source':
      return new Map([...[...documents].map(([id, name]) => [String(id), name] as const), ['hand', t.skills.byHand]]);
    case 'used':
      return new Map(RECENCIES.map((value) => [value, RECENCY_WORDS.get(value) ?? value]));
    case 'mark':
      return MARK_WORDS;
  }
}
