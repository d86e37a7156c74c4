import type { Fit, RoleComparison } from './compare.ts';
import type { MergedGap } from './merged-gaps.ts';
import type { PlanStep } from './plan.ts';

/** A statement that stands behind a competency. */
export interface ReportEvidence {
  readonly text: string;
  readonly document: string;
}

export interface StandingReport {
  readonly profile: string;
  /** ISO day. */
  readonly day: string;
  readonly comparison: RoleComparison;
  /** Open gaps, the heaviest first. */
  readonly gaps: readonly MergedGap[];
  readonly steps: readonly PlanStep[];
  readonly planHours: number;
  readonly fitAfter: Fit;
  /** ISO day; null where none is set. */
  readonly interviewOn: string | null;
  /** By competency id; null for a report without evidence. */
  readonly evidence: ReadonlyMap<string, readonly ReportEvidence[]> | null;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly required: string;
  readonly level: string;
  readonly range: string;
}

const TOP_GAPS = 10;
const TOP_MET = 8;
const TOP_STEPS = 8;
const QUOTES = 2;

const BANDS = {
  ready: 'ready',
  close: 'close',
  reachable: 'within reach',
  far: 'far',
  unknown: 'nothing assessed yet',
} as const;

/** What both forms of the report say, in their order. */
function partsOf({ comparison, gaps, steps, planHours, fitAfter, interviewOn }: StandingReport) {
  const { fit, musts, band, layers, role } = comparison;
  const all = layers.flatMap(({ competencies }) => competencies);
  const row = ({ id, name, required, level, low, high }: (typeof all)[number]): Row => ({
    id,
    name,
    required: String(required),
    level: level === null ? 'unknown' : level.toFixed(1),
    range: level === null ? '' : `${low.toFixed(1)}–${high.toFixed(1)}`,
  });
  const blockers = all.filter(({ state }) => state === 'blocker');
  const below = all
    .filter(({ level, gap, state }) => level !== null && gap > 0.05 && state !== 'met')
    .sort((a, b) => Number(b.state === 'blocker') - Number(a.state === 'blocker') || b.priority - a.priority);
  const met = all.filter(({ state, importance }) => state === 'met' && importance === 'must').sort((a, b) => b.weight - a.weight);
  const unknown = all.filter(({ level, importance }) => level === null && importance === 'must');
  return {
    title: `Where I stand: ${role.name}`,
    version: `version ${role.version} of the role`,
    fit: fitWords(fit),
    summary: [
      `${BANDS[band]}; ${Math.round(fit.assessedShare * 100)} % of the role is assessed`,
      `${musts.met} of ${musts.total} musts met, ${blockers.length} far below their bar`,
    ],
    layers: layers.map((layer) => ({
      name: layer.name,
      fit: layer.fit.expected === null ? 'unknown' : fitWords(layer.fit),
      assessed: `${Math.round(layer.fit.assessedShare * 100)} %`,
    })),
    blockers: blockers.map(row),
    below: below.slice(0, TOP_GAPS).map(row),
    moreBelow: Math.max(0, below.length - TOP_GAPS),
    met: met.slice(0, TOP_MET).map(row),
    moreMet: Math.max(0, met.length - TOP_MET),
    unknown: unknown.map(({ name }) => name),
    said: gaps
      .filter(({ origins, status }) => origins.includes('said') && status !== 'closed')
      .flatMap(({ said }) => said.map(({ text }) => oneLine(text))),
    steps: steps
      .slice(0, TOP_STEPS)
      .map(({ name, from, to, hours }) => `${name}: ${from.toFixed(1)} → ${to.toFixed(1)}, about ${hours.toFixed(0)} h`),
    plan: `${planHours.toFixed(0)} hours${interviewOn === null ? '' : ` until ${interviewOn}`} would bring the fit to ${fitWords(fitAfter)}`,
  };
}

function fitWords({ expected, low, high }: Fit): string {
  return `${expected === null ? 'unknown' : Math.round(expected)} of 100 (between ${Math.round(low)} and ${Math.round(high)})`;
}

function oneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replace(/^[-*•]\s*/, '')
    .trim();
}

const HOW =
  'The fit is the weighted share of what the role requires that is reached; what is unknown counts as half met, and the range takes all of it as missing and as met. Levels are estimates from ratings, documents and answers.';

