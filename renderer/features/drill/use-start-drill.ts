import { useLocation } from 'wouter';
import { api } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';

export interface DrillChoice {
  readonly competencyId?: string;
  /** Just this one. */
  readonly questionId?: string;
  readonly size: number;
}

/** Starts a session and goes there. */
export function useStartDrill(): { readonly start: (choice: DrillChoice) => void; readonly isStarting: boolean } {
  const [, navigate] = useLocation();
  const change = useChange(
    (choice: DrillChoice) => api.drill.start.mutate(choice),
    ({ sessionId }) => navigate(`/drill/${sessionId}`),
  );
  return { start: change.mutate, isStarting: change.isPending };
}
