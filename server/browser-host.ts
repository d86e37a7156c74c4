import { backUpDaily, openApp } from '../api/app.ts';
import { createHandler } from '../api/handler.ts';
import { checkBesideUse } from '../api/integrity.ts';
import { tidyRecordings } from '../api/recordings.ts';
import { createGuard } from './guard.ts';
import { lockDataFolder } from './instance-lock.ts';
import { listen } from './listen.ts';
import { ASSETS_DIR, RENDERER_DIR } from './paths.ts';
import { addSampleProfile } from './sample.ts';

export interface BrowserHostOptions {
  readonly dataDir: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly sample: boolean;
  readonly version: string;
}

export interface BrowserHost {
  /** With the key of this run after #. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Opens the data and serves it to this machine's browser. @throws AppError with words for every way this can fail. */
export async function startBrowserHost({ dataDir, port, sample, version }: BrowserHostOptions): Promise<BrowserHost> {
  const lock = lockDataFolder(dataDir);
  try {
    const { app, close } = openApp({ dataDir, assetsDir: ASSETS_DIR, version, host: 'browser' });
    await tidyRecordings(app);
    if (sample) await addSampleProfile(app);
    const guard = createGuard();
    let host = '';
    const handler = guard.wrap(createHandler(app, RENDERER_DIR), () => host);
    const listening = await listen(handler, port).catch((error: unknown) => {
      close();
      throw error;
    });
    host = listening.host;
    lock.announce(`http://${host}/`);
    void checkBesideUse(app);
    const backup = backUpDaily(app).catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    return {
      address: `http://${host}/#key=${guard.key}`,
      stop: async () => {
        await listening.stop();
        await backup;
        close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
