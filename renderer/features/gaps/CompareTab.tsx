import { Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { queries } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import { type RangeRow, RangeRows } from '../../components/charts/RangeRows.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';
import { type Comparison, type Placed, placed } from './comparison-views.ts';

const WAYS = ['roles', 'profiles', 'dates'] as const;
type Way = (typeof WAYS)[number];

interface Props {
  readonly comparison: Comparison;
  readonly state: AppState;
  readonly onOpen: (id: string) => void;
}

/** The same person against several roles, or the same role for another profile or another day. */
export function CompareTab({ comparison, state, onOpen }: Props) {
  const [search] = useSearchParams();
  const [way, setWay] = useState<Way>(search.has('day') ? 'dates' : 'roles');
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t.compare.way}
        value={way}
        onChange={(value) => setWay(WAYS.find((one) => one === value) ?? 'roles')}
        data={WAYS.map((value) => ({ value, label: t.compare.ways[value] }))}
        style={{ alignSelf: 'flex-start' }}
      />
      {way === 'roles' && <RolesCompared />}
      {way === 'profiles' && <ProfilesCompared comparison={comparison} state={state} onOpen={onOpen} />}
      {way === 'dates' && <DatesCompared comparison={comparison} onOpen={onOpen} />}
    </Stack>
  );
}

/** Which role one is nearest to, and what each would need. */
export function RolesCompared() {
  const query = useQuery(queries.standings());
  const [, navigate] = useLocation();
  return (
    <Loaded query={query}>
      {(roles) => {
        const rows = roles.map(
          ({ id, name, fit, musts }): RangeRow => ({
            id,
            label: name,
            value: fit.expected,
            low: fit.low,
            high: fit.high,
            note: fit.expected === null ? t.gaps.unknownLevel : String(Math.round(fit.expected)),
            words: t.compare.roleWords(
              name,
              fit.expected === null ? '?' : String(Math.round(fit.expected)),
              Math.round(fit.low),
              Math.round(fit.high),
              musts.met,
              musts.total,
            ),
          }),
        );
        return (
          <ChartCard
            title={t.compare.rolesTitle}
            question={t.compare.rolesQuestion}
            file="plumbline-roles"
            legend={t.compare.rolesLegend}
            table={{
              header: [
                t.compare.role,
                t.charts.fit,
                t.charts.low,
                t.charts.high,
                t.charts.assessed,
                t.charts.mustsMet,
                t.compare.musts,
                t.charts.blockersShort,
                t.charts.hours,
                t.compare.needs,
              ],
              rows: roles.map(({ name, fit, musts, hours, needs }) => [
                name,
                fit.expected === null ? '?' : Math.round(fit.expected),
                Math.round(fit.low),
                Math.round(fit.high),
                `${Math.round(fit.assessedShare * 100)} %`,
                musts.met,
                musts.total,
                musts.blockers,
                Math.round(hours),
                needs.join('; '),
              ]),
            }}
          >
            <RangeRows
              rows={rows}
              max={100}
              ticks={[0, 25, 50, 75, 100]}
              onOpen={(id) => navigate(`/roles/${id}`)}
              label={t.compare.rolesTitle}
            />
          </ChartCard>
        );
      }}
    </Loaded>
  );
}

function ProfilesCompared({ comparison, state, onOpen }: Props) {
  const others = state.profiles.filter(({ id }) => id !== state.profile.id);
  const [profileId, setProfileId] = useState<number | null>(others[0]?.id ?? null);
  const query = useQuery({
    ...queries.comparisonWith({ roleId: comparison.role.id, profileId: profileId ?? 0 }),
    enabled: profileId !== null,
  });
  if (others.length === 0) {
    return (
      <section className="card">
        <Text mb="xs">{t.compare.noProfiles}</Text>
        <Button component={Link} href="/settings" variant="default" size="xs">
          {t.compare.makeProfile}
        </Button>
      </section>
    );
  }
  const name = others.find(({ id }) => id === profileId)?.name ?? '';
  return (
    <>
      <Select
        label={t.compare.withProfile}
        w={280}
        data={others.map((profile) => ({ value: String(profile.id), label: profile.name }))}
        value={profileId === null ? null : String(profileId)}
        onChange={(value) => setProfileId(value === null ? null : Number(value))}
        allowDeselect={false}
      />
      {query.data && <Differences comparison={comparison} other={query.data} here={state.profile.name} there={name} onOpen={onOpen} />}
    </>
  );
}

