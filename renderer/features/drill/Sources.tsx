import { List, Text } from '@mantine/core';
import type { Question } from '../../../core/content/question.ts';
import { t } from '../../strings/index.ts';

type Props = Pick<Question, 'sources'> & { readonly secondReading: Question['secondReading'] | null };

/** What a question rests on, and when somebody other than its author read it. */
export function Sources({ sources, secondReading }: Props) {
  return (
    <>
      <List spacing="xs">
        {sources.map(({ title, ref, checkedOn }) => (
          <List.Item key={ref}>
            {title}{' '}
            <Text component="span" size="sm" className="soft" style={{ overflowWrap: 'anywhere' }}>
              {ref}
              {checkedOn ? `, ${t.drill.checkedOn(checkedOn)}` : ''}
            </Text>
          </List.Item>
        ))}
      </List>
      <Text size="sm" className="soft" mt="xs">
        {secondReading ? t.drill.readAgain(secondReading.on, secondReading.changed) : t.drill.notReadAgain}
      </Text>
    </>
  );
}
