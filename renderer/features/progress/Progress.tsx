import { Button, SegmentedControl, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { RANGES, type StatisticsRange } from '../../../core/practice/statistics-range.ts';
import { queries } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { CalibrationChart } from './CalibrationChart.tsx';
import { DayHeatMap } from './DayHeatMap.tsx';
import { ForecastChart } from './ForecastChart.tsx';
import { Hardest } from './Hardest.tsx';
import { Levels } from './Levels.tsx';
import { ReadinessChart } from './ReadinessChart.tsx';
import { RetentionChart } from './RetentionChart.tsx';
import { RhythmCard } from './RhythmCard.tsx';
import { Sessions } from './Sessions.tsx';
import type { Statistics } from './statistics-type.ts';
import { TimesChart } from './TimesChart.tsx';

/** What the answers say so far, with how sure that is. */
export default function Progress({ state }: { readonly state: AppState }) {
  const [search, setSearch] = useSearchParams();
  const range = RANGES.find((one) => one === search.get('range')) ?? 'year';
  const setRange = (value: StatisticsRange): void => setSearch(value === 'year' ? {} : { range: value }, { replace: true });
  const query = useQuery(queries.progress(range));
  const hasAnswers = query.data !== undefined && query.data.answersEver > 0;
  return (
    <Page title={t.progress.title} actions={hasAnswers && <RangeChoice range={range} onChange={setRange} />}>
      <Loaded query={query}>
        {(data) =>
          data.answersEver === 0 ? (
            <EmptyState title={t.progress.none} text={t.progress.noneText}>
              <Button component={Link} href="/drill">
                {t.progress.start}
              </Button>
            </EmptyState>
          ) : (
            <Screen data={data} state={state} onAll={() => setRange('all')} />
          )
        }
      </Loaded>
    </Page>
  );
}

function RangeChoice({ range, onChange }: { readonly range: StatisticsRange; readonly onChange: (range: StatisticsRange) => void }) {
  return (
    <SegmentedControl
      aria-label={t.progress.range}
      size="sm"
      value={range}
      onChange={(value) => onChange(RANGES.find((one) => one === value) ?? 'year')}
      data={RANGES.map((value) => ({ value, label: t.progress.ranges[value] }))}
    />
  );
}

interface ScreenProps {
  readonly data: Statistics;
  readonly state: AppState;
  readonly onAll: () => void;
}

function Screen({ data, state, onAll }: ScreenProps) {
  const [competencyId, setCompetencyId] = useState<string | null>(null);
  return (
    <>
      <RhythmCard data={data} />
      <DayHeatMap data={data} />
      <ForecastChart forecast={data.forecast} />
      <Levels competencyId={competencyId} onChoose={setCompetencyId} />
      <ReadinessChart hasRole={state.profile.roleId !== null} />
      {data.answers === 0 ? (
        <EmptyState title={t.progress.noneInRange} text={t.progress.noneInRangeText(data.answersEver)}>
          <Button variant="default" onClick={onAll}>
            {t.progress.showAll}
          </Button>
        </EmptyState>
      ) : (
        <>
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <RetentionChart retention={data.retention} range={data.range} />
            <CalibrationChart calibration={data.calibration} />
          </SimpleGrid>
          <TimesChart times={data.times} />
          <Hardest hardest={data.hardest} />
        </>
      )}
      <Sessions sessions={data.sessions} />
    </>
  );
}
