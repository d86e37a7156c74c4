import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildMatcher, type SkillMatcher } from '../../../core/import/matcher.ts';
import { readDocument } from '../../../core/import/read-document.ts';
import { type JobReading, readJob } from '../../../core/job/read-job.ts';
import { JOBS, type JobMeasure, loadJobs, measureJob, sumOf } from '../../jobs/measure.ts';
import { loadShippedTaxonomy } from '../../jobs/taxonomy.ts';

let matcher: SkillMatcher;
beforeAll(() => {
  matcher = buildMatcher(loadShippedTaxonomy());
});

async function read(text: string): Promise<JobReading> {
  return readJob(await readDocument(new TextEncoder().encode(text), 'job.md'), matcher);
}

function of(reading: JobReading, name: string) {
  return reading.requirements.find((one) => one.name === name);
}

describe('a job description', () => {
  it('tells must from nice to have by section and by wording', async () => {
    const reading = await read(
      '# SRE\n\n## Requirements\n\n- 5+ years of Kubernetes\n- Terraform, ideally also Ansible\n- Python (Rust would be a plus)\n\n## Nice to have\n\n- Prometheus\n',
    );
    expect(of(reading, 'Kubernetes')).toMatchObject({ importance: 'must', years: 5, level: 4 });
    expect(of(reading, 'Terraform')?.importance).toBe('must');
    expect(of(reading, 'Ansible')?.importance).toBe('nice');
    expect(of(reading, 'Python')?.importance).toBe('must');
    expect(of(reading, 'Rust')?.importance).toBe('nice');
    expect(of(reading, 'Prometheus')?.importance).toBe('nice');
  });

  it('takes a task as a must, and leaves the employer’s own and what is not needed', async () => {
    const reading = await read(
      '# DBRE\n\n## About us\n\nWe run 900 services on OpenShift.\n\n## What you will do\n\n- Operate our Ceph clusters\n\n## You have\n\n- PostgreSQL\n- You do not need to know Kafka.\n',
    );
    expect(of(reading, 'Ceph')?.importance).toBe('must');
    expect(of(reading, 'PostgreSQL')?.importance).toBe('must');
    expect(reading.notAsked.map(({ name, reason }) => [name, reason])).toEqual(
      expect.arrayContaining([
        ['OpenShift', 'company'],
        ['Apache Kafka', 'not-needed'],
      ]),
    );
    expect(of(reading, 'Apache Kafka')).toBeUndefined();
  });

  it('gives the members of an alternative one number', async () => {
    const reading = await read('## Requirements\n\n- Terraform or Pulumi\n- Linux\n');
    expect(of(reading, 'Terraform')?.alternatives).not.toBeNull();
    expect(of(reading, 'Terraform')?.alternatives).toBe(of(reading, 'Pulumi')?.alternatives);
    expect(of(reading, 'Linux')?.alternatives).toBeNull();
  });

  it.each([
    ['deep knowledge of Linux', 4],
    ['familiarity with Linux', 2],
    ['Linux expert', 5],
    ['2 years of Linux', 2],
    ['solid Linux skills', 3],
    ['fundierte Kenntnisse in Linux', 4],
    ['Grundkenntnisse in Linux', 2],
    ['bonnes connaissances de Linux', 3],
    ['très bonne maîtrise de Linux', 4],
    ['des notions de Linux', 2],
  ])('reads the level of “%s” as %i', async (words, level) => {
    expect(of(await read(`## Requirements\n\n- ${words}\n`), 'Linux')?.level).toBe(level);
  });

  it('says null, not a number, where nothing says how well', async () => {
    expect(of(await read('## Requirements\n\n- Linux\n'), 'Linux')).toMatchObject({ level: null, years: null });
  });

  it('reads French and German sections', async () => {
    const french = await read('# SRE\n\n## Profil recherché\n\n- Ansible\n\n## Les plus\n\n- Puppet 7\n');
    expect([of(french, 'Ansible')?.importance, of(french, 'Puppet')?.importance]).toEqual(['must', 'nice']);
    const german = await read('# SRE\n\n## Ihr Profil\n\n- Ansible\n\n## Von Vorteil\n\n- Terraform\n');
    expect([of(german, 'Ansible')?.importance, of(german, 'Terraform')?.importance]).toEqual(['must', 'nice']);
  });

  it('tells languages, degrees, certificates and conditions apart from skills', async () => {
    const reading = await read(
      '## Requirements\n\n- Fluent German (C1)\n- A degree in computer science\n- CKA certification\n- On-call one week in six\n',
    );
    expect(reading.other.map(({ kind }) => kind)).toEqual(['language', 'education', 'certification', 'condition']);
  });

  it('reads a sentence without an end in little time, and quotes only what stands around a name', async () => {
    const names = ['Kubernetes', 'Terraform', 'Ansible', 'PostgreSQL', 'Prometheus'];
    const text = `## Requirements\n\n- ${Array.from({ length: 20_000 }, (_, index) => names[index % names.length]).join(', ')}\n`;
    const startedMs = performance.now();
    const reading = await read(text);
    expect(performance.now() - startedMs).toBeLessThan(15_000);
    for (const { places } of reading.requirements) for (const place of places) expect(place.text.length).toBeLessThan(500);
  });

  it('finds nothing in a text that asks for nothing', async () => {
    expect((await read('The weather was fine. We walked along the river.')).requirements).toEqual([]);
  });
});

describe('the job descriptions with gold', () => {
  const measured: JobMeasure[] = [];

  it.each(loadJobs().map((job) => [job.name, job] as const))('%s: every span is its slice', async (name, job) => {
    const bytes = readFileSync(join(JOBS, name));
    const { reading, notes: _, ...measure } = await measureJob(bytes, job, matcher);
    measured.push(measure);
    const { text } = await readDocument(bytes, name);
    const spans = [
      ...reading.requirements.flatMap(({ places }) => places.flatMap((place) => [place, place.mention])),
      ...reading.other,
      ...reading.notAsked.map(({ place }) => place),
    ];
    for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
    for (const { places } of reading.requirements) expect(places.length).toBeGreaterThan(0);
  });

  it('are read with precision, recall and must-or-nice of at least nine in ten', () => {
    const { right, found, met, wanted, sameImportance } = sumOf(measured);
    expect(measured.length).toBeGreaterThanOrEqual(12);
    expect(right / found).toBeGreaterThanOrEqual(0.9);
    expect(met / wanted).toBeGreaterThanOrEqual(0.9);
    expect(sameImportance / met).toBeGreaterThanOrEqual(0.9);
  });
});
