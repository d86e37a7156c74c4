import { Accordion, Blockquote, Text } from '@mantine/core';
import { t } from '../../strings/index.ts';
import { ReportQuestion } from '../questions/ReportQuestion.tsx';
import { documentLink } from '../skills/document-link.tsx';
import type { DrillQuestion } from './in-language.ts';

interface Props {
  readonly questionId: string;
  readonly experience: NonNullable<DrillQuestion['experience']>;
}

/** Why a question is asked of this person, and the sentences of their documents it was made from. */
export function Experience({ questionId, experience: { why, stance, sources } }: Props) {
  const limit = t.generated.stances[stance];
  return (
    <Accordion variant="contained" mt="sm">
      <Accordion.Item value="evidence">
        <Accordion.Control>
          <Text size="sm" fw={600}>
            {t.generated.title}
          </Text>
          <Text size="sm" className="soft">
            {why.en}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          {limit !== null && (
            <Text size="sm" mb="xs">
              {limit}
            </Text>
          )}
          <Text size="sm" fw={600}>
            {t.generated.evidence}
          </Text>
          {sources.length === 0 && <Text size="sm">{t.generated.noEvidence}</Text>}
          {sources.map((source) => (
            <Blockquote
              key={`${source.documentId} ${source.start}`}
              p="xs"
              mt="xs"
              mb="xs"
              cite={documentLink(source.documentId, source.document, source)}
            >
              <Text size="sm" style={{ whiteSpace: 'pre-line' }} lineClamp={6}>
                {source.text}
              </Text>
            </Blockquote>
          ))}
          <ReportQuestion questionId={questionId} isGenerated />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
