import { BrowserWindow, screen } from 'electron';
import { PARTITION } from './protocol.ts';
import { fitBounds, readWindowState, writeWindowState } from './window-state.ts';

const MIN_SIZE = { minWidth: 720, minHeight: 520 };

/** The one window: sandboxed, isolated, without Node and without a preload. Its place is remembered. */
export function openWindow(dataDir: string): BrowserWindow {
  const state = readWindowState(dataDir);
  const bounds = fitBounds(
    state.bounds,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    ...MIN_SIZE,
    show: false,
    title: 'Plumbline',
    webPreferences: {
      partition: PARTITION,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
    },
  });
  if (state.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writeWindowState(dataDir, { bounds: window.getNormalBounds(), maximised: window.isMaximized() }));
  void window.loadURL('app://plumbline/');
  return window;
}