/** The report as Markdown. Words of documents are escaped, so that they stay words. */
export function reportAsMarkdown(report: StandingReport): string {
  const parts = partsOf(report);
  const quotes = (id: string): string[] =>
    (report.evidence?.get(id) ?? [])
      .slice(0, QUOTES)
      .map(({ text, document }) => `  - “${escapeMarkdown(oneLine(text))}” (${escapeMarkdown(document)})`);
  const rows = (list: readonly Row[]): string[] =>
    list.flatMap(({ id, name, required, level, range }) => [
      `- **${escapeMarkdown(name)}**: ${level}${range === '' ? '' : ` (${range})`}, required ${required}`,
      ...quotes(id),
    ]);
  const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`## ${title}`, '', ...lines, '']);
  return [
    `# ${escapeMarkdown(parts.title)}`,
    '',
    `${escapeMarkdown(report.profile)}, ${report.day}, ${parts.version}`,
    '',
    `**Fit ${parts.fit}.** ${parts.summary.join('; ')}.`,
    '',
    ...section('By layer', [
      '| Layer | Fit | Assessed |',
      '| --- | --- | ---: |',
      ...parts.layers.map(({ name, fit, assessed }) => `| ${escapeMarkdown(name)} | ${fit} | ${assessed} |`),
    ]),
    ...section('Musts far below their bar', rows(parts.blockers)),
    ...section('What is short, the heaviest first', [
      ...rows(parts.below),
      ...(parts.moreBelow > 0 ? [`- and ${parts.moreBelow} more`] : []),
    ]),
    ...section('Musts that are met', [...rows(parts.met), ...(parts.moreMet > 0 ? [`- and ${parts.moreMet} more`] : [])]),
    ...section(
      'Musts nobody knows yet',
      parts.unknown.map((name) => `- ${escapeMarkdown(name)}`),
    ),
    ...section(
      'In my own words',
      parts.said.map((text) => `- ${escapeMarkdown(text)}`),
    ),
    ...section('What comes next', [...parts.steps.map((step) => `- ${escapeMarkdown(step)}`), '', `${parts.plan}.`]),
    `*${HOW}*`,
    '',
  ].join('\n');
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/([\\`*_{}[\]<>#|])/g, '\\$1');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `:root{color-scheme:light}body{font:13px/1.45 system-ui,sans-serif;color:#17242a;max-width:780px;margin:24px auto;padding:0 20px}
h1{font-size:22px;margin:0 0 2px}h2{font-size:14px;margin:16px 0 4px;border-bottom:1px solid #cfd9db;padding-bottom:2px}
p{margin:4px 0}.soft{color:#51646a}.fit{font-size:17px;font-weight:650;margin-top:10px}table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:2px 8px 2px 0;border-bottom:1px solid #e6edee;vertical-align:top}td.n,th.n{text-align:right;white-space:nowrap}
ul{margin:4px 0;padding-left:18px}.quote{color:#51646a;font-style:italic}@page{margin:14mm}@media print{body{margin:0;max-width:none;font-size:11px}h2{break-after:avoid}tr{break-inside:avoid}}`;

/** The report as one page of HTML that needs nothing else and prints on paper. */
export function reportAsHtml(report: StandingReport): string {
  const parts = partsOf(report);
  const e = escapeHtml;
  const quotes = (id: string): string =>
    (report.evidence?.get(id) ?? [])
      .slice(0, QUOTES)
      .map(({ text, document }) => `<div class="quote">“${e(oneLine(text))}” (${e(document)})</div>`)
      .join('');
  const rows = (list: readonly Row[], more: number): string =>
    `<table><thead><tr><th>Competency</th><th class="n">Current</th><th class="n">Likely</th><th class="n">Required</th></tr></thead><tbody>${list
      .map(
        ({ id, name, required, level, range }) =>
          `<tr><td>${e(name)}${quotes(id)}</td><td class="n">${e(level)}</td><td class="n">${e(range)}</td><td class="n">${e(required)}</td></tr>`,
      )
      .join('')}</tbody></table>${more > 0 ? `<p class="soft">and ${more} more</p>` : ''}`;
  const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${e(item)}</li>`).join('')}</ul>`;
  const section = (title: string, isThere: boolean, body: string): string => (isThere ? `<h2>${e(title)}</h2>${body}` : '');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${e(parts.title)}</title><style>${STYLE}</style></head><body>
<h1>${e(parts.title)}</h1><p class="soft">${e(report.profile)}, ${e(report.day)}, ${e(parts.version)}</p>
<p class="fit">Fit ${e(parts.fit)}</p><p>${e(parts.summary.join('; '))}.</p>
${section(
  'By layer',
  true,
  `<table><thead><tr><th>Layer</th><th>Fit</th><th class="n">Assessed</th></tr></thead><tbody>${parts.layers
    .map(({ name, fit, assessed }) => `<tr><td>${e(name)}</td><td>${e(fit)}</td><td class="n">${e(assessed)}</td></tr>`)
    .join('')}</tbody></table>`,
)}
${section('Musts far below their bar', parts.blockers.length > 0, rows(parts.blockers, 0))}
${section('What is short, the heaviest first', parts.below.length > 0, rows(parts.below, parts.moreBelow))}
${section('Musts that are met', parts.met.length > 0, rows(parts.met, parts.moreMet))}
${section('Musts nobody knows yet', parts.unknown.length > 0, `<p>${e(parts.unknown.join(' · '))}</p>`)}
${section('In my own words', parts.said.length > 0, list(parts.said))}
${section('What comes next', true, `${list(parts.steps)}<p>${e(parts.plan)}.</p>`)}
<p class="soft">${e(HOW)}</p></body></html>
`;
}
