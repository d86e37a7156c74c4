import { Badge, Checkbox, Select, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { isTyping } from '../../app/use-key-sequences.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { t } from '../../strings/index.ts';
import classes from './Review.module.css';
import { type FoundSkill, groupOf, isTaken, type ReviewDocument, type SkillGroup } from './review-items.ts';
import { useReview } from './review-store.ts';

const GROUPS: readonly { readonly id: SkillGroup; readonly title: string; readonly help: string | null }[] = [
  { id: 'doubtful', title: t.review.doubtful, help: t.review.doubtfulText },
  { id: 'skills', title: t.review.groups.skills, help: null },
  { id: 'notOwn', title: t.review.notOwn, help: t.review.notOwnText },
];
const LISTS = ['gaps', 'caveats', 'stories'] as const;
const LIST_KEYS = { gaps: 'gap', caveats: 'caveat', stories: 'story' } as const;
const MAX_QUOTES = 4;

export function FoundItems({ document }: { readonly document: ReviewDocument }) {
  const { filter, setFilter, selected } = useReview();
  const isOpen = document.status === 'proposed';
  const skills = useMemo(() => matching(document.proposal.skills, filter), [document, filter]);
  const keys = useMemo(
    () => GROUPS.flatMap(({ id }) => skills.filter((skill) => groupOf(skill) === id).map((skill) => skill.id)),
    [skills],
  );
  useReviewKeys(keys, isOpen);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected !== null) list.current?.querySelector(`[data-item="${CSS.escape(selected)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  if (document.proposal.skills.length === 0 && document.proposal.gaps.length === 0) {
    return <EmptyState title={t.review.nothing} text={t.review.nothingText} />;
  }
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          size="xs"
          placeholder={t.review.filter}
          aria-label={t.review.filter}
          leftSection={<IconSearch size={15} />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      </div>
      <div className={classes.list} ref={list}>
        {GROUPS.map(({ id, title, help }) => {
          const group = skills.filter((skill) => groupOf(skill) === id);
          if (group.length === 0) return null;
          return (
            <section key={id} aria-label={title}>
              <GroupTitle title={title} count={group.length} help={help} />
              {group.map((skill) => (
                <SkillItem key={skill.id} skill={skill} isOpen={isOpen} />
              ))}
            </section>
          );
        })}
        {LISTS.map((name) => (
          <OtherItems key={name} document={document} name={name} isOpen={isOpen} />
        ))}
      </div>
    </>
  );
}

function matching(skills: readonly FoundSkill[], filter: string): FoundSkill[] {
  const words = filter.trim().toLowerCase();
  if (words === '') return [...skills];
  return skills.filter(({ name, category, surfaces }) => [name, category, ...surfaces].some((text) => text.toLowerCase().includes(words)));
}

/** J and K move through the skills, A takes, X leaves out, 0–5 sets the level. */
function useReviewKeys(ids: readonly string[], isOpen: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { selected, select, decideSkill } = useReview.getState();
      const at = ids.findIndex((id) => `skill:${id}` === selected);
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'k') {
        const next = ids[Math.min(ids.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))];
        if (next !== undefined) select(`skill:${next}`);
      } else {
        const id = ids[at];
        if (id === undefined || !isOpen) return;
        if (key === 'a') decideSkill(id, { accepted: true });
        else if (key === 'x') decideSkill(id, { accepted: false });
        else if (/^[0-5]$/.test(key)) decideSkill(id, { level: Number(key), accepted: true });
        else return;
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [ids, isOpen]);
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

function SkillItem({ skill, isOpen }: { readonly skill: FoundSkill; readonly isOpen: boolean }) {
  const { decisions, selected, select, decideSkill } = useReview();
  const key = `skill:${skill.id}`;
  const taken = isTaken(skill, decisions);
  const decision = decisions.skills[skill.id];
  const name = decision?.name ?? skill.name;
  const level = decision?.level === undefined ? skill.level.value : decision.level;
  const isSelected = selected === key;
  return (
    <div className={classes.item} data-item={key} data-selected={isSelected || undefined} data-out={!taken || undefined}>
      <Checkbox
        size="xs"
        checked={taken}
        disabled={!isOpen}
        aria-label={t.review.take(name)}
        onChange={(event) => decideSkill(skill.id, { accepted: event.currentTarget.checked })}
      />
      <UnstyledButton className={classes.pick} onClick={() => select(isSelected ? null : key)} aria-expanded={isSelected}>
        <Text component="span" size="sm" fw={550} className={classes.name}>
          {name}
        </Text>{' '}
        <Text component="span" size="xs" className="soft">
          {t.stances[skill.stance]} · {t.review.mentions(skill.evidence.length)}
        </Text>
      </UnstyledButton>
      <Tooltip label={skill.level.reasons.join(' ') || t.levels.unknown} multiline w={280} disabled={isSelected}>
        <Select
          size="xs"
          w={140}
          aria-label={t.review.level(name)}
          placeholder={t.review.levelUnknown}
          disabled={!isOpen}
          clearable
          data={t.levels.names.map((word, value) => ({ value: String(value), label: `${value} ${word}` }))}
          value={level === null ? null : String(Math.round(level))}
          onChange={(value) => decideSkill(skill.id, { level: value === null ? null : Number(value) })}
        />
      </Tooltip>
      {isSelected && <SkillDetails skill={skill} name={name} isOpen={isOpen} />}
    </div>
  );
}

function SkillDetails({ skill, name, isOpen }: { readonly skill: FoundSkill; readonly name: string; readonly isOpen: boolean }) {
  const { decideSkill } = useReview();
  return (
    <div className={classes.details}>
      {isOpen && (
        <TextInput
          size="xs"
          label={t.review.rename}
          defaultValue={name}
          maxLength={120}
          mb="xs"
          onBlur={(event) => event.currentTarget.value.trim() !== '' && decideSkill(skill.id, { name: event.currentTarget.value.trim() })}
        />
      )}
      {skill.level.reasons.length > 0 && (
        <Text size="sm">
          <b>{t.review.levelWhy}:</b> {skill.level.reasons.join(' ')}
        </Text>
      )}
      {skill.evidence.slice(0, MAX_QUOTES).map(({ start, text, stance }) => (
        <blockquote key={start} className={classes.quote}>
          {text.trim()}{' '}
          <Badge size="xs" variant="light">
            {t.stances[stance]}
          </Badge>
        </blockquote>
      ))}
    </div>
  );
}

interface OtherProps {
  readonly document: ReviewDocument;
  readonly name: (typeof LISTS)[number];
  readonly isOpen: boolean;
}

function OtherItems({ document, name, isOpen }: OtherProps) {
  const { decisions, selected, select, decideItem } = useReview();
  const items = document.proposal[name].map((item) => ('title' in item ? item.title : item.text.trim()));
  if (items.length === 0) return null;
  return (
    <section aria-label={t.review.groups[name]}>
      <GroupTitle title={t.review.groups[name]} count={items.length} help={null} />
      {items.map((text, index) => {
        const key = `${LIST_KEYS[name]}:${index}`;
        const taken = decisions[name][String(index)] ?? true;
        return (
          <div
            key={key}
            className={classes.item}
            data-item={key}
            data-selected={selected === key || undefined}
            data-out={!taken || undefined}
          >
            <Checkbox
              size="xs"
              checked={taken}
              disabled={!isOpen}
              aria-label={t.review.take(text)}
              onChange={(event) => decideItem(name, index, event.currentTarget.checked)}
            />
            <UnstyledButton className={classes.pick} onClick={() => select(key)}>
              <Text component="span" size="sm" className={classes.name} lineClamp={selected === key ? undefined : 2}>
                {text}
              </Text>
            </UnstyledButton>
          </div>
        );
      })}
    </section>
  );
}
