import { en } from './en.ts';

/** The catalogue in use. A further language is an object of the same type. */
export type Strings = typeof en;
export const t: Strings = en;
