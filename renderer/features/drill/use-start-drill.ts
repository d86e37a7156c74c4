import { useLocation } from 'wouter';
import { api, type Inputs } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';

type DrillChoice = Inputs['drill']['start'];

/** Starts a session and goes there. */
export function useStartDrill(): { readonly start: (choice: DrillChoice) => void; readonly isStarting: boolean } {
  const [, navigate] = useLocation();
  const change = useChange(
    (choice: DrillChoice) => api.drill.start.mutate(choice),
    ({ sessionId }) => navigate(`/drill/${sessionId}`),
  );
  return { start: change.mutate, isStarting: change.isPending };
}
