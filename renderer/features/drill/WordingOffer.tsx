import { Button, Kbd, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Language } from '../../../core/content/language.ts';
import { api } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';
import { isTyping } from '../../app/use-key-sequences.ts';
import { showUndoable } from '../../components/undo-toast.tsx';
import { t } from '../../strings/index.ts';
import classes from './WordingOffer.module.css';

interface Props {
  readonly questionId: string;
  /** The question was asked in it. */
  readonly language: Language;
  readonly point: { readonly id: string; readonly text: string };
  /** The sentence of the answer that is nearest to the point. */
  readonly sentence: string;
  /** Whether the key belongs to this offer: one offer at a time has it. */
  readonly hasKey: boolean;
}

/** Offers the sentence with which the person told a point that was not detected, as a wording of theirs; it can be edited first. */
export function WordingOffer({ questionId, language, point, sentence, hasKey }: Props) {
  const [text, setText] = useState(sentence);
  const remove = useChange((id: number) => api.scoring.removeWording.mutate({ id }));
  const add = useChange(
    (wording: string) => api.scoring.addWording.mutate({ questionId, pointId: point.id, text: wording, language }),
    ({ id }) => showUndoable(t.scoring.wording.learnt, () => remove.mutate(id)),
  );
  const { mutate, isPending } = add;
  useEffect(() => {
    if (!hasKey) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isPending || event.key.toLowerCase() !== 'w') return;
      if (isTyping(event.target) && !(event.target instanceof HTMLInputElement && event.target.type === 'checkbox')) return;
      event.preventDefault();
      mutate(text);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [hasKey, isPending, mutate, text]);
  return (
    <div className={classes.offer}>
      <Text size="xs" className="soft">
        {t.scoring.wording.offer}
      </Text>
      <Stack gap={6} align="flex-end">
        <Textarea
          w="100%"
          size="xs"
          autosize
          minRows={1}
          maxRows={4}
          maxLength={500}
          aria-label={t.scoring.wording.field(point.text)}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button size="compact-sm" variant="light" disabled={text.trim() === ''} loading={isPending} onClick={() => mutate(text)}>
          {t.scoring.wording.learn}
          {hasKey && (
            <Kbd size="xs" ml={6}>
              {t.scoring.wording.key}
            </Kbd>
          )}
        </Button>
      </Stack>
    </div>
  );
}
