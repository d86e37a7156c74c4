import { useEffect, useRef } from 'react';
import type { Action } from './actions.tsx';

const SEQUENCE_MS = 900;

/** Whether keys belong to a field the person is typing in. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

/** Performs an action when its keys are pressed one after the other outside a field. */
export function useKeySequences(actions: readonly Action[]): void {
  const pending = useRef<{ readonly key: string; readonly atMs: number } | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      const before = pending.current;
      pending.current = { key: event.key, atMs: event.timeStamp };
      if (before === null || event.timeStamp - before.atMs > SEQUENCE_MS) return;
      const action = actions.find(({ keys }) => keys[0] === before.key && keys[1] === event.key);
      if (!action) return;
      event.preventDefault();
      pending.current = null;
      action.perform();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [actions]);
}
