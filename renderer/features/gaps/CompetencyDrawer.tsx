import { Badge, Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { LevelPicker } from '../../components/LevelPicker.tsx';
import { LevelTrack } from '../../components/LevelTrack.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Quote } from '../../components/Quote.tsx';
import { t } from '../../strings/index.ts';
import { useStartDrill } from '../drill/use-start-drill.ts';
import { type Comparison, type Competency, placed } from './comparison-views.ts';
import classes from './Gaps.module.css';
import { Resources } from './Resources.tsx';

interface Props {
  readonly id: string | null;
  readonly comparison: Comparison;
  readonly onClose: () => void;
}

const DRILL_SIZE = 5;

/** One competency down to its evidence: why it is asked, where the level comes from, and the two ways on: rate, practise. */
export function CompetencyDrawer({ id, comparison, onClose }: Props) {
  const competency = placed(comparison).find((row) => row.competency.id === id)?.competency;
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={t.gaps.columns.competency}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {competency && <Details competency={competency} />}
    </Drawer>
  );
}

function Details({ competency }: { readonly competency: Competency }) {
  const query = useQuery(queries.competency(competency.id));
  const rate = useChange((level: number) => api.competencies.rate.mutate({ id: competency.id, level }));
  const { start, isStarting } = useStartDrill();
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h3">
          {competency.name}
        </Title>
        <Group gap="xs" my={6}>
          <Badge color="gray">{t.importance[competency.importance]}</Badge>
          <Badge variant="light">{t.states[competency.state]}</Badge>
          <Text size="sm" className="soft">
            {t.roles.required(competency.required)} · {t.gaps.partlyKnown(Math.round(competency.assessedShare * 100))}
          </Text>
        </Group>
        <LevelTrack
          {...competency}
          carried={competency.withTransfer}
          label={t.gaps.row(competency.name, competency.level?.toFixed(1) ?? t.gaps.unknownLevel, competency.required)}
        />
      </div>
      <Button
        onClick={() => start({ competencyId: competency.id, size: DRILL_SIZE })}
        loading={isStarting}
        disabled={query.data?.questions === 0}
      >
        {query.data?.questions === 0 ? t.gaps.noQuestions : t.gaps.practise}
      </Button>
      <Factors competency={competency} />
      <Loaded query={query}>
        {(details) => (
          <>
            <Definition definition={details.definition} />
            <section>
              <Text fw={650} mb={6}>
                {t.skills.rate}
              </Text>
              <LevelPicker
                value={details.history[0]?.level ?? null}
                onPick={(level) => rate.mutate(level)}
                label={`${t.levels.pick}: ${competency.name}`}
                withWords
                words={details.definition.levels}
              />
            </section>
            <Signs signs={details.signs} />
            <SkillGroups groups={details.groups} competency={competency} />
            <Resources resources={details.definition.resources} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

type CompetencyDetails = Outputs['competencies']['get'];

/** Where the number comes from: each factor of the severity. */
function Factors({ competency: { weight, importance, gap, priority, hours, level, self, observed } }: { readonly competency: Competency }) {
  if (level === null) return <Text size="sm">{t.gaps.unassessed}</Text>;
  return (
    <Text size="sm">
      {t.gaps.ratedAndObserved(self?.toFixed(0) ?? t.gaps.notRated, observed?.toFixed(1) ?? t.gaps.notObserved)}
      <br />
      {t.plan.factors(weight, t.importance[importance], gap.toFixed(1), priority.toFixed(1))}{' '}
      {hours !== null && hours > 0 && t.plan.effort(Math.round(hours))}
    </Text>
  );
}

/** What was said or answered about the competency as a whole. */
function Signs({ signs }: { readonly signs: CompetencyDetails['signs'] }) {
  if (signs.length === 0) return null;
  return (
    <section>
      <Text fw={650}>{t.gaps.measured}</Text>
      {signs.map(({ value, reason }) => (
        <Text key={reason} size="sm">
          {value.toFixed(1)}: {reason}
        </Text>
      ))}
    </section>
  );
}

function Definition({ definition }: { readonly definition: CompetencyDetails['definition'] }) {
  const rows = [
    [t.roles.why, definition.why],
    [t.roles.atRequired, definition.levels[definition.required - 1] ?? ''],
    [t.roles.proof, definition.proof],
  ] as const;
  return (
    <section>
      {rows.map(([title, text]) => (
        <div key={title}>
          <Text size="sm" className="soft">
            {title}
          </Text>
          <Text mb="xs">{text}</Text>
        </div>
      ))}
    </section>
  );
}

function SkillGroups({ groups, competency }: { readonly groups: CompetencyDetails['groups']; readonly competency: Competency }) {
  const names = new Map(groups.flat().map(({ id, name }) => [id, name]));
  return (
    <section>
      <Text fw={650} mb={6}>
        {t.gaps.skillsBehind}
      </Text>
      <div className={classes.groups}>
        {groups.map((group) => (
          <div key={group.map(({ id }) => id).join()}>
            {group.length > 1 && (
              <Text size="xs" className="soft">
                {t.gaps.oneOf}
              </Text>
            )}
            {group.map((skill) => (
              <div key={skill.id}>
                <Text size="sm" fw={550}>
                  {skill.name}:{' '}
                  <Text component="span" inherit fw={400} className="soft">
                    {skill.level === null ? t.gaps.unknownLevel : skill.level.toFixed(1)}{' '}
                    {skill.reasons.map(({ reason }) => reason).join(' ')}
                  </Text>
                </Text>
                {skill.evidence.slice(0, 2).map((item) => (
                  <Quote key={item.id} item={item} />
                ))}
              </div>
            ))}
          </div>
        ))}
      </div>
      {competency.carriedOver.map(({ from, to, level }) => (
        <Text key={`${from} ${to}`} size="sm" mt="xs">
          {names.get(to) ?? to}: {t.gaps.carriedText(names.get(from) ?? from, level.toFixed(1))}
        </Text>
      ))}
    </section>
  );
}
