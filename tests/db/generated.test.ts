import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProfile, currentProfile, selectProfile } from '../../api/context.ts';
import { importFile } from '../../cli/import-file.ts';
import { generatedKey } from '../../core/practice/generated-mix.ts';
import { OpenedApp } from './opened-app.ts';

const START = Date.UTC(2026, 10, 20, 9);
const DOCUMENT = `# My work

## Observability

### Loki

- Loki: 8 TB/day
- Moved from RabbitMQ to Kafka because it was too slow at noon
- Built the Loki cluster and ran it for three years

### Kafka

- Fleet: 7 Kafka nodes
- Built the Kafka cluster with Ansible

## Honesty notes

- The 8 TB/day of Loki was a team effort, not mine alone

## Learning gaps

- eBPF
- BGP routing
`;

let opened: OpenedApp;
beforeEach(() => {
  opened = new OpenedApp(START);
});
afterEach(() => opened.remove());

async function bringIn(text: string, name = 'notes.md'): Promise<void> {
  await importFile({ name, bytes: new TextEncoder().encode(text) }, opened.app);
}

const mine = async (): Promise<string[]> => {
  const { items } = await opened.caller.questions.search({ wanted: { origin: 'generated' }, limit: 200 });
  return items.map(({ id }) => id).sort();
};

describe('questions from experience', () => {
  it('are made once from what was imported, and not again until something changes', async () => {
    await bringIn(DOCUMENT);
    const first = await opened.caller.questions.refreshGenerated({});
    expect(first.result.added).toBeGreaterThan(8);
    expect(first.changed).toEqual(['questions']);
    expect(await opened.caller.questions.refreshGenerated({})).toEqual({ result: { added: 0, changed: 0, retired: 0 }, changed: [] });
    expect(await opened.caller.questions.refreshGenerated({ isForced: true })).toEqual({
      result: { added: 0, changed: 0, retired: 0 },
      changed: ['questions'],
    });
    expect(await mine()).toContain('gen.scale-lose-one.kafka-7-nodes.p1');
    const counts = await opened.caller.questions.generated();
    expect(counts.find(({ family }) => family === 'gap-ladder')?.count).toBe(2);
  });

  it('keep their ids, cards and answers when the same evidence comes in a newer document, and retire with their evidence', async () => {
    await bringIn(DOCUMENT);
    await opened.caller.questions.refreshGenerated({});
    const before = await mine();
    const id = 'gen.scale-lose-one.kafka-7-nodes.p1';
    const { result } = await opened.caller.drill.start({ roleId: 'multi-dc-sre', questionId: id, size: 1 });
    const answer = { text: '', numbers: { left: '3' }, choice: null, order: [], acts: [], spoken: false };
    await opened.caller.drill
      .grade({ sessionId: result.sessionId, questionId: id, grade: 'good', answer, points: [], durationMs: 1000 })
      .catch((error) => {
        throw error;
      });
    const [first] = await opened.caller.documents.list();
    const other = DOCUMENT.replace('# My work', '# My work\n\nA new introduction moves every place.');
    await opened.caller.documents.remove({ id: first?.id ?? 0 });
    await opened.caller.questions.refreshGenerated({});
    expect(await mine()).toEqual([]);
    await bringIn(other);
    await opened.caller.questions.refreshGenerated({});
    expect(await mine()).toEqual(before);
    const details = await opened.caller.questions.details({ id });
    expect([details.card?.state, details.question.version, details.experience?.sources[0]?.document]).toEqual([
      expect.stringMatching(/learning|review/),
      1,
      'notes.md',
    ]);
  });

  it('belong to one profile: no other finds them, is asked them or may start them', async () => {
    await bringIn(DOCUMENT);
    await opened.caller.questions.refreshGenerated({});
    const [id = ''] = await mine();
    const me = currentProfile(opened.app).id;
    createProfile(opened.app, 'A colleague');
    expect(await mine()).toEqual([]);
    expect(
      (await opened.caller.questions.search({ wanted: {}, limit: 200 })).items.filter(({ id: one }) => one.startsWith('gen.')),
    ).toEqual([]);
    await expect(opened.caller.drill.start({ roleId: 'multi-dc-sre', questionId: id, size: 1 })).rejects.toThrow('another person');
    const { result } = await opened.caller.drill.start({ roleId: 'multi-dc-sre', size: 30, beyondLimits: true });
    const { items } = await opened.caller.drill.session({ sessionId: result.sessionId });
    expect(items.filter(({ questionId }) => generatedKey(questionId) !== null)).toEqual([]);
    await bringIn(DOCUMENT);
    await opened.caller.questions.refreshGenerated({});
    expect((await mine()).every((one) => one.endsWith('.p2'))).toBe(true);
    selectProfile(opened.app, me);
    expect(await mine()).toContain(id);
  });

  it('take part in sessions: a third at most, two of a family or atom, never one family twice running', async () => {
    await bringIn(DOCUMENT);
    const { result } = await opened.caller.drill.start({ roleId: 'multi-dc-sre', size: 18, beyondLimits: true });
    const { items } = await opened.caller.drill.session({ sessionId: result.sessionId });
    const keys = items.map(({ questionId }) => generatedKey(questionId));
    const own = keys.filter((key) => key !== null);
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect(own.length).toBeLessThanOrEqual(6);
    for (const part of ['family', 'atom'] as const) {
      const most = Math.max(...[...Map.groupBy(own, (key) => key[part]).values()].map((list) => list.length));
      expect(most).toBeLessThanOrEqual(2);
    }
    expect(keys.filter((key, index) => key !== null && keys[index + 1]?.family === key.family)).toEqual([]);
  });

  it('are retired when reported twice, and stay so', async () => {
    await bringIn(DOCUMENT);
    await opened.caller.questions.refreshGenerated({});
    const [id = ''] = await mine();
    const report = { id, reason: 'not-mine' as const, text: '' };
    expect((await opened.caller.questions.report(report)).result.isRetired).toBe(false);
    expect((await opened.caller.questions.report(report)).result.isRetired).toBe(true);
    await opened.caller.questions.refreshGenerated({ isForced: true });
    expect(await mine()).not.toContain(id);
  });

  it('say where they come from when they are asked, and cannot be edited', async () => {
    await bringIn(DOCUMENT);
    await opened.caller.questions.refreshGenerated({});
    const id = 'gen.scale-break-down.loki-8-tb-day.p1';
    const { result } = await opened.caller.drill.start({ roleId: 'multi-dc-sre', questionId: id, size: 1 });
    const asked = await opened.caller.drill.question({ sessionId: result.sessionId, questionId: id });
    expect([asked.experience?.stance, asked.experience?.sources[0]?.text, asked.experience?.why.en]).toEqual([
      'team',
      expect.stringContaining('8 TB/day'),
      expect.stringContaining('8 TB a day'),
    ]);
    const { question } = await opened.caller.questions.details({ id });
    await expect(opened.caller.questions.edit({ question })).rejects.toThrow('made from your documents');
  });
});
