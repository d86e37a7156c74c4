import { Badge, Button, FileButton, Group, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileDescription, IconPlus, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { showDone } from '../../app/toasts.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { RolesCompared } from '../gaps/CompareTab.tsx';

type Standing = Outputs['roles']['standings'][number];

/** Every role there is, the nearest first, and the ways to a new one. */
export default function Roles({ state }: { readonly state: AppState }) {
  const query = useQuery(queries.standings());
  return (
    <Page title={t.roles.title} actions={<NewRole />}>
      <Loaded query={query}>
        {(roles) =>
          roles.length === 0 ? (
            <EmptyState title={t.roles.none} text={t.roles.noneText} />
          ) : (
            <Stack gap="md">
              {state.skills > 0 && <RolesCompared />}
              {roles.map((role) => (
                <RoleCard key={role.id} role={role} isChosen={role.id === state.profile.roleId} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}

function NewRole() {
  const [, navigate] = useLocation();
  const [isAsking, { open, close }] = useDisclosure();
  const [name, setName] = useState('');
  const create = useChange(
    () => api.roles.create.mutate({ name }),
    ({ id }) => navigate(`/roles/${id}?edit`),
  );
  const importFile = useChange(
    async (file: File) => api.roles.importFile.mutate({ text: await file.text() }),
    ({ id }) => navigate(`/roles/${id}`),
  );
  return (
    <>
      <Button component={Link} href="/roles/from-job" leftSection={<IconFileDescription size={17} />}>
        {t.roles.fromJob}
      </Button>
      <Button variant="default" leftSection={<IconPlus size={17} />} onClick={open}>
        {t.roles.create}
      </Button>
      <FileButton accept=".yaml,.yml,.json" onChange={(file) => file && importFile.mutate(file)}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconUpload size={17} />} loading={importFile.isPending}>
            {t.roles.importFile}
          </Button>
        )}
      </FileButton>
      <Modal opened={isAsking} onClose={close} title={t.roles.create} closeButtonProps={{ 'aria-label': t.app.close }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') create.mutate(undefined);
          }}
        >
          <TextInput
            label={t.roles.newName}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
            maxLength={80}
          />
          <Group justify="flex-end" mt="md">
            <Button type="submit" disabled={name.trim() === ''} loading={create.isPending}>
              {t.roles.make}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}

function RoleCard({ role, isChosen }: { readonly role: Standing; readonly isChosen: boolean }) {
  const { fit, musts, needs } = role;
  return (
    <article className="card" aria-label={role.name}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={2} size="h4">
            <Link href={`/roles/${role.id}`}>{role.name}</Link>
          </Title>
          <Text className="soft" maw={680}>
            {role.summary}
          </Text>
          <Group gap={8} mt={6}>
            {role.origin === 'own' && <Badge variant="light">{t.roles.own}</Badge>}
            <Text size="sm">
              {t.roles.competencies(role.competencies)} · {t.roles.version(role.version)}
              {fit.expected !== null &&
                ` · ${t.roles.fit(String(Math.round(fit.expected)), Math.round(fit.low), Math.round(fit.high))} · ${t.roles.musts(musts.met, musts.total, musts.unknown)}`}
            </Text>
          </Group>
          {needs.length > 0 && (
            <Text size="sm" className="soft">
              {t.roles.needs(needs.join(', '))}
            </Text>
          )}
        </div>
        <Group gap="xs" style={{ flex: 'none' }}>
          {isChosen ? <Badge size="lg">{t.roles.chosen}</Badge> : <ChooseRole id={role.id} name={role.name} />}
        </Group>
      </Group>
    </article>
  );
}

/** Makes a role the one to compare with. */
export function ChooseRole({ id, name }: { readonly id: string; readonly name: string }) {
  const [, navigate] = useLocation();
  const choose = useChange(
    () => api.roles.choose.mutate({ id }),
    () => {
      showDone(t.roles.chosenNow(name));
      navigate('/gaps');
    },
  );
  return (
    <Button onClick={() => choose.mutate(undefined)} loading={choose.isPending} aria-label={`${t.roles.choose}: ${name}`}>
      {t.roles.choose}
    </Button>
  );
}
