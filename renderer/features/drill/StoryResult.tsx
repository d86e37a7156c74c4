import { Badge, List, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { t } from '../../strings/index.ts';

import type { Revealed } from './Revealed.tsx';
import classes from './StoryResult.module.css';

type Story = NonNullable<Revealed['story']>;
const ELEMENTS = ['situation', 'action', 'number', 'baseline', 'result', 'different'] as const;

/** How a story is told and what in it to look at again; no points found, no band. */
export function StoryResult({ story, text }: { readonly story: Story; readonly text: string }) {
  return (
    <section className="card" aria-labelledby="story-title">
      <Title order={2} size="h4" id="story-title">
        {t.scoring.story.title}
      </Title>
      <Text size="sm" className="soft" mb="xs">
        {t.scoring.story.text}
      </Text>
      <List size="sm" spacing={6}>
        {ELEMENTS.map((element) => {
          const span = story.elements[element];
          return (
            <List.Item key={element} icon={<span aria-hidden="true">{span ? '✓' : '–'}</span>}>
              <b>{t.scoring.story.elements[element]}</b>{' '}
              <Text component="span" size="sm" className="soft">
                {span ? text.slice(span.start, span.end) : t.scoring.story.unseen}
              </Text>
            </List.Item>
          );
        })}
      </List>
      <Text size="sm" mt="sm">
        {t.scoring.story.part(story.own, story.team)} {t.scoring.story.length[story.length](story.words)}
      </Text>
      <Notes notes={story.notes} />
    </section>
  );
}

function Notes({ notes }: { readonly notes: Story['notes'] }) {
  if (notes.length === 0)
    return (
      <Text size="sm" className="soft" mt="sm">
        {t.scoring.story.noNotes}
      </Text>
    );
  return (
    <>
      <Title order={3} size="h5" mt="md">
        {t.scoring.story.notes}
      </Title>
      <Text size="sm" className="soft" mb="xs">
        {t.scoring.story.notesText}
      </Text>
      <ul className={classes.notes}>
        {[...Map.groupBy(notes, ({ said }) => said)].map(([said, touched]) => (
          <li key={said}>
            <Text size="sm">“{said}”</Text>
            {touched.map(({ kind, source, document, documentId, start, end }) => (
              <blockquote key={source} className={classes.source}>
                <Badge size="sm" variant="light" color="brass" tt="none">
                  {t.scoring.story.kinds[kind]}
                </Badge>{' '}
                {source}{' '}
                <Text component="span" size="xs">
                  <Link href={`/import/${documentId}?at=${start}-${end}`}>{document}</Link>
                </Text>
              </blockquote>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
