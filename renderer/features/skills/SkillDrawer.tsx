import { Badge, Drawer, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { LevelPicker } from '../../components/LevelPicker.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Quote } from '../../components/Quote.tsx';
import { t } from '../../strings/index.ts';

/** One skill: its level with the reasons, its history, and every statement it rests on. */
export function SkillDrawer({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }) {
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={t.nav.skills}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {id !== null && <SkillDetails id={id} />}
    </Drawer>
  );
}

function SkillDetails({ id }: { readonly id: string }) {
  const query = useQuery(queries.skill(id));
  const rate = useChange((level: number) => api.skills.rate.mutate({ id, level }));
  return (
    <Loaded query={query}>
      {(skill) => (
        <Stack gap="lg">
          <div>
            <Title order={2} size="h3">
              {skill.name}
            </Title>
            <Text className="soft">{skill.category}</Text>
          </div>
          <section>
            <Text fw={650} mb={6}>
              {t.skills.rate}
            </Text>
            <LevelPicker
              value={skill.history.find(({ source }) => source === 'self')?.level ?? null}
              onPick={(level) => rate.mutate(level)}
              label={`${t.levels.pick}: ${skill.name}`}
              withWords
            />
          </section>
          <section>
            <Text fw={650}>{t.skills.reasons}</Text>
            {skill.reasons.length === 0 ? (
              <Text className="soft">{t.skills.noReasons}</Text>
            ) : (
              <ul>
                {skill.reasons.map(({ reason, value }) => (
                  <li key={reason}>
                    {reason} <Badge variant="light">{value.toFixed(1)}</Badge>
                  </li>
                ))}
              </ul>
            )}
          </section>
          {skill.history.length > 0 && (
            <section>
              <Text fw={650}>{t.skills.history}</Text>
              <ul>
                {skill.history.map((rating) => (
                  <li key={rating.id} className="tabular">
                    {new Date(rating.ratedAtMs).toLocaleDateString('en-GB', { dateStyle: 'medium' })}: {rating.level} (
                    {rating.source === 'self' ? t.skills.self : `${t.skills.document}${rating.raw ? `: “${rating.raw}”` : ''}`})
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <Text fw={650}>{t.skills.evidence}</Text>
            {skill.evidence.map((item) => (
              <Quote key={item.id} item={item} />
            ))}
          </section>
        </Stack>
      )}
    </Loaded>
  );
}
