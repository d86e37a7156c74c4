import { type App, shell } from 'electron';
import { isAppUrl, isOutsideUrl } from './urls.ts';

/** The window stays on app://plumbline. A link to an https page opens in the system's browser; everything else is refused. */
export function guardNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault(): void; readonly url: string }): void => {
      if (!isAppUrl(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (isOutsideUrl(url)) void shell.openExternal(url);
      return { action: 'deny' };
    });
  });
}
