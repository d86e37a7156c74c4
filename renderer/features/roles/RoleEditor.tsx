import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd';
import { ActionIcon, Button, Checkbox, Group, NumberInput, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconGripVertical, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { LevelPicker } from '../../components/LevelPicker.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { AddCompetency } from './AddCompetency.tsx';
import classes from './RoleEditor.module.css';
import { useRoleDrafts } from './role-drafts.ts';
import {
  addCompetency,
  addLayer,
  type Competency,
  changeCompetency,
  changeLayer,
  type Layer,
  moveCompetency,
  moveLayer,
  type Role,
  removeCompetency,
  removeLayer,
} from './role-edits.ts';

const IMPORTANCES = ['must', 'should', 'nice'] as const;
const { editor } = t.roles;

/** An own role to be changed: saved as its next version, the earlier ones stay. */
export function RoleEditor({ role: saved, onDone }: { readonly role: Role; readonly onDone: () => void }) {
  const { drafts, keep, drop: forget } = useRoleDrafts();
  // What was begun is gone on with, on the version it was begun on: saving tells when another was saved meanwhile.
  const [base] = useState(drafts[saved.id]?.base ?? saved);
  const role = drafts[saved.id]?.role ?? base;
  const setRole = (next: Role): void => keep(base, next);
  const isChanged = role !== base && JSON.stringify(role) !== JSON.stringify(base);
  const leave = (): void => {
    forget(saved.id);
    onDone();
  };
  const save = useChange(
    () => api.roles.save.mutate({ role }),
    ({ version }) => {
      showDone(t.roles.saved(version));
      leave();
    },
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (isChanged) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);
  const drop = ({ source, destination, type }: DropResult): void => {
    if (destination === null) return;
    if (type === 'layer') setRole(moveLayer(role, source.index, destination.index));
    else
      setRole(
        moveCompetency(
          role,
          { layer: source.droppableId, index: source.index },
          { layer: destination.droppableId, index: destination.index },
        ),
      );
  };
  const canSave = role.name.trim() !== '' && role.layers.length > 0 && role.layers.every(({ name }) => name.trim() !== '');
  return (
    <Page
      title={role.name === '' ? editor.name : role.name}
      actions={
        <>
          {isChanged && (
            <Text size="sm" className="soft">
              {t.roles.unsaved}
            </Text>
          )}
          <Button variant="default" onClick={leave}>
            {isChanged ? t.roles.discard : t.roles.done}
          </Button>
          <Button onClick={() => save.mutate(undefined)} disabled={!isChanged || !canSave} loading={save.isPending}>
            {t.roles.save}
          </Button>
        </>
      }
    >
      <Group align="flex-start">
        <TextInput
          label={editor.name}
          value={role.name}
          maxLength={80}
          onChange={(event) => setRole({ ...role, name: event.currentTarget.value })}
          style={{ flex: '1 1 220px' }}
        />
        <Textarea
          label={editor.summary}
          value={role.summary}
          autosize
          minRows={1}
          onChange={(event) => setRole({ ...role, summary: event.currentTarget.value })}
          style={{ flex: '2 1 360px' }}
        />
      </Group>
      <DragDropContext onDragEnd={drop}>
        <Droppable droppableId="layers" type="layer">
          {(layers) => (
            <Stack gap="md" ref={layers.innerRef} {...layers.droppableProps}>
              {role.layers.map((layer, index) => (
                <Draggable key={layer.id} draggableId={`layer ${layer.id}`} index={index}>
                  {(dragged) => (
                    <section className="card" ref={dragged.innerRef} {...dragged.draggableProps} aria-label={layer.name}>
                      <LayerHead layer={layer} handle={dragged.dragHandleProps} setRole={setRole} role={role} />
                      <Droppable droppableId={layer.id} type="competency">
                        {(list) => (
                          <div ref={list.innerRef} {...list.droppableProps} className={classes.list}>
                            {layer.competencies.length === 0 && (
                              <Text size="sm" className="soft">
                                {editor.empty}
                              </Text>
                            )}
                            {layer.competencies.map((competency, at) => (
                              <Draggable key={competency.id} draggableId={competency.id} index={at}>
                                {(one) => (
                                  <div ref={one.innerRef} {...one.draggableProps} className={classes.row}>
                                    {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the library makes it a button */}
                                    <span {...one.dragHandleProps} className={classes.handle} aria-label={editor.drag(competency.name)}>
                                      <IconGripVertical size={17} />
                                    </span>
                                    <CompetencyFields competency={competency} role={role} setRole={setRole} />
                                  </div>
                                )}
                              </Draggable>
                            ))}
                            {list.placeholder}
                          </div>
                        )}
                      </Droppable>
                      <AddCompetency role={role} onAdd={(competency) => setRole(addCompetency(role, layer.id, competency))} />
                    </section>
                  )}
                </Draggable>
              ))}
              {layers.placeholder}
            </Stack>
          )}
        </Droppable>
      </DragDropContext>
      <Button variant="default" onClick={() => setRole(addLayer(role, editor.newLayer))} style={{ alignSelf: 'flex-start' }}>
        {editor.addLayer}
      </Button>
    </Page>
  );
}

interface EditProps {
  readonly role: Role;
  readonly setRole: (role: Role) => void;
}

type Handle = React.HTMLAttributes<HTMLElement> | null;

function LayerHead({ layer, handle, role, setRole }: EditProps & { readonly layer: Layer; readonly handle: Handle }) {
  return (
    <Group gap="sm" mb="xs" wrap="nowrap">
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the library makes it a button */}
      <span {...handle} className={classes.handle} aria-label={editor.drag(layer.name)}>
        <IconGripVertical size={17} />
      </span>
      <TextInput
        aria-label={editor.layerName(layer.name)}
        value={layer.name}
        onChange={(event) => setRole(changeLayer(role, layer.id, { name: event.currentTarget.value }))}
        style={{ flex: 1 }}
      />
      <Checkbox
        label={editor.cross}
        checked={layer.part === 'cross'}
        onChange={(event) => setRole(changeLayer(role, layer.id, { part: event.currentTarget.checked ? 'cross' : 'layer' }))}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={editor.removeLayer(layer.name)}
        onClick={() => setRole(removeLayer(role, layer.id))}
      >
        <IconTrash size={17} />
      </ActionIcon>
    </Group>
  );
}

