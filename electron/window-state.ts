import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
const stateSchema = z.object({ bounds: boundsSchema.nullable(), maximised: z.boolean() });

export type Bounds = z.infer<typeof boundsSchema>;
export type WindowState = z.infer<typeof stateSchema>;

const FILE = 'window.json';
const DEFAULT_SIZE = { width: 1280, height: 820 };
/** This much of the window must lie on a display, so that it can be taken hold of. */
const MIN_VISIBLE = 120;

/** Where the window was when it was closed; a missing or damaged file is simply the first start. */
export function readWindowState(dataDir: string): WindowState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')));
  } catch {
    return { bounds: null, maximised: false };
  }
}

export function writeWindowState(dataDir: string, state: WindowState): void {
  writeFileSync(join(dataDir, FILE), JSON.stringify(state));
}

/** The remembered bounds when enough of them lies on a display that is there today, else the default size, centred. */
export function fitBounds(bounds: Bounds | null, displays: readonly Bounds[]): Bounds | typeof DEFAULT_SIZE {
  if (bounds === null) return DEFAULT_SIZE;
  const isVisible = displays.some((display) => {
    const width = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x);
    const height = Math.min(bounds.y + bounds.height, display.y + display.height) - Math.max(bounds.y, display.y);
    return width >= MIN_VISIBLE && height >= MIN_VISIBLE;
  });
  return isVisible ? bounds : DEFAULT_SIZE;
}
