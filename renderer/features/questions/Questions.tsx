import { Button, Group, Pagination, Text } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { queries } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { BankNumbers } from './BankNumbers.tsx';
import { FromExperience } from './FromExperience.tsx';
import { ImportQuestions } from './ImportQuestions.tsx';
import { QuestionDrawer } from './QuestionDrawer.tsx';
import { QuestionExports } from './QuestionExports.tsx';
import { QuestionFilters } from './QuestionFilters.tsx';
import { QuestionList } from './QuestionList.tsx';
import { PAGE, useWanted } from './wanted.ts';

/** All questions, the bank's and one's own: searched, opened, written, brought in and out. */
export default function Questions({ state }: { readonly state: AppState }) {
  const filters = useWanted(state.profile.roleId);
  const { wanted, page, setPage } = filters;
  const query = useQuery(queries.questions(wanted, { limit: PAGE, offset: (page - 1) * PAGE }));
  const [isTyping, setTyping] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const [isImporting, setImporting] = useState(false);
  return (
    <Page
      title={t.questions.title}
      actions={
        <>
          <QuestionExports wanted={wanted} count={query.data === undefined ? '' : t.questions.count(query.data.total, query.data.isMore)} />
          <Button variant="default" leftSection={<IconFileImport size={17} />} onClick={() => setImporting(true)}>
            {t.questions.import.action}
          </Button>
          <Button component={Link} href="/questions/new" leftSection={<IconPlus size={17} />}>
            {t.questions.create}
          </Button>
        </>
      }
    >
      <FromExperience />
      <QuestionFilters wanted={filters} hasRole={state.profile.roleId !== null} onTyping={setTyping} />
      <Loaded query={query}>
        {({ items, total, isMore }) => (
          <>
            <Text size="sm" className="soft" role="status">
              {t.questions.count(total, isMore)}
            </Text>
            {items.length === 0 ? (
              <EmptyState title={t.questions.nothing} text={t.questions.nothingText}>
                <Group>
                  <Button variant="default" onClick={filters.clear}>
                    {t.questions.clear}
                  </Button>
                </Group>
              </EmptyState>
            ) : (
              <>
                <BankNumbers wanted={wanted} />
                <QuestionList items={items} isOld={isTyping || query.isPlaceholderData} onOpen={setOpened} />
              </>
            )}
            {total > PAGE && (
              <Pagination
                total={Math.ceil(total / PAGE)}
                value={page}
                onChange={setPage}
                aria-label={t.questions.pages}
                getItemProps={(number) => ({ 'aria-label': t.questions.pageOf(number) })}
                getControlProps={(control) => ({
                  'aria-label': control === 'next' ? t.questions.nextPage : control === 'previous' ? t.questions.previousPage : undefined,
                })}
              />
            )}
          </>
        )}
      </Loaded>
      <QuestionDrawer id={opened} onOpen={setOpened} />
      {isImporting && <ImportQuestions onClose={() => setImporting(false)} />}
    </Page>
  );
}
