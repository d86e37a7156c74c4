export function findChromium(): string | null;
export function ensureChromium(): boolean;
export const CHROMIUM_ARGS: readonly string[];
