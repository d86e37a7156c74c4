import {
  IconArrowsDiff,
  IconChartLine,
  IconFileImport,
  IconHome,
  IconListDetails,
  IconMessageQuestion,
  IconSettings,
  IconTargetArrow,
  IconTools,
  type TablerIcon,
} from '@tabler/icons-react';
import { t } from '../strings/index.ts';

export interface Screen {
  readonly path: string;
  readonly name: string;
  readonly icon: TablerIcon;
  /** Second key after G. */
  readonly key: string;
}

/** The screens in the order of the loop: import, compare, practise, look back. */
export const SCREENS: readonly Screen[] = [
  { path: '/', name: t.nav.today, icon: IconHome, key: 't' },
  { path: '/import', name: t.nav.import, icon: IconFileImport, key: 'i' },
  { path: '/skills', name: t.nav.skills, icon: IconTools, key: 's' },
  { path: '/roles', name: t.nav.roles, icon: IconListDetails, key: 'r' },
  { path: '/gaps', name: t.nav.gaps, icon: IconArrowsDiff, key: 'g' },
  { path: '/drill', name: t.nav.drill, icon: IconTargetArrow, key: 'd' },
  { path: '/questions', name: t.nav.questions, icon: IconMessageQuestion, key: 'q' },
  { path: '/progress', name: t.nav.progress, icon: IconChartLine, key: 'p' },
  { path: '/settings', name: t.nav.settings, icon: IconSettings, key: 'e' },
];
