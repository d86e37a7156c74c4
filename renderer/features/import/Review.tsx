import { Alert, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { DocumentText } from './DocumentText.tsx';
import { FoundItems } from './FoundItems.tsx';
import classes from './Review.module.css';
import { ReviewActions } from './ReviewActions.tsx';
import type { ReviewDocument } from './review-items.ts';
import { useReview } from './review-store.ts';
import { VersionNotice } from './VersionNotice.tsx';

const SAVE_AFTER_MS = 500;

interface Props {
  readonly id: number;
  readonly state: AppState;
}

/** The document on the left, what was found on the right; nothing enters the profile before the person says so. */
export default function Review({ id, state }: Props) {
  const query = useQuery(queries.document(id));
  return (
    <Loaded query={query}>
      {(document) => <ReviewOf key={`${document.id}:${document.previousId}:${document.status}`} document={document} state={state} />}
    </Loaded>
  );
}

function ReviewOf({ document, state }: { readonly document: ReviewDocument; readonly state: AppState }) {
  const documentId = useReview((review) => review.documentId);
  // Loaded once: what is decided on the screen is newer than what comes back from the database.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => useReview.getState().load(document.id, document.decisions), [document.id]);
  useSavedDecisions(document);
  if (documentId !== document.id) return null;
  const isOpen = document.supersededBy === null;
  const onlyRequired = document.proposal.skills.length > 0 && document.proposal.skills.every(({ stance }) => stance === 'required');
  return (
    <Page title={t.review.title} actions={<ReviewActions document={document} state={state} />} wide>
      <Text className="soft" mt={-14} size="sm">
        {t.review.intro(document.name, document.proposal.skills.length)}
        {isOpen && ` · ${t.review.keys}`}
      </Text>
      <VersionNotice document={document} />
      {onlyRequired && <Alert color="brass">{t.review.roleDocument}</Alert>}
      <div className={classes.columns}>
        <section aria-label={t.review.text} className={classes.column}>
          <DocumentText document={document} isOpen={isOpen} />
        </section>
        <section aria-label={t.review.found} className={classes.column}>
          <FoundItems document={document} isOpen={isOpen} />
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
    // Of a confirmed document the profile holds what was decided; changes count when they are saved as a whole.
    if (document.status === 'confirmed') return;
    return useReview.subscribe((now, before) => {
      if (now.decisions !== before.decisions && now.documentId === before.documentId) save();
    });
  }, [document.status, save]);
}
