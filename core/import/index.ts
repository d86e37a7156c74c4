/** The import engine: bytes → text → blocks → skills, levels, gaps, caveats, stories, numbers. Pure; start reading in import-document.ts. */
export { decodeDocument } from './decode.ts';
export { importDocument } from './import-document.ts';
export { buildMatcher } from './matcher.ts';
export { readDocument } from './read-document.ts';
export type * from './types.ts';
