import type { PlacedBlock } from './blocks.ts';
import { latin } from './patterns.ts';
import { type Reading, spanOf, subjectsOf } from './reading.ts';
import type { ImportedScale } from './types.ts';

/** Units that say how big something is; the first form is the normalised one. Time spans and versions say nothing here. */
const UNITS: readonly { readonly unit: string; readonly pattern: string }[] = [
  { unit: 'PB', pattern: 'PB|PiB|petabytes?|Po' },
  { unit: 'TB', pattern: 'TB|TiB|terabytes?|To' },
  { unit: 'GB', pattern: 'GB|GiB|gigabytes?|Go' },
  { unit: 'Gbit/s', pattern: 'Gbps|Gbit\\/s|Gb\\/s|Gbits?' },
  { unit: 'users', pattern: 'users|utilisateurs|customers|clients|players|joueurs|Benutzer|Nutzer' },
  { unit: 'developers', pattern: 'developers|devs|développeurs|Entwickler' },
  { unit: 'VMs', pattern: 'VMs?|virtual machines|machines virtuelles' },
  { unit: 'nodes', pattern: 'nodes?|nœuds|noeuds|Knoten' },
  { unit: 'servers', pattern: 'servers?|serveurs?|machines|hosts?|hyper[vw]is[eo]rs?|hyperviseurs' },
  { unit: 'racks', pattern: 'racks?|baies?' },
  { unit: 'datacenters', pattern: 'data ?cent(?:er|re)s?|DCs?|Rechenzentren' },
  { unit: 'clusters', pattern: 'clusters?|grappes' },
  { unit: 'instances', pattern: 'instances?' },
  { unit: 'pods', pattern: 'pods?' },
  { unit: 'containers', pattern: 'containers?|conteneurs?' },
  { unit: 'services', pattern: 'services|microservices|micro-services' },
  { unit: 'sites', pattern: 'sites|countries|regions|pays' },
  { unit: 'GPUs', pattern: 'GPUs?' },
  {
    unit: 'req/s',
    pattern: '(?:requests?|req|queries|messages|events)(?: ?\\/ ?s(?:ec(?:ond)?)?| per second)|rps|qps',
  },
  { unit: 'people', pattern: 'people|engineers|personnes|ingénieurs|Personen' },
];

const NUMBER = String.raw`(?<![\p{L}\p{N}.,_-])(\d{1,3}(?:[ ., ]\d{3})+|\d+(?:[.,]\d+)?)\s?(k|K|M|million|millions|thousand|mille)?\+?`;
const RATE = String.raw`(?:\s?(?:\/|per|par|pro|a)\s?(day|d|jour|j|tag|month|mois|monat|s|sec|second|hour|h|heure)(?![\p{L}\p{N}]))?`;
const QUALIFIER = String.raw`(?:\s(?!of |in |the |and )(?:full |physical |bare[- ]metal |dedicated |virtual |production |concurrent |replica |different |Kafka |Proxmox |Kubernetes |Linux |Windows ))?`;
const SCALE = latin(
  new RegExp(`${NUMBER}[ -]?${QUALIFIER}\\s?(${UNITS.map((each) => each.pattern).join('|')})(?![\\p{L}\\p{N}])${RATE}`, 'gu'),
);
const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  thousand: 1e3,
  mille: 1e3,
  M: 1e6,
  million: 1e6,
  millions: 1e6,
};
const RATES: readonly { readonly rate: string; readonly pattern: RegExp }[] = [
  { rate: 'day', pattern: /^(?:day|d|jour|j|tag)$/i },
  { rate: 'month', pattern: /^(?:month|mois|monat)$/i },
  { rate: 'hour', pattern: /^(?:hour|h|heure)$/i },
  { rate: 's', pattern: /^(?:s|sec|second)$/i },
];
const UNIT_TESTS = UNITS.map((each) => ({ unit: each.unit, pattern: new RegExp(`^(?:${each.pattern})$`, 'u') }));

/** All numbers that say how big something was, with the skills the line or its heading names. */
export function readScales(reading: Reading): ImportedScale[] {
  return reading.outline.blocks.filter((block) => block.kind !== 'code').flatMap((block) => scalesIn(reading, block));
}

function scalesIn(reading: Reading, block: PlacedBlock): ImportedScale[] {
  const found: ImportedScale[] = [];
  const text = reading.outline.masked.slice(block.start, block.end);
  if (!/\d/.test(text)) return found;
  for (const match of text.matchAll(SCALE)) {
    const [, digits = '', factor, word = '', rate] = match;
    const unit = UNIT_TESTS.find((each) => each.pattern.test(word))?.unit;
    const value = toNumber(digits) * (MULTIPLIERS[factor ?? ''] ?? 1);
    if (unit === undefined || !Number.isFinite(value) || value <= 0) continue;
    const per = rate === undefined ? undefined : RATES.find((each) => each.pattern.test(rate))?.rate;
    const start = block.start + match.index;
    found.push({
      ...spanOf(reading.document, start, start + match[0].length),
      value,
      unit: per === undefined ? unit : `${unit}/${per}`,
      skills: subjectsOf(reading, block),
    });
  }
  return found;
}

/** "10,000", "10 000" and "10.000" are ten thousand; "1.5" and "1,5" are one and a half. */
function toNumber(digits: string): number {
  if (/^\d{1,3}(?:[ ., ]\d{3})+$/u.test(digits)) return Number(digits.replace(/[ ., ]/gu, ''));
  return Number(digits.replace(',', '.'));
}
