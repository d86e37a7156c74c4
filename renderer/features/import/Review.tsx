import { Alert, Button, Group, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { acceptedSkills } from '../../../core/review/decisions.ts';
import { api } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { showDone } from '../../app/toasts.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { DocumentText } from './DocumentText.tsx';
import { FoundItems } from './FoundItems.tsx';
import classes from './Review.module.css';
import type { ReviewDocument } from './review-items.ts';
import { useReview } from './review-store.ts';

const SAVE_AFTER_MS = 500;

interface Props {
  readonly id: number;
  readonly state: AppState;
}

/** The document on the left, what was found on the right; nothing enters the profile before the person says so. */
export default function Review({ id, state }: Props) {
  const query = useQuery(queries.document(id));
  return <Loaded query={query}>{(document) => <ReviewOf key={document.id} document={document} state={state} />}</Loaded>;
}

function ReviewOf({ document, state }: { readonly document: ReviewDocument; readonly state: AppState }) {
  const { load, documentId } = useReview();
  useEffect(() => load(document.id, document.decisions), [document.id, document.decisions, load]);
  useSavedDecisions(document);
  if (documentId !== document.id) return null;
  const onlyRequired = document.proposal.skills.length > 0 && document.proposal.skills.every(({ stance }) => stance === 'required');
  return (
    <Page title={t.review.title} actions={<ReviewActions document={document} state={state} />} wide>
      <Text className="soft" mt={-14}>
        {t.review.intro(document.name, document.proposal.skills.length)}
        {document.status === 'proposed' && ` · ${t.review.keys}`}
      </Text>
      {onlyRequired && <Alert color="brass">{t.review.roleDocument}</Alert>}
      <div className={classes.columns}>
        <section aria-label={t.review.text} className={classes.column}>
          <DocumentText document={document} />
        </section>
        <section aria-label={t.review.found} className={classes.column}>
          <FoundItems document={document} />
        </section>
      </div>
    </Page>
  );
}

/** Decisions go to the database shortly after they are made: closing the app in mid-review loses none. */
function useSavedDecisions(document: ReviewDocument): void {
  const save = useDebouncedCallback(
    () => {
      const { documentId, decisions } = useReview.getState();
      if (documentId === document.id) void api.documents.saveDecisions.mutate({ id: document.id, decisions });
    },
    { delay: SAVE_AFTER_MS, flushOnUnmount: true },
  );
  useEffect(() => {
    if (document.status === 'confirmed') return;
    return useReview.subscribe((now, before) => {
      if (now.decisions !== before.decisions && now.documentId === before.documentId) save();
    });
  }, [document.status, save]);
}

function ReviewActions({ document, state }: { readonly document: ReviewDocument; readonly state: AppState }) {
  const [, navigate] = useLocation();
  const decisions = useReview((review) => review.decisions);
  const next = state.profile.roleId === null ? '/roles' : '/gaps';
  const confirm = useChange(
    () => api.documents.confirm.mutate({ id: document.id, decisions }),
    ({ skills, gaps }) => {
      showDone(t.review.confirmed(skills, gaps));
      navigate(next);
    },
  );
  const discard = useChange(
    () => api.documents.remove.mutate({ id: document.id }),
    () => navigate('/import'),
  );
  if (document.status === 'confirmed') {
    return (
      <Group gap="sm">
        <Text size="sm" className="soft">
          {t.review.already}
        </Text>
        <Button component={Link} href={next}>
          {state.profile.roleId === null ? t.review.next : t.review.nextGaps}
        </Button>
      </Group>
    );
  }
  const taken = acceptedSkills(document.proposal, decisions).length;
  return (
    <>
      <Button variant="default" onClick={() => discard.mutate(undefined)} loading={discard.isPending}>
        {t.review.discard}
      </Button>
      <Button onClick={() => confirm.mutate(undefined)} loading={confirm.isPending}>
        {t.review.confirm(taken)}
      </Button>
    </>
  );
}
