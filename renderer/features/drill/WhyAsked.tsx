import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../strings/index.ts';
import { whySentence } from '../../strings/why.ts';

interface Props {
  readonly sessionId: number;
  readonly questionId: string;
  readonly why: Outputs['drill']['session']['items'][number]['why'];
}

/** Why this question, in one sentence; in two words until its figures are there. */
export function WhyAsked({ sessionId, questionId, why }: Props) {
  const { data } = useQuery(queries.whyAsked(sessionId, questionId));
  return (
    <Text size="sm" className="soft" mb="sm">
      {data ? whySentence(data) : `${t.drill.why[why]}.`}
    </Text>
  );
}