function CompetencyFields({ competency, role, setRole }: EditProps & { readonly competency: Competency }) {
  const { id, name, required, importance, weight, note } = competency;
  const change = (next: Partial<Omit<Competency, 'id'>>): void => setRole(changeCompetency(role, id, next));
  return (
    <div className={classes.fields}>
      <Text fw={600} size="sm" className={classes.name}>
        {name}
      </Text>
      <LevelPicker value={required} onPick={(level) => change({ required: level })} label={editor.requiredOf(name)} />
      <SegmentedControl
        size="xs"
        aria-label={editor.importanceOf(name)}
        value={importance}
        data={IMPORTANCES.map((value) => ({ value, label: t.importance[value] }))}
        onChange={(value) => change({ importance: IMPORTANCES.find((one) => one === value) ?? 'must' })}
      />
      <NumberInput
        size="xs"
        w={62}
        min={1}
        max={5}
        clampBehavior="strict"
        aria-label={editor.weightOf(name)}
        title={editor.weight}
        value={weight}
        onChange={(value) => {
          if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5) change({ weight: value });
        }}
      />
      <TextInput
        size="xs"
        aria-label={editor.noteOf(name)}
        placeholder={editor.note}
        value={note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        className={classes.note}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={editor.removeOf(name)} onClick={() => setRole(removeCompetency(role, id))}>
        <IconTrash size={16} />
      </ActionIcon>
    </div>
  );
}
