import { Accordion, Badge, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconDotsVertical, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { showUndoable } from '../../components/undo-toast.tsx';
import { t } from '../../strings/index.ts';
import { Resources } from '../gaps/Resources.tsx';
import { ChooseRole } from './Roles.tsx';

// The library for dragging comes only where something is dragged.
const RoleEditor = lazy(() => import('./RoleEditor.tsx').then((module) => ({ default: module.RoleEditor })));

type RoleData = Outputs['roles']['get'];
type Competency = RoleData['role']['layers'][number]['competencies'][number];

/** One role: what it asks, in which versions, and for an own one the editor. */
export default function RolePage({ id, state }: { readonly id: string; readonly state: AppState }) {
  const [search, setSearch] = useSearchParams();
  const version = Number(search.get('version') ?? Number.NaN);
  const query = useQuery(queries.role(id, Number.isInteger(version) ? version : undefined));
  return (
    <Loaded query={query}>
      {(data) =>
        search.has('edit') && data.origin === 'own' ? (
          <Suspense fallback={null}>
            <RoleEditor key={data.role.id} role={data.role} onDone={() => setSearch({}, { replace: true })} />
          </Suspense>
        ) : (
          <RoleView data={data} isChosen={state.profile.roleId === id} onEdit={() => setSearch({ edit: '' }, { replace: true })} />
        )
      }
    </Loaded>
  );
}

interface ViewProps {
  readonly data: RoleData;
  readonly isChosen: boolean;
  readonly onEdit: () => void;
}

function RoleView({ data, isChosen, onEdit }: ViewProps) {
  const { role, origin, versions, jobText, skillNames } = data;
  const isNewest = role.version === versions[0]?.version;
  return (
    <Page
      title={role.name}
      actions={
        <>
          {isChosen ? <Badge size="lg">{t.roles.chosen}</Badge> : <ChooseRole id={role.id} name={role.name} />}
          {origin === 'own' && isNewest && (
            <Button variant="default" leftSection={<IconPencil size={16} />} onClick={onEdit}>
              {t.roles.edit}
            </Button>
          )}
          <RoleMenu data={data} isChosen={isChosen} />
        </>
      }
    >
      <div>
        <Text maw={720}>{role.summary}</Text>
        <Text size="sm" className="soft">
          {t.roles.version(role.version)} ·{' '}
          {t.roles.competencies(role.layers.reduce((sum, { competencies }) => sum + competencies.length, 0))} ·{' '}
          <Link href="/roles">{t.roles.all}</Link>
        </Text>
        {origin === 'shipped' && (
          <Text size="sm" className="soft">
            {t.roles.shippedNote}
          </Text>
        )}
      </div>
      <Accordion variant="separated" multiple defaultValue={role.layers.slice(0, 1).map((layer) => layer.id)}>
        {role.layers.map((layer) => (
          <Accordion.Item key={layer.id} value={layer.id}>
            <Accordion.Control>
              <Text fw={600}>{layer.name}</Text>
              <Text size="sm" className="soft">
                {layer.summary}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <Stack gap="lg">
                {layer.competencies.map((competency) => (
                  <CompetencyCard key={competency.id} competency={competency} skillNames={skillNames} />
                ))}
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      {versions.length > 1 && <Versions data={data} />}
      {jobText !== null && (
        <section className="card">
          <Text fw={650} mb="xs">
            {t.roles.jobText}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {jobText}
          </Text>
        </section>
      )}
    </Page>
  );
}

function RoleMenu({ data: { role, origin }, isChosen }: Omit<ViewProps, 'onEdit'>) {
  const [, navigate] = useLocation();
  const copy = useChange(
    () => api.roles.create.mutate({ name: t.roles.copyName(role.name).slice(0, 80), from: role.id }),
    ({ id }) => navigate(`/roles/${id}?edit`),
  );
  const restore = useChange(() => api.roles.restore.mutate({ id: role.id }));
  const remove = useChange(
    () => api.roles.remove.mutate({ id: role.id }),
    () => {
      navigate('/roles');
      showUndoable(t.roles.removed(role.name), () => restore.mutate(undefined));
    },
  );
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" px={8} aria-label={`More for ${role.name}`}>
          <IconDotsVertical size={17} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => copy.mutate(undefined)}>{t.roles.copy}</Menu.Item>
        <Menu.Item component="a" href={`/api/export/roles/${role.id}/yaml?version=${role.version}`}>
          {t.roles.exportYaml}
        </Menu.Item>
        <Menu.Item component="a" href={`/api/export/roles/${role.id}/json?version=${role.version}`}>
          {t.roles.exportJson}
        </Menu.Item>
        {origin === 'own' && !isChosen && (
          <Menu.Item color="red" onClick={() => remove.mutate(undefined)}>
            {t.roles.remove}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function CompetencyCard({
  competency,
  skillNames,
}: {
  readonly competency: Competency;
  readonly skillNames: Readonly<Record<string, string>>;
}) {
  const { required, importance, name, why, proof, levels, resources, note, skillsAll, skillsAny, weight } = competency;
  const nameOf = (id: string): string => skillNames[id] ?? id;
  const skills = [...skillsAll.map(nameOf), ...skillsAny.map((group) => group.map(nameOf).join(' / '))];
  return (
    <div>
      <Group gap="xs">
        <Text fw={600}>{name}</Text>
        <Badge variant={importance === 'must' ? 'filled' : 'light'} size="sm">
          {t.importance[importance]}
        </Badge>
        <Text size="sm" className="soft">
          {t.roles.required(required)} · {t.roles.editor.weight.toLowerCase()} {weight}
        </Text>
      </Group>
      {why !== '' && <Text size="sm">{why}</Text>}
      {note !== '' && (
        <Text size="sm" fs="italic">
          {note}
        </Text>
      )}
      {levels[required - 1] !== undefined && (
        <Text size="sm" className="soft">
          {t.roles.atRequired}: {levels[required - 1]}
        </Text>
      )}
      <details>
        <summary>
          <Text size="sm" component="span">
            {t.roles.more}
          </Text>
        </summary>
        {levels.length > 0 && (
          <ol start={1} aria-label={t.roles.levelsHere} style={{ margin: '6px 0', paddingLeft: 26 }}>
            {levels.map((words, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the level is the place in the list
              <li key={index}>
                <Text size="sm" fw={index + 1 === required ? 650 : 400} className={index + 1 === required ? undefined : 'soft'}>
                  {words}
                </Text>
              </li>
            ))}
          </ol>
        )}
        {proof !== '' && (
          <Text size="sm" className="soft">
            {t.roles.proof}: {proof}
          </Text>
        )}
        {skills.length > 0 && (
          <Text size="sm" className="soft">
            {t.gaps.skillsBehind}: {skills.join(', ')}
          </Text>
        )}
        <Resources resources={resources} />
      </details>
    </div>
  );
}

function Versions({ data: { role, origin, versions } }: { readonly data: RoleData }) {
  const bringBack = useChange((version: number) => api.roles.bringBack.mutate({ id: role.id, version }));
  return (
    <section className="card">
      <Text fw={650} mb="xs">
        {t.roles.versions}
      </Text>
      {versions.map(({ version, savedAtMs }, index) => (
        <Group key={version} gap="sm" py={2}>
          <Link href={index === 0 ? `/roles/${role.id}` : `/roles/${role.id}?version=${version}`} aria-current={version === role.version}>
            {t.roles.version(version)}
          </Link>
          <Text size="sm" className="soft">
            {t.roles.savedOn(new Date(savedAtMs).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }))}
          </Text>
          {origin === 'own' && index > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={() => bringBack.mutate(version)}>
              {t.roles.bringBack}
            </Button>
          )}
        </Group>
      ))}
    </section>
  );
}
