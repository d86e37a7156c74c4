import { Button, Menu } from '@mantine/core';
import { IconBraces, IconChevronDown, IconMarkdown, IconPrinter, IconTable } from '@tabler/icons-react';
import { t } from '../../strings/index.ts';

const FILES = [
  { format: 'md', label: t.skills.export.markdown, icon: IconMarkdown },
  { format: 'csv', label: t.skills.export.csv, icon: IconTable },
  { format: 'json-resume', label: t.skills.export.jsonResume, icon: IconBraces },
] as const;

/** The inventory as a file, or on paper. */
export function ExportMenu() {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />}>
          {t.skills.export.action}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FILES.map(({ format, label, icon: Icon }) => (
          <Menu.Item key={format} component="a" href={`/api/export/skills/${format}`} download leftSection={<Icon size={16} />}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPrinter size={16} />} onClick={() => setTimeout(() => window.print(), AFTER_MENU_MS)}>
          {t.skills.export.print}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The menu closes first; a print dialog would hold it open. */
const AFTER_MENU_MS = 200;
