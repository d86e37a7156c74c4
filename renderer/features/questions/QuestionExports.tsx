import { Button, Menu } from '@mantine/core';
import { IconBraces, IconCards, IconChevronDown, IconMarkdown, IconTable } from '@tabler/icons-react';
import type { WantedQuestions } from '../../api/client.ts';
import { t } from '../../strings/index.ts';
import { searchOf } from './wanted.ts';

const FILES = [
  { format: 'apkg', label: t.questions.export.apkg, icon: IconCards },
  { format: 'csv', label: t.questions.export.csv, icon: IconTable },
  { format: 'json', label: t.questions.export.json, icon: IconBraces },
  { format: 'md', label: t.questions.export.markdown, icon: IconMarkdown },
] as const;
const REPORTS = [
  { format: 'md', label: t.questions.export.reportsMarkdown, icon: IconMarkdown },
  { format: 'json', label: t.questions.export.reportsJson, icon: IconBraces },
] as const;

/** What is filtered as a file, and what was reported as wrong. */
export function QuestionExports({ wanted, count }: { readonly wanted: WantedQuestions; readonly count: string }) {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} />}>
          {t.questions.export.action}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.questions.export.what(count)}</Menu.Label>
        {FILES.map(({ format, label, icon: Icon }) => (
          <Menu.Item
            key={format}
            component="a"
            href={`/api/export/questions/${format}?${searchOf(wanted)}`}
            download
            leftSection={<Icon size={16} />}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t.questions.export.reports}</Menu.Label>
        {REPORTS.map(({ format, label, icon: Icon }) => (
          <Menu.Item key={format} component="a" href={`/api/export/question-reports/${format}`} download leftSection={<Icon size={16} />}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
