/**
 * Host 1: Electron's window. Reading this file is reading the security policy: one window on app://plumbline, served by the
 * same handler as the browser host; no preload, no ipcMain, nothing remote.
 */
import { app, dialog, Menu, session } from 'electron';
import { backUpDaily, openApp } from '../api/app.ts';
import { createHandler } from '../api/handler.ts';
import { checkBesideUse } from '../api/integrity.ts';
import { tidyRecordings } from '../api/recordings.ts';
import { toAppError } from '../core/errors.ts';
import { lockDataFolder } from '../server/instance-lock.ts';
import { readArguments } from '../server/main.ts';
import { ASSETS_DIR, RENDERER_DIR } from '../server/paths.ts';
import { addSampleProfile } from '../server/sample.ts';
import { menuTemplate } from './menu.ts';
import { guardNavigation } from './navigation.ts';
import { limitPermissions } from './permissions.ts';
import { PARTITION, registerScheme, serveOn } from './protocol.ts';
import { openWindow } from './window.ts';

registerScheme();

async function start(): Promise<void> {
  const { dataDir, sample } = readArguments(
    process.argv.slice(app.isPackaged ? 1 : 2).filter((argument) => !argument.startsWith('--user-data-dir')),
  );
  app.setPath('userData', dataDir);
  app.setPath('sessionData', dataDir);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const lock = lockDataFolder(dataDir);
  const { app: plumbline, close } = openApp({ dataDir, assetsDir: ASSETS_DIR, version: app.getVersion(), host: 'electron' });
  await tidyRecordings(plumbline);
  if (sample) await addSampleProfile(plumbline);
  await app.whenReady();
  const own = session.fromPartition(PARTITION);
  serveOn(own, createHandler(plumbline, RENDERER_DIR));
  limitPermissions(own);
  guardNavigation(app);
  const window = openWindow(dataDir);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', (path) => void window.loadURL(`app://plumbline${path}`))),
  );
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    close();
    lock.release();
  });
  void checkBesideUse(plumbline);
  await backUpDaily(plumbline);
}

start().catch((error: unknown) => {
  dialog.showErrorBox('Plumbline', toAppError(error).message);
  app.exit(1);
});
