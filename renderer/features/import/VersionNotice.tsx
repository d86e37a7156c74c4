import { Group, Select, Text } from '@mantine/core';
import { api } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';
import { t } from '../../strings/index.ts';
import type { ReviewDocument } from './review-items.ts';

/** Says which earlier document this one is a newer version of, and lets the person choose another or none. */
export function VersionNotice({ document }: { readonly document: ReviewDocument }) {
  const follow = useChange((previousId: number | null) => api.documents.follow.mutate({ id: document.id, previousId }));
  const { earlier, candidates } = document;
  if (document.status === 'confirmed' && earlier === null) return null;
  if (earlier === null && candidates.length === 0) return null;
  return (
    <Group gap="md" className="card" py={8} align="center">
      {earlier !== null && (
        <Text size="sm">
          <b>{t.review.version(earlier.name, new Date(earlier.importedAtMs).toLocaleDateString('en-GB', { dateStyle: 'medium' }))}</b>{' '}
          {t.review.versionDiff(earlier.diff.added.length, earlier.diff.changed.length, earlier.diff.removed.length)}
        </Text>
      )}
      {document.status === 'proposed' && (
        <Select
          size="xs"
          w={300}
          label={earlier === null ? t.review.versionOf : t.review.versionChange}
          data={[{ value: '', label: t.review.versionNone }, ...candidates.map(({ id, name }) => ({ value: String(id), label: name }))]}
          value={String(document.previousId ?? '')}
          allowDeselect={false}
          onChange={(value) => follow.mutate(value === null || value === '' ? null : Number(value))}
        />
      )}
    </Group>
  );
}
