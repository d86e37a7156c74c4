import { initial } from './0001-initial.ts';
import { reviewedImports } from './0002-reviewed-imports.ts';
import { personTaxonomy } from './0003-person-taxonomy.ts';
import { rolesAndPlans } from './0004-roles-and-plans.ts';
import { practice } from './0005-practice.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** In order, numbered from 1 without a hole. */
export const MIGRATIONS: readonly Migration[] = [initial, reviewedImports, personTaxonomy, rolesAndPlans, practice];
