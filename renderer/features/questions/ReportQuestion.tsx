import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFlag, IconThumbDown } from '@tabler/icons-react';
import { useState } from 'react';
import { REPORT_REASONS, type ReportReason } from '../../../core/practice/question-report.ts';
import { api } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { t } from '../../strings/index.ts';

const { report } = t.questions;

interface Props {
  readonly questionId: string;
  /** Made from the person's documents: two reports, and it is not asked any more. */
  readonly isGenerated?: boolean;
}

/** A small button to say that a question is wrong, and the dialog it opens. What is said is kept here. */
export function ReportQuestion({ questionId, isGenerated = false }: Props) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        color="gray"
        leftSection={isGenerated ? <IconThumbDown size={15} /> : <IconFlag size={15} />}
        onClick={open}
      >
        {isGenerated ? t.generated.thumbsDown : report.action}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={isGenerated ? t.generated.thumbsDownTitle : report.title}
        closeButtonProps={{ 'aria-label': t.app.close }}
      >
        {isOpen && <ReportForm questionId={questionId} onDone={close} />}
      </Modal>
    </>
  );
}

function ReportForm({ questionId, onDone }: { readonly questionId: string; readonly onDone: () => void }) {
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [text, setText] = useState('');
  const send = useChange(
    (chosen: ReportReason) => api.questions.report.mutate({ id: questionId, reason: chosen, text }),
    ({ isRetired }) => {
      showDone(isRetired ? t.generated.retired : report.done);
      onDone();
    },
  );
  return (
    <Stack
      // The drill's keys (1 to 4 grade, letters tick) are not meant for what is typed here.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <Select
        label={report.reason}
        data={REPORT_REASONS.map((value) => ({ value, label: report.reasons[value] }))}
        value={reason}
        onChange={(value) => setReason(REPORT_REASONS.find((one) => one === value) ?? null)}
        data-autofocus
      />
      <Textarea
        label={report.text}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="space-between">
        <Text size="xs" className="soft">
          {report.kept}
        </Text>
        <Button disabled={reason === null} loading={send.isPending} onClick={() => reason !== null && send.mutate(reason)}>
          {report.send}
        </Button>
      </Group>
    </Stack>
  );
}
