import type { MenuItemConstructorOptions } from 'electron';

const SCREENS = [
  ['Today', '/'],
  ['Import', '/import'],
  ['Skills', '/skills'],
  ['Roles', '/roles'],
  ['Gaps', '/gaps'],
  ['Drill', '/drill'],
  ['Questions', '/questions'],
  ['Progress', '/progress'],
  ['Settings', '/settings'],
] as const;

/** The application menu: the system's own entries, and the screens. @param go loads a path of the app. */
export function menuTemplate(isMac: boolean, go: (path: string) => void): MenuItemConstructorOptions[] {
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    {
      label: 'Go',
      submenu: SCREENS.map(([label, path], index) => ({ label, accelerator: `CmdOrCtrl+${index + 1}`, click: () => go(path) })),
    },
    {
      label: 'View',
      submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { type: 'separator' }, { role: 'togglefullscreen' }],
    },
    { role: 'windowMenu' },
  ];
}
