import { DragDropContext, Draggable, Droppable } from '@hello-pangea/dnd';
import { ActionIcon, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconGripVertical } from '@tabler/icons-react';
import { useEffect } from 'react';
import { t } from '../../strings/index.ts';
import classes from './Drill.module.css';
import { useDrill } from './drill-store.ts';
import type { DrillQuestion } from './in-language.ts';

/** Steps to be brought into order: dragged, moved by keyboard (space lifts, arrows move, space drops), or by their buttons. */
export function OrderField({ question }: { readonly question: DrillQuestion }) {
  const { answer, write } = useDrill();
  const order = answer.order.length === question.steps.length ? answer.order : question.steps.map(({ id }) => id);
  const texts = new Map(question.steps.map(({ id, text }) => [id, text]));
  useEffect(() => {
    if (answer.order.length !== question.steps.length) write({ order: question.steps.map(({ id }) => id) });
  }, [answer.order, question.steps, write]);
  const move = (from: number, to: number): void => {
    const next = [...order];
    next.splice(to, 0, ...next.splice(from, 1));
    write({ order: next });
  };
  return (
    <>
      <Text size="sm" className="soft" mt="md">
        {t.drill.orderHint}
      </Text>
      <DragDropContext onDragEnd={({ source, destination }) => destination && move(source.index, destination.index)}>
        <Droppable droppableId="steps">
          {(list) => (
            <ol className={classes.steps} aria-label={t.drill.order} ref={list.innerRef} {...list.droppableProps}>
              {order.map((id, index) => (
                <Step
                  key={id}
                  id={id}
                  text={texts.get(id) ?? ''}
                  lang={question.language}
                  index={index}
                  last={order.length - 1}
                  onMove={move}
                />
              ))}
              {list.placeholder}
            </ol>
          )}
        </Droppable>
      </DragDropContext>
    </>
  );
}

interface StepProps {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly index: number;
  readonly last: number;
  readonly onMove: (from: number, to: number) => void;
}

function Step({ id, text, lang, index, last, onMove }: StepProps) {
  return (
    <Draggable draggableId={id} index={index}>
      {(item, { isDragging }) => (
        <li ref={item.innerRef} {...item.draggableProps} className={classes.step} data-dragging={isDragging || undefined}>
          {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the library makes it a button */}
          <span {...item.dragHandleProps} className={classes.grip} aria-label={t.drill.drag(text)}>
            <IconGripVertical size={18} />
          </span>
          <Text component="span" className="soft tabular">
            {index + 1}
          </Text>
          <span lang={lang} style={{ flex: 1 }}>
            {text}
          </span>
          <ActionIcon variant="subtle" disabled={index === 0} aria-label={t.drill.up(text)} onClick={() => onMove(index, index - 1)}>
            <IconChevronUp size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" disabled={index === last} aria-label={t.drill.down(text)} onClick={() => onMove(index, index + 1)}>
            <IconChevronDown size={18} />
          </ActionIcon>
        </li>
      )}
    </Draggable>
  );
}
