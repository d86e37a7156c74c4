/** The import engine: bytes → text → blocks → skills, levels, gaps, caveats, stories, numbers. Pure; start reading in import-document.ts. */
export { decodeDocument } from './decode.ts';
export { type ImportOptions, importDocument } from './import-document.ts';
export { buildMatcher, type SkillMatcher } from './matcher.ts';
export type * from './types.ts';
