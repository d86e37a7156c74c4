import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { takenSkills } from '../../../core/review/resolve.ts';
import { api } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { showDone } from '../../app/toasts.ts';
import { t } from '../../strings/index.ts';
import type { ReviewDocument } from './review-items.ts';
import { useReview } from './review-store.ts';

/** Takes the review into the profile, or throws the document away; what was taken can be changed and undone. */
export function ReviewActions({ document, state }: { readonly document: ReviewDocument; readonly state: AppState }) {
  const [, navigate] = useLocation();
  const decisions = useReview((review) => review.decisions);
  const hasChanged = useReview((review) => review.past.length > 0);
  const next = state.profile.roleId === null ? '/roles' : '/gaps';
  const undo = useChange(
    () => api.documents.undo.mutate({ id: document.id }),
    () => showDone(t.import.undone(document.name)),
  );
  const confirm = useChange(
    () => api.documents.confirm.mutate({ id: document.id, decisions }),
    ({ skills, gaps }) => {
      const id = `confirmed-${document.id}`;
      const takeBack = (): void => {
        notifications.hide(id);
        undo.mutate(undefined);
      };
      // An earlier confirmation's way back is on the Import screen; two of them here could not be told apart.
      notifications.clean();
      notifications.show({
        id,
        color: 'teal',
        autoClose: 12_000,
        message: (
          <Group gap="sm">
            <span>{t.review.confirmed(skills, gaps)}</span>
            <Button size="compact-xs" variant="default" onClick={takeBack}>
              {t.review.undoConfirm}
            </Button>
          </Group>
        ),
      });
      navigate(next);
    },
  );
  const discard = useChange(
    () => api.documents.remove.mutate({ id: document.id }),
    () => navigate('/import'),
  );
  const taken = useMemo(() => takenSkills(document.proposal, document.text, decisions).length, [document, decisions]);
  const isConfirmed = document.status === 'confirmed';
  return (
    <Group gap="sm">
      {document.supersededBy !== null && (
        <Text size="sm" className="soft">
          {t.review.superseded}
        </Text>
      )}
      {isConfirmed && !hasChanged ? (
        <>
          {document.supersededBy === null && (
            <Text size="sm" className="soft">
              {t.review.already}
            </Text>
          )}
          <Button
            variant="default"
            onClick={() => undo.mutate(undefined)}
            loading={undo.isPending}
            disabled={document.supersededBy !== null}
          >
            {t.import.undo}
          </Button>
          <Button component={Link} href={next}>
            {state.profile.roleId === null ? t.review.next : t.review.nextGaps}
          </Button>
        </>
      ) : (
        <>
          {!isConfirmed && (
            <Button variant="default" onClick={() => discard.mutate(undefined)} loading={discard.isPending}>
              {t.review.discard}
            </Button>
          )}
          <Button onClick={() => confirm.mutate(undefined)} loading={confirm.isPending}>
            {isConfirmed ? t.review.confirmAgain : t.review.confirm(taken)}
          </Button>
        </>
      )}
    </Group>
  );
}
