import { Badge, Checkbox, Chip, CloseButton, Group, Modal, Table, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { ItemList } from '../../../core/review/decisions.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { t } from '../../strings/index.ts';
import { NearScreen } from './NearScreen.tsx';
import classes from './Review.module.css';
import { type FoundSkill, hasConflict, nameOf, type ReviewDocument } from './review-items.ts';
import { type Differences, differencesOf, type ListEntry, reviewLists } from './review-list.ts';
import { REVIEW_FILTERS, type ReviewFilter, useReview } from './review-store.ts';
import { SkillItem } from './SkillItem.tsx';
import { useReviewKeys } from './use-review-keys.ts';

const GROUPS = {
  doubtful: { title: t.review.doubtful, help: t.review.doubtfulText },
  skills: { title: t.review.groups.skills, help: null },
  notOwn: { title: t.review.notOwn, help: t.review.notOwnText },
} as const;

/** Everything found, in groups; the doubtful first. */
export function FoundItems({ document, isOpen }: { readonly document: ReviewDocument; readonly isOpen: boolean }) {
  const { filter, show, decisions } = useReview(
    useShallow((review) => ({ filter: review.filter, show: review.show, decisions: review.decisions })),
  );
  const differences = useMemo(() => differencesOf(document), [document]);
  const lists = useMemo(
    () => reviewLists(document, { decisions, filter, show, differences }),
    [document, decisions, filter, show, differences],
  );
  const merge = useCallback((into: string) => mergeMarked(document, into), [document]);
  const [asksKeys, { open, close }] = useDisclosure(false);
  useReviewKeys(lists.keys, isOpen, { showKeys: open, merge });
  const list = useRef<HTMLDivElement>(null);
  useShownSelected(list);
  const isEmpty = document.proposal.skills.length === 0 && document.proposal.gaps.length === 0 && decisions.added.length === 0;
  return (
    <>
      <Filters document={document} differences={differences} />
      <div className={classes.list} ref={list} data-scroller>
        {isEmpty && <EmptyState title={t.review.nothing} text={t.review.nothingText} />}
        {!isEmpty && lists.keys.length === 0 && <Text className="soft">{t.review.noMatch}</Text>}
        <Added document={document} isOpen={isOpen} />
        {lists.skills.map(({ group, skills }) => (
          <section key={group} aria-label={GROUPS[group].title}>
            <GroupTitle title={GROUPS[group].title} count={skills.length} help={GROUPS[group].help} />
            <Pages
              of={skills}
              keyOf={skillKey}
              render={(skill) => (
                <SkillItem
                  key={skill.id}
                  skill={skill}
                  text={document.text}
                  isOpen={isOpen}
                  differences={differences.get(`skill:${skill.id}`)}
                  onMerge={merge}
                />
              )}
            />
          </section>
        ))}
        {lists.items.map(({ list: name, entries }) => (
          <section key={name} aria-label={t.review.groups[name]}>
            <GroupTitle title={t.review.groups[name]} count={entries.length} help={name === 'personal' ? t.review.personalText : null} />
            <Pages
              of={entries}
              keyOf={entryKey}
              render={(entry) => <Entry key={entry.key} list={name} entry={entry} isOpen={isOpen} isNew={differences.has(entry.key)} />}
            />
          </section>
        ))}
        <Removed document={document} />
        <OwnScale document={document} />
      </div>
      <Modal opened={asksKeys} onClose={close} title={t.review.keysTitle} closeButtonProps={{ 'aria-label': t.app.close }}>
        <Table>
          <Table.Tbody>
            {t.review.keyList.map(([key, does]) => (
              <Table.Tr key={key}>
                <Table.Td fw={600}>{key}</Table.Td>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
    </>
  );
}

const skillKey = ({ id }: FoundSkill): string => `skill:${id}`;
const entryKey = ({ key }: ListEntry): string => key;

/** Brings the chosen item into view, once its page is there. */
function useShownSelected(list: React.RefObject<HTMLElement | null>): void {
  const selected = useReview((review) => review.selected);
  useEffect(() => {
    if (selected !== null) list.current?.querySelector(`[data-item="${CSS.escape(selected)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selected, list]);
}

interface PagesProps<T> {
  readonly of: readonly T[];
  readonly keyOf: (one: T) => string;
  readonly render: (one: T) => ReactNode;
}

const PAGE_SIZE = 40;
const ITEM_PX = 33;

/** A long list in pages that are filled when they come near the screen, or when what is chosen stands on them. */
function Pages<T>({ of: all, keyOf, render }: PagesProps<T>) {
  const pages = useMemo(
    () => Array.from({ length: Math.ceil(all.length / PAGE_SIZE) }, (_, page) => all.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)),
    [all],
  );
  const selected = useReview((review) => review.selected);
  const selectedPage = selected === null ? -1 : Math.floor(all.findIndex((one) => keyOf(one) === selected) / PAGE_SIZE);
  return pages.map((page, index) => (
    <NearScreen
      key={page[0] === undefined ? index : keyOf(page[0])}
      height={page.length * ITEM_PX}
      isFirst={index === 0}
      isWanted={index === selectedPage}
    >
      {() => page.map(render)}
    </NearScreen>
  ));
}

/** Takes the marked skill as this one. */
function mergeMarked(document: ReviewDocument, into: string): void {
  const { marked, mark, decideSkill, decisions } = useReview.getState();
  const target = document.proposal.skills.find(({ id }) => id === into);
  if (marked === null || target === undefined || marked === into) return;
  const as = decisions.skills[into]?.as ?? { id: target.id, name: nameOf(target, decisions), category: target.category };
  decideSkill(marked, { as, accepted: true });
  mark(null);
}

function Filters({ document, differences }: { readonly document: ReviewDocument; readonly differences: Differences }) {
  const { filter, show } = useReview(useShallow((review) => ({ filter: review.filter, show: review.show })));
  const { setFilter, setShow } = useReview.getState();
  const kinds = useMemo(() => {
    const present = new Set<ReviewFilter>(['all', 'doubtful', 'out']);
    if (document.proposal.skills.some(hasConflict)) present.add('conflicts');
    for (const [what] of differences.values()) present.add(what === 'added' ? 'new' : 'changed');
    return REVIEW_FILTERS.filter((kind) => present.has(kind));
  }, [document, differences]);
  return (
    <div className={classes.tools}>
      <TextInput
        size="xs"
        placeholder={t.review.filter}
        aria-label={t.review.filter}
        data-review-filter
        leftSection={<IconSearch size={15} />}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      <Chip.Group value={show} onChange={(value) => setShow(REVIEW_FILTERS.find((kind) => kind === value) ?? 'all')}>
        <Group gap={6} mt={8} role="group" aria-label={t.review.filterLabel}>
          {kinds.map((kind) => (
            <Chip key={kind} value={kind} size="xs">
              {t.review.filters[kind]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  );
}

function GroupTitle({ title, count, help }: { readonly title: string; readonly count: number; readonly help: string | null }) {
  return (
    <div className={classes.groupTitle}>
      <Text component="h2" fw={650} size="sm">
        {title} <span className="soft tabular">{count}</span>
      </Text>
      {help && (
        <Text size="xs" className="soft">
          {help}
        </Text>
      )}
    </div>
  );
}

interface EntryProps {
  readonly list: ItemList | 'personal';
  readonly entry: ListEntry;
  readonly isOpen: boolean;
  readonly isNew: boolean;
}

const Entry = memo(function Entry({ list, entry, isOpen, isNew }: EntryProps) {
  const { key, index, name, detail } = entry;
  const taken = useReview(({ decisions }) =>
    list === 'personal' ? decisions.personal[String(index)] === true : (decisions[list][String(index)] ?? true),
  );
  const isSelected = useReview((review) => review.selected === key);
  const { select, decideItem } = useReview.getState();
  return (
    <div className={classes.item} data-item={key} data-selected={isSelected || undefined} data-out={!taken || undefined}>
      <Checkbox
        size="xs"
        checked={taken}
        disabled={!isOpen}
        aria-label={t.review.take(name)}
        onChange={(event) => decideItem(list, index, event.currentTarget.checked)}
      />
      <UnstyledButton className={classes.pick} onClick={() => select(isSelected ? null : key)}>
        <Text component="span" size="sm" className={classes.name} lineClamp={isSelected ? undefined : 2}>
          {name}
        </Text>
        {isNew && (
          <Badge size="xs" variant="light" color="plumb">
            {t.review.diff.added}
          </Badge>
        )}
      </UnstyledButton>
      <span className={classes.small}>{list === 'personal' ? personalWords(detail) : detail}</span>
    </div>
  );
});

function personalWords(kind: string): string {
  const words: Readonly<Record<string, string>> = t.review.personalKinds;
  return words[kind] ?? kind;
}

/** What the person marked in the text themself. */
function Added({ document, isOpen }: { readonly document: ReviewDocument; readonly isOpen: boolean }) {
  const added = useReview((review) => review.decisions.added);
  const selected = useReview((review) => review.selected);
  if (added.length === 0) return null;
  const { select, removeAdded } = useReview.getState();
  return (
    <section aria-label={t.review.groups.added}>
      <GroupTitle title={t.review.groups.added} count={added.length} help={null} />
      {added.map((item, index) => {
        const text = document.text.slice(item.start, item.end);
        const name = item.kind === 'skill' ? item.as.name : text;
        return (
          <div
            key={`${item.kind}:${item.start}`}
            className={classes.item}
            data-item={`added:${index}`}
            data-selected={selected === `added:${index}` || undefined}
          >
            <CloseButton size="xs" disabled={!isOpen} aria-label={t.review.removeAdded(name)} onClick={() => removeAdded(index)} />
            <UnstyledButton className={classes.pick} onClick={() => select(`added:${index}`)}>
              <span className={classes.name}>{name}</span>
            </UnstyledButton>
            <span className={classes.small}>{t.review.selection[item.kind]}</span>
          </div>
        );
      })}
    </section>
  );
}

/** What only the earlier version said. */
function Removed({ document }: { readonly document: ReviewDocument }) {
  const removed = document.earlier?.diff.removed ?? [];
  if (removed.length === 0) return null;
  return (
    <section aria-label={t.review.groups.removed}>
      <GroupTitle title={t.review.groups.removed} count={removed.length} help={null} />
      {removed.map(({ list, text }) => (
        <div key={`${list}:${text}`} className={classes.item} data-out>
          <span aria-hidden="true">−</span>
          <Text component="span" size="sm" className={classes.name} lineClamp={2}>
            {text}
          </Text>
          <span className={classes.small}>{t.review.groups[list]}</span>
        </div>
      ))}
    </section>
  );
}

function OwnScale({ document }: { readonly document: ReviewDocument }) {
  const { legend } = document.proposal;
  if (legend === null) return null;
  const { goTo } = useReview.getState();
  return (
    <section aria-label={t.review.groups.scale}>
      <GroupTitle title={t.review.groups.scale} count={legend.steps.length} help={t.review.scaleText} />
      {legend.steps.map(({ raw, meaning, value }) => (
        <div key={raw} className={classes.item}>
          <span className="tabular">{raw === meaning ? '' : raw}</span>
          <UnstyledButton className={classes.link} onClick={() => goTo(legend.start, legend.end)}>
            {meaning}
          </UnstyledButton>
          <span className={classes.small}>
            {value} {t.levels.names[value]}
          </span>
        </div>
      ))}
    </section>
  );
}
