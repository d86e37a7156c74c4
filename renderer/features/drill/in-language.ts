import type { Language } from '../../../core/content/language.ts';
import type { Outputs } from '../../api/client.ts';

type Asked = Outputs['drill']['question'];
type Version = Asked['versions']['en'];

/** A question as it stands on the screen: in one language. */
export type DrillQuestion = Omit<Asked, 'versions' | 'language'> & Version & { readonly hasFrench: boolean };

/** The question in a language; in English where it has no other. */
export function inLanguage({ versions, ...question }: Asked, language: Language): DrillQuestion {
  return { ...question, ...((language === 'fr' ? versions.fr : null) ?? versions.en), hasFrench: versions.fr !== null };
}
