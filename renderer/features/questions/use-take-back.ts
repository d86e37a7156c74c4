import { api } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { t } from '../../strings/index.ts';

/** Takes an edit, a removal or an import back, and says so. */
export function useTakeBack(): (changeId: number) => void {
  const undo = useChange(
    (changeId: number) => api.questions.undo.mutate({ changeId }),
    ({ kept }) => showDone(t.questions.undone(kept)),
  );
  return undo.mutate;
}
