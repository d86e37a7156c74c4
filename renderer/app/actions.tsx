import { IconDatabaseExport, IconDownload, IconFileImport, IconMoonStars, IconTargetArrow, type TablerIcon } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { api, type Outputs } from '../api/client.ts';
import { useChange } from '../api/queries.ts';
import { t } from '../strings/index.ts';
import { SCREENS } from './screens.ts';
import { showDone } from './toasts.ts';

/** Something a person can do, described once: the navigation, the command palette and the keys read the same list. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly keywords: readonly string[];
  readonly icon: TablerIcon;
  /** Keys in order, for example G then D. */
  readonly keys: readonly string[];
  readonly perform: () => void;
}

export function useActions(state: Outputs['app']['state']): Action[] {
  const [, navigate] = useLocation();
  const setTheme = useChange((theme: 'light' | 'dark') => api.app.setTheme.mutate({ theme }));
  const backup = useChange(
    () => api.app.backup.mutate(),
    ({ path }) => showDone(t.actions.backupDone(path)),
  );
  const goes = SCREENS.map(
    (screen): Action => ({
      id: `go ${screen.path}`,
      label: t.actions.go(screen.name),
      keywords: [screen.name],
      icon: screen.icon,
      keys: ['g', screen.key],
      perform: () => navigate(screen.path),
    }),
  );
  const isDark = document.documentElement.dataset['mantineColorScheme'] === 'dark';
  return [
    ...goes,
    {
      id: 'import',
      label: t.actions.importDocument,
      keywords: ['add', 'upload', 'cv'],
      icon: IconFileImport,
      keys: [],
      perform: () => navigate('/import'),
    },
    {
      id: 'drill',
      label: t.actions.startDrill,
      keywords: ['practise', 'practice', 'questions'],
      icon: IconTargetArrow,
      keys: [],
      perform: () => navigate('/drill'),
    },
    {
      id: 'theme',
      label: t.actions.toggleTheme,
      keywords: ['dark', 'light', 'colour', 'theme'],
      icon: IconMoonStars,
      keys: [],
      perform: () => setTheme.mutate(state.theme === 'dark' || (state.theme === 'auto' && isDark) ? 'light' : 'dark'),
    },
    {
      id: 'export',
      label: t.actions.exportProfile,
      keywords: ['download', 'json'],
      icon: IconDownload,
      keys: [],
      perform: () => location.assign('/api/export/profile.json'),
    },
    {
      id: 'backup',
      label: t.actions.backup,
      keywords: ['save', 'copy'],
      icon: IconDatabaseExport,
      keys: [],
      perform: () => backup.mutate(undefined),
    },
  ];
}
