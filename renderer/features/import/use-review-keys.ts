import { useEffect } from 'react';
import { isTyping } from '../../app/use-key-sequences.ts';
import { isItemList, partsOfKey } from './review-items.ts';
import { useReview } from './review-store.ts';

interface Actions {
  readonly showKeys: () => void;
  readonly merge: (into: string) => void;
}

/** J and K move through what is shown, A takes, X leaves out, 0–5 sets the level, E renames, M marks and merges, U undoes. */
export function useReviewKeys(keys: readonly string[], isOpen: boolean, { showKeys, merge }: Actions): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (handle(event.key, keys, isOpen, { showKeys, merge })) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keys, isOpen, showKeys, merge]);
}

function handle(pressed: string, keys: readonly string[], isOpen: boolean, { showKeys, merge }: Actions): boolean {
  const { selected, select, undo } = useReview.getState();
  const at = selected === null ? -1 : keys.indexOf(selected);
  const key = pressed.toLowerCase();
  if (key === '?') showKeys();
  else if (key === 'j' || key === 'k') {
    const next = keys[Math.min(keys.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))];
    if (next !== undefined) select(next);
  } else if (key === '/') window.document.querySelector<HTMLInputElement>('[data-review-filter]')?.focus();
  else if (!isOpen) return false;
  else if (key === 'u') undo();
  else return decide(key, keys[at], merge);
  return true;
}

/** A decision about the item that is looked at. */
function decide(key: string, item: string | undefined, merge: (into: string) => void): boolean {
  if (item === undefined) return false;
  const { decideSkill, decideItem, marked, mark } = useReview.getState();
  const { list, id } = partsOfKey(item);
  const isSkill = list === 'skill';
  if (key === 'a' || key === 'x') {
    if (isSkill) decideSkill(id, { accepted: key === 'a' });
    else if (list === 'personal' || isItemList(list)) decideItem(list, Number(id), key === 'a');
  } else if (isSkill && /^[0-5]$/.test(key)) decideSkill(id, { level: Number(key), accepted: true });
  else if (isSkill && key === 'e')
    window.document
      .querySelector<HTMLInputElement>('[data-item][data-selected] input[type="text"], [data-item][data-selected] input[role="combobox"]')
      ?.focus();
  else if (isSkill && key === 'm') {
    if (marked === null || marked === id) mark(marked === id ? null : id);
    else merge(id);
  } else return false;
  return true;
}
