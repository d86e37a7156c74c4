import type { Session } from 'electron';

/** Nothing the app does needs a permission, a device or a download without being asked for: everything is denied. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
