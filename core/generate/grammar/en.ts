import type { Figure, Noun, Title } from '../types.ts';

const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  users: ['user', 'users'],
  developers: ['developer', 'developers'],
  VMs: ['VM', 'VMs'],
  nodes: ['node', 'nodes'],
  servers: ['server', 'servers'],
  racks: ['rack', 'racks'],
  datacenters: ['datacenter', 'datacenters'],
  clusters: ['cluster', 'clusters'],
  instances: ['instance', 'instances'],
  pods: ['pod', 'pods'],
  containers: ['container', 'containers'],
  services: ['service', 'services'],
  sites: ['site', 'sites'],
  GPUs: ['GPU', 'GPUs'],
  people: ['person', 'people'],
};
const PER: Readonly<Record<NonNullable<Figure['per']>, string>> = { day: ' a day', month: ' a month', hour: ' an hour', s: '' };
const PRECISION: Readonly<Record<Figure['precision'], string>> = { exact: '', about: 'about ', over: 'more than ' };

/** "3,000". */
export function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

/** "about 8 TB a day", "5 nodes". */
export function figure({ value, unit, per, precision }: Figure): string {
  const word = UNITS[unit]?.[value === 1 ? 0 : 1] ?? unit;
  return `${PRECISION[precision]}${number(value)} ${word}${per === null ? '' : PER[per]}`;
}

/** The noun of a unit in the plural, as in "a third of the nodes". */
export function unitWord({ unit }: Figure): string {
  return UNITS[unit]?.[1] ?? unit;
}

/** A name in mid-sentence. */
export function name(noun: Noun): string {
  return noun.en;
}

/** A name at the beginning of a sentence: a proper name keeps its own spelling (etcd). */
export function Name(noun: Noun): string {
  return noun.isProper ? noun.en : noun.en.charAt(0).toUpperCase() + noun.en.slice(1);
}

/** A name, a figure with its article, or a quoted title in mid-sentence. */
export function about(thing: Noun | Figure | Title): string {
  if (thing.class === 'title') return thing.under === undefined ? `“${thing.text}”` : `“${thing.text}” under “${thing.under}”`;
  return thing.class === 'figure' ? `the ${figure(thing)}` : name(thing);
}

/** "Beats, Kafka and Logstash". */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** " (“…” and “…”)": what is quoted beside a name; nothing where nothing is. */
export function beside(...told: readonly (Title | null)[]): string {
  const quotes = told.filter((one) => one !== null).map(about);
  return quotes.length === 0 ? '' : ` (${list(quotes)})`;
}
