import { Accordion, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { showDone } from '../../app/toasts.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';

type RoleSummary = Outputs['roles']['list'][number];

export default function Roles({ state }: { readonly state: AppState }) {
  const query = useQuery(queries.roles());
  return (
    <Page title={t.roles.title}>
      <Loaded query={query}>
        {(roles) =>
          roles.length === 0 ? (
            <EmptyState title={t.roles.none} text={t.roles.noneText} />
          ) : (
            <Stack gap="lg">
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

function RoleCard({ role, isChosen }: { readonly role: RoleSummary; readonly isChosen: boolean }) {
  const [, navigate] = useLocation();
  const choose = useChange(
    () => api.roles.choose.mutate({ id: role.id }),
    () => {
      showDone(t.roles.chosenNow(role.name));
      navigate('/gaps');
    },
  );
  return (
    <article className="card">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={2} size="h4">
            {role.name}
          </Title>
          <Text className="soft" maw={640}>
            {role.summary}
          </Text>
          <Text size="sm" mt={6}>
            {t.roles.competencies(role.competencies)} · {t.roles.version(role.version)}
          </Text>
        </div>
        {isChosen ? (
          <Badge size="lg">{t.roles.chosen}</Badge>
        ) : (
          <Button onClick={() => choose.mutate(undefined)} loading={choose.isPending} style={{ flex: 'none' }}>
            {t.roles.choose}
          </Button>
        )}
      </Group>
      <Title order={3} size="h5" mt="md" mb="xs">
        {t.roles.look}
      </Title>
      <RoleLayers id={role.id} />
    </article>
  );
}

function RoleLayers({ id }: { readonly id: string }) {
  const query = useQuery(queries.role(id));
  return (
    <Loaded query={query}>
      {(role) => (
        <Accordion variant="separated" multiple>
          {role.layers.map((layer) => (
            <Accordion.Item key={layer.id} value={layer.id}>
              <Accordion.Control>
                <Text fw={600}>{layer.name}</Text>
                <Text size="sm" className="soft">
                  {layer.summary}
                </Text>
              </Accordion.Control>
              <Accordion.Panel>
                <Stack gap="md">
                  {layer.competencies.map((competency) => (
                    <Competency key={competency.id} competency={competency} />
                  ))}
                </Stack>
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </Loaded>
  );
}

type RoleCompetency = Outputs['roles']['get']['layers'][number]['competencies'][number];

function Competency({ competency }: { readonly competency: RoleCompetency }) {
  return (
    <div>
      <Group gap="xs">
        <Text fw={600}>{competency.name}</Text>
        <Badge variant={competency.importance === 'must' ? 'filled' : 'light'} size="sm">
          {t.importance[competency.importance]}
        </Badge>
        <Text size="sm" className="soft">
          {t.roles.required(competency.required)}
        </Text>
      </Group>
      <Text size="sm">{competency.why}</Text>
      <Text size="sm" className="soft">
        {t.roles.atRequired}: {competency.atRequired}
      </Text>
    </div>
  );
}