function DatesCompared({ comparison, onOpen }: Pick<Props, 'comparison' | 'onOpen'>) {
  const [search] = useSearchParams();
  const [day, setDay] = useState(search.get('day') ?? '');
  const { data: time } = useQuery(queries.overTime(comparison.role.id));
  const atMs = day === '' ? null : Date.parse(`${day}T23:59:59`);
  const query = useQuery({ ...queries.comparisonWith({ roleId: comparison.role.id, atMs: atMs ?? 0 }), enabled: atMs !== null });
  const turns = time?.points.slice(0, -1) ?? [];
  return (
    <>
      <Group align="flex-end">
        <TextInput type="date" label={t.compare.withDay} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
        {turns.length > 0 && (
          <Select
            label={t.compare.turns}
            placeholder={t.compare.chooseTurn}
            value={null}
            data={[...new Set(turns.map((point) => localDay(point.atMs)))]}
            onChange={(value) => setDay(value ?? '')}
          />
        )}
      </Group>
      {query.data && <Differences comparison={comparison} other={query.data} here={t.compare.today} there={day} onOpen={onOpen} />}
    </>
  );
}

/** The day of a time in the person's own calendar. */
export function localDay(ms: number): string {
  const date = new Date(ms);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

interface DifferencesProps {
  readonly comparison: Comparison;
  readonly other: Comparison;
  readonly here: string;
  readonly there: string;
  readonly onOpen: (id: string) => void;
}

const SHOWN = 40;

function Differences({ comparison, other, here, there, onOpen }: DifferencesProps) {
  const before = new Map(placed(other).map(({ competency }) => [competency.id, competency]));
  const rows = placed(comparison)
    .map((row) => ({ row, earlier: before.get(row.competency.id) ?? null }))
    .filter(({ row, earlier }) => row.competency.level !== null || (earlier !== null && earlier.level !== null))
    .sort((a, b) => Math.abs(difference(b.row, b.earlier?.level ?? null)) - Math.abs(difference(a.row, a.earlier?.level ?? null)));
  const fitWords = (one: Comparison): string => (one.fit.expected === null ? '?' : String(Math.round(one.fit.expected)));
  return (
    <ChartCard
      title={t.compare.differences(here, there)}
      question={t.compare.fits(here, fitWords(comparison), there, fitWords(other))}
      file="plumbline-compared"
      legend={t.compare.legend(here, there)}
      table={{
        header: [t.gaps.columns.competency, t.gaps.columns.layer, here, there, t.gaps.columns.required],
        rows: rows.map(({ row: { competency, layer }, earlier }) => [
          competency.name,
          layer.name,
          competency.level?.toFixed(1) ?? '?',
          earlier?.level?.toFixed(1) ?? '?',
          competency.required,
        ]),
      }}
    >
      {rows.length === 0 ? (
        <Text className="soft">{t.compare.nothing}</Text>
      ) : (
        <RangeRows
          rows={rows.slice(0, SHOWN).map(({ row: { competency }, earlier }) => ({
            id: competency.id,
            label: competency.name,
            value: competency.level,
            low: competency.low,
            high: competency.high,
            required: competency.required,
            other: earlier?.level ?? null,
            note: t.compare.change(competency.level, earlier?.level ?? null),
            words: t.compare.rowWords(competency.name, here, competency.level?.toFixed(1) ?? '?', there, earlier?.level?.toFixed(1) ?? '?'),
          }))}
          max={5}
          ticks={[0, 1, 2, 3, 4, 5]}
          onOpen={onOpen}
          label={t.compare.differences(here, there)}
        />
      )}
    </ChartCard>
  );
}

function difference({ competency }: Placed, earlier: number | null): number {
  return (competency.level ?? 0) - (earlier ?? 0);
}
