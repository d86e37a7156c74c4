import type { Session } from 'electron';
import { isAppUrl } from './urls.ts';

/** What is asked for: a permission by Electron's name, who asks, and which media. */
export interface Wish {
  readonly permission: string;
  /** Address of the page that asks; its origin, where Electron tells no more. */
  readonly from: string;
  readonly media: readonly (string | undefined)[];
  readonly isMainFrame: boolean;
}

/** Hearing the microphone, for the app's own page, when a spoken answer is recorded: nothing else is ever allowed. */
export function isAllowed({ permission, from, media, isMainFrame }: Wish): boolean {
  const address = URL.parse(from)?.pathname === '' ? `${from}/` : from;
  return permission === 'media' && isMainFrame && media.length > 0 && media.every((one) => one === 'audio') && isAppUrl(address);
}

/** Denies every permission, device and check but the one {@link isAllowed} names. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(isAllowed({ permission, from: details.requestingUrl, media, isMainFrame: details.isMainFrame }));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType, isMainFrame }) =>
    isAllowed({ permission, from: origin, media: [mediaType], isMainFrame }),
  );
  session.setDevicePermissionHandler(() => false);
}
