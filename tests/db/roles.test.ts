import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../../api/app.ts';
import type { App } from '../../api/context.ts';
import { exportReport, exportRole } from '../../api/exports.ts';
import { createCaller } from '../../api/router/index.ts';
import type { Role } from '../../core/content/role.ts';
import { setRoleRemoved } from '../../db/roles/roles.ts';
import { ASSETS_DIR } from '../../server/paths.ts';

const DAY_MS = 24 * 3_600_000;
let dataDir: string;
let nowMs: number;
let app: App;
let close: () => void;
let caller: ReturnType<typeof createCaller>;

function open(): void {
  ({ app, close } = openApp({ dataDir, assetsDir: ASSETS_DIR, version: '0', host: 'cli', now: () => nowMs }));
  caller = createCaller(app);
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'plumbline-roles-'));
  nowMs = Date.UTC(2027, 0, 4, 9);
  open();
});
afterEach(() => {
  close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function ownRole(): Promise<Role> {
  const { result } = await caller.roles.create({ name: 'Mine', from: 'k8s-platform' });
  return (await caller.roles.get({ id: result.id })).role;
}

describe('own roles', () => {
  it('are copies that can be changed; every version stays, the same again is none, and an earlier one can be brought back', async () => {
    const role = await ownRole();
    expect((await caller.roles.save({ role: { ...role, name: 'Mine, harder' } })).result.version).toBe(2);
    const second = (await caller.roles.get({ id: role.id })).role;
    expect((await caller.roles.save({ role: second })).result.version).toBe(2);
    expect((await caller.roles.get({ id: role.id, version: 1 })).role.name).toBe('Mine');
    expect((await caller.roles.bringBack({ id: role.id, version: 1 })).result.version).toBe(3);
    const { role: third, versions } = await caller.roles.get({ id: role.id });
    expect([third.name, versions.map(({ version }) => version)]).toEqual(['Mine', [3, 2, 1]]);
  });

  it('survive a restart with their versions, and a comparison names the one it used', async () => {
    const role = await ownRole();
    await caller.roles.save({ role: { ...role, summary: 'changed' } });
    close();
    open();
    expect((await caller.roles.compare({ roleId: role.id })).role).toEqual({ id: role.id, name: 'Mine', version: 2 });
  });

  it('refuse a change made on an older version, and any change of a shipped role', async () => {
    const role = await ownRole();
    await caller.roles.save({ role: { ...role, name: 'A' } });
    await expect(caller.roles.save({ role: { ...role, name: 'B' } })).rejects.toThrow('was changed elsewhere');
    const shipped = (await caller.roles.get({ id: 'k8s-platform' })).role;
    await expect(caller.roles.save({ role: shipped })).rejects.toThrow('comes with the program');
    await expect(caller.roles.remove({ id: 'k8s-platform' })).rejects.toThrow('Only a role of your own');
  });

  it('are removed with a way back, but not while one compares oneself with it', async () => {
    const role = await ownRole();
    await caller.roles.choose({ id: role.id });
    await expect(caller.roles.remove({ id: role.id })).rejects.toThrow('Choose another one there first');
    await caller.roles.choose({ id: 'k8s-platform' });
    await caller.roles.remove({ id: role.id });
    expect((await caller.roles.list()).some(({ id }) => id === role.id)).toBe(false);
    await caller.roles.restore({ id: role.id });
    expect((await caller.roles.list()).some(({ id }) => id === role.id)).toBe(true);
  });

  it.each(['Site Reliability Engineer Datacenter Operations (m/f/d)', '日本のインフラ', '---', 'x'.repeat(80)])(
    'called “%s” can be read again, and so can everything beside them',
    async (name) => {
      const { result } = await caller.roles.create({ name });
      expect((await caller.roles.get({ id: result.id })).role.name).toBe(name);
      expect((await caller.roles.standings()).some(({ id }) => id === result.id)).toBe(true);
    },
  );

  it('never stand in the place of a shipped one: their ids are told apart', async () => {
    const { result } = await caller.roles.importFile({ text: exportRole(app, 'storage', 'json').text });
    expect(result.id).toBe('own-storage');
    expect((await caller.roles.get({ id: 'storage' })).origin).toBe('shipped');
  });

  it('in use by another profile cannot be removed, and a target that is gone is none', async () => {
    const role = await ownRole();
    await caller.roles.choose({ id: role.id });
    await caller.profiles.create({ name: 'Colleague' });
    await expect(caller.roles.remove({ id: role.id })).rejects.toThrow('the profile “Me”');
    app.store.transact('test', (db) => {
      setRoleRemoved(db, role.id, nowMs);
      return { result: null, changed: [] };
    });
    await caller.profiles.select({ id: 1 });
    expect((await caller.app.state()).profile.roleId).toBeNull();
    expect(await caller.gaps.list()).toEqual([]);
  });

  it('of a hostile file are refused in little time', async () => {
    const keys = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n');
    const startedMs = performance.now();
    await expect(caller.roles.importFile({ text: keys })).rejects.toThrow('cannot be read');
    await expect(caller.roles.importFile({ text: 'a'.repeat(700_000) })).rejects.toThrow('larger than any role');
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });

  it.each(['yaml', 'json'])('leave as %s and come back the same, under an id of their own', async (format) => {
    const role = await ownRole();
    const { text } = exportRole(app, role.id, format);
    const { result } = await caller.roles.importFile({ text });
    expect(result.id).not.toBe(role.id);
    expect((await caller.roles.get({ id: result.id })).role).toEqual({ ...role, id: result.id });
  });

  it.each([
    ['{', 'neither YAML nor JSON'],
    ['just words', 'This is no role'],
    ['id: x\nversion: 1\nname: X\nsummary: s\nlayers: []\n', 'cannot be read'],
  ])('from the file “%s” are refused with words, and nothing is stored', async (text, words) => {
    const before = await caller.roles.list();
    await expect(caller.roles.importFile({ text })).rejects.toThrow(words);
    expect(await caller.roles.list()).toEqual(before);
  });
});

describe('where one stands', () => {
  it('is, over time, what was known then', async () => {
    await caller.roles.choose({ id: 'k8s-platform' });
    await caller.competencies.rate({ id: 'k8s.core', level: 2 });
    nowMs += 10 * DAY_MS;
    const { result: rating } = await caller.competencies.rate({ id: 'k8s.core', level: 4 });
    nowMs += DAY_MS;
    const { points } = await caller.roles.overTime({});
    expect(points.map(({ atMs }) => (nowMs - atMs) / DAY_MS)).toEqual([11, 1, 0]);
    const [first, second, today] = points;
    expect(second?.fit.expected).toBeGreaterThan(first?.fit.expected ?? 100);
    expect(today?.fit).toEqual(second?.fit);
    const then = await caller.roles.compareWith({ roleId: 'k8s-platform', atMs: nowMs - 5 * DAY_MS });
    expect(then.fit).toEqual(first?.fit);
    await caller.competencies.unrate({ ratingId: rating.id });
    expect((await caller.roles.compare({})).fit).toEqual(first?.fit);
  });

  it('is compared with another profile, and with every role at once', async () => {
    await caller.competencies.rate({ id: 'k8s.core', level: 5 });
    const me = (await caller.app.state()).profile.id;
    await caller.profiles.create({ name: 'Colleague' });
    const theirs = await caller.roles.compare({ roleId: 'k8s-platform' });
    const mine = await caller.roles.compareWith({ roleId: 'k8s-platform', profileId: me });
    expect(theirs.fit.expected).toBeNull();
    expect(mine.fit.expected).not.toBeNull();
    const roles = await caller.roles.standings();
    expect(roles.length).toBeGreaterThanOrEqual(10);
    await expect(caller.roles.compareWith({ roleId: 'k8s-platform', profileId: 99 })).rejects.toThrow('not there');
  });

  it('would be higher if a level were: nothing of it is stored', async () => {
    await caller.competencies.rate({ id: 'k8s.core', level: 1 });
    const { before, after } = await caller.roles.whatIf({ roleId: 'k8s-platform', levels: { 'k8s.core': 4 } });
    expect(after.fit.expected).toBeGreaterThan(before.fit.expected ?? 100);
    expect((await caller.roles.compare({ roleId: 'k8s-platform' })).fit).toEqual(before.fit);
  });
});

describe('a gap that was taken up without a role', () => {
  it('keeps its note, its day and its task when a role is chosen', async () => {
    await caller.gaps.add({ text: 'Ceph, no idea', skills: ['ceph'] });
    const [said] = await caller.gaps.list();
    await caller.gaps.set({ key: said?.key ?? '', note: 'lab', dueOn: '2027-02-01' });
    await caller.plan.addTask({ title: 'Build it', hours: 2, dueOn: null, gapKey: said?.key ?? '' });
    await caller.roles.choose({ id: 'multi-dc-sre' });
    const joined = (await caller.gaps.list()).find(({ origins }) => origins.includes('said'));
    expect(joined).toMatchObject({ key: 'pve.ceph', note: 'lab', dueOn: '2027-02-01' });
    expect(joined?.keys).toContain(said?.key);
  });
});

describe('gaps and the plan', () => {
  beforeEach(async () => {
    await caller.roles.choose({ id: 'k8s-platform' });
    await caller.competencies.rate({ id: 'k8s.core', level: 1 });
  });

  it('keep state, note and day, and tell when what was closed', async () => {
    await caller.gaps.set({ key: 'k8s.core', status: 'in_progress', note: 'lab', dueOn: '2027-02-01' });
    nowMs += DAY_MS;
    await caller.gaps.set({ key: 'k8s.core', status: 'closed' });
    const gap = (await caller.gaps.list()).find(({ key }) => key === 'k8s.core');
    expect(gap).toMatchObject({ status: 'closed', note: 'lab', dueOn: '2027-02-01' });
    expect((await caller.gaps.history()).map(({ title, status, atMs }) => [title, status, atMs])).toEqual([
      ['Kubernetes objects, scheduling, troubleshooting', 'closed', nowMs],
      ['Kubernetes objects, scheduling, troubleshooting', 'in_progress', nowMs - DAY_MS],
    ]);
    await expect(caller.gaps.set({ key: 'no.such', status: 'closed' })).rejects.toThrow('not there');
    await expect(caller.gaps.set({ key: 'k8s.core', dueOn: '2027-02-31' })).rejects.toThrow();
  });

  it('are added in one’s own words, join the competency about their skill, and are taken back', async () => {
    const { result } = await caller.gaps.add({ text: 'I never wrote an operator', skills: ['kubebuilder', 'no-such-skill'] });
    const joined = (await caller.gaps.list()).find(({ key }) => key === 'k8s.extend');
    expect(joined?.said.map(({ text }) => text)).toEqual(['I never wrote an operator']);
    await caller.gaps.remove({ id: result.id });
    expect((await caller.gaps.list()).find(({ key }) => key === 'k8s.extend')).toBeUndefined();
  });

  it('fit into the hours until the interview', async () => {
    await caller.plan.set({ interviewOn: '2027-02-01', weeklyHours: 10 });
    const planned = await caller.plan.get({});
    expect([planned.daysLeft, planned.hours]).toEqual([28, 40]);
    expect(planned.plan.steps.map(({ competencyId }) => competencyId)).toContain('k8s.core');
    expect(planned.plan.hours).toBeLessThanOrEqual(40);
    expect(planned.after.fit.expected).toBeGreaterThan(planned.before.fit.expected ?? 100);
    await caller.plan.set({ interviewOn: '2026-01-01', weeklyHours: 10 });
    expect((await caller.plan.get({})).plan.steps).toEqual([]);
    await expect(caller.plan.set({ interviewOn: '2027-13-01', weeklyHours: 10 })).rejects.toThrow();
    await expect(caller.plan.set({ interviewOn: null, weeklyHours: 0 })).rejects.toThrow();
    await caller.plan.set({ weeklyHours: 3 });
    expect(await caller.plan.settings()).toEqual({ interviewOn: '2026-01-01', weeklyHours: 3 });
  });

  it('have tasks that are added, ticked off and removed', async () => {
    const { result } = await caller.plan.addTask({ title: 'Lab', hours: 2, dueOn: '2027-01-10', gapKey: 'k8s.core' });
    await caller.plan.changeTask({ id: result.id, title: 'Lab, twice', hours: 4, dueOn: null, isDone: true });
    expect(await caller.plan.tasks()).toMatchObject([{ title: 'Lab, twice', hours: 4, doneAtMs: nowMs, gapKey: 'k8s.core' }]);
    await caller.plan.removeTask({ id: result.id });
    expect(await caller.plan.tasks()).toEqual([]);
  });

  it('make a report in which words of documents stay words', async () => {
    await caller.profiles.rename({ id: (await caller.app.state()).profile.id, name: '<b>Ada</b> *x*' });
    const { text: html } = exportReport(app, 'html', { withEvidence: true });
    expect(html).toContain('&lt;b&gt;Ada&lt;/b&gt;');
    expect(html).not.toContain('<b>Ada');
    const { text: markdown } = exportReport(app, 'md', { withEvidence: false });
    expect(markdown).toContain('\\<b\\>Ada\\</b\\> \\*x\\*');
    expect(markdown).toContain('Kubernetes objects, scheduling, troubleshooting');
    expect(() => exportReport(app, 'docx', { withEvidence: false })).toThrow('html or md');
  });
});

describe('a role from a job description', () => {
  it('is stored with its text, each demand with the words that ask for it', async () => {
    const bytes = new TextEncoder().encode('# Storage person\n\n## Requirements\n\n- 5+ years of Ceph\n- COBOL\n');
    const { reading, text } = await app.readJob(bytes, 'job.md', new AbortController().signal);
    expect(reading.requirements.map(({ name }) => name)).toContain('Ceph');
    const demand = {
      key: 'storage.ceph-ops',
      name: 'Ceph',
      skills: ['ceph'],
      importance: 'must',
      required: 4,
      weight: 4,
      note: '5+ years of Ceph',
    } as const;
    const { result } = await caller.roles.fromJob({ name: 'Storage person', text, demands: [{ ...demand, skills: [...demand.skills] }] });
    const { role, jobText, origin } = await caller.roles.get({ id: result.id });
    expect([origin, jobText]).toEqual(['own', text]);
    expect(role.layers.flatMap(({ competencies }) => competencies.map(({ id, note }) => [id, note]))).toEqual([
      ['storage.ceph-ops', '5+ years of Ceph'],
    ]);
  });
});
