import { choiceFamilies } from './choice.ts';
import { honestyFamilies } from './honesty.ts';
import { incidentFamilies } from './incident.ts';
import { learningFamilies } from './learning.ts';
import { scaleFamilies } from './scale.ts';
import { workFamilies } from './work.ts';

/** Every family there is. */
export const FAMILIES = [
  ...scaleFamilies,
  ...workFamilies,
  ...incidentFamilies,
  ...choiceFamilies,
  ...learningFamilies,
  ...honestyFamilies,
];
