import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportReport, exportRole } from '../../api/exports.ts';
import type { Role } from '../../core/content/role.ts';
import { setRoleRemoved } from '../../db/roles/roles.ts';
import { OpenedApp } from './opened-app.ts';

const DAY_MS = 24 * 3_600_000;
let opened: OpenedApp;

beforeEach(() => {
  opened = new OpenedApp(Date.UTC(2027, 0, 4, 9));
});
afterEach(() => opened.remove());

async function ownRole(): Promise<Role> {
  const { result } = await opened.caller.roles.create({ name: 'Mine', from: 'k8s-platform' });
  return (await opened.caller.roles.get({ id: result.id })).role;
}

describe('own roles', () => {
  it('are copies that can be changed; every version stays, the same again is none, and an earlier one can be brought back', async () => {
    const role = await ownRole();
    expect((await opened.caller.roles.save({ role: { ...role, name: 'Mine, harder' } })).result.version).toBe(2);
    const second = (await opened.caller.roles.get({ id: role.id })).role;
    expect((await opened.caller.roles.save({ role: second })).result.version).toBe(2);
    expect((await opened.caller.roles.get({ id: role.id, version: 1 })).role.name).toBe('Mine');
    expect((await opened.caller.roles.bringBack({ id: role.id, version: 1 })).result.version).toBe(3);
    const { role: third, versions } = await opened.caller.roles.get({ id: role.id });
    expect([third.name, versions.map(({ version }) => version)]).toEqual(['Mine', [3, 2, 1]]);
  });

  it('survive a restart with their versions, and a comparison names the one it used', async () => {
    const role = await ownRole();
    await opened.caller.roles.save({ role: { ...role, summary: 'changed' } });
    opened.reopen();
    expect((await opened.caller.roles.compare({ roleId: role.id })).role).toEqual({ id: role.id, name: 'Mine', version: 2 });
  });

  it('refuse a change made on an older version, and any change of a shipped role', async () => {
    const role = await ownRole();
    await opened.caller.roles.save({ role: { ...role, name: 'A' } });
    await expect(opened.caller.roles.save({ role: { ...role, name: 'B' } })).rejects.toThrow('was changed elsewhere');
    const shipped = (await opened.caller.roles.get({ id: 'k8s-platform' })).role;
    await expect(opened.caller.roles.save({ role: shipped })).rejects.toThrow('comes with the program');
    await expect(opened.caller.roles.remove({ id: 'k8s-platform' })).rejects.toThrow('Only a role of your own');
  });

  it('are removed with a way back, but not while one compares oneself with it', async () => {
    const role = await ownRole();
    await opened.caller.roles.choose({ id: role.id });
    await expect(opened.caller.roles.remove({ id: role.id })).rejects.toThrow('Choose another one there first');
    await opened.caller.roles.choose({ id: 'k8s-platform' });
    await opened.caller.roles.remove({ id: role.id });
    expect((await opened.caller.roles.list()).some(({ id }) => id === role.id)).toBe(false);
    await opened.caller.roles.restore({ id: role.id });
    expect((await opened.caller.roles.list()).some(({ id }) => id === role.id)).toBe(true);
  });

  it.each(['Site Reliability Engineer Datacenter Operations (m/f/d)', '日本のインフラ', '---', 'x'.repeat(80)])(
    'called “%s” can be read again, and so can everything beside them',
    async (name) => {
      const { result } = await opened.caller.roles.create({ name });
      expect((await opened.caller.roles.get({ id: result.id })).role.name).toBe(name);
      expect((await opened.caller.roles.standings()).some(({ id }) => id === result.id)).toBe(true);
    },
  );

  it('never stand in the place of a shipped one: their ids are told apart', async () => {
    const { result } = await opened.caller.roles.importFile({ text: exportRole(opened.app, 'storage', 'json').text });
    expect(result.id).toBe('own-storage');
    expect((await opened.caller.roles.get({ id: 'storage' })).origin).toBe('shipped');
  });

  it('in use by another profile cannot be removed, and a target that is gone is none', async () => {
    const role = await ownRole();
    await opened.caller.roles.choose({ id: role.id });
    await opened.caller.profiles.create({ name: 'Colleague' });
    await expect(opened.caller.roles.remove({ id: role.id })).rejects.toThrow('the profile “Me”');
    opened.app.store.transact('test', (db) => {
      setRoleRemoved(db, role.id, opened.nowMs);
      return { result: null, changed: [] };
    });
    await opened.caller.profiles.select({ id: 1 });
    expect((await opened.caller.app.state()).profile.roleId).toBeNull();
    expect(await opened.caller.gaps.list()).toEqual([]);
  });

  it('of a hostile file are refused in little time', async () => {
    const keys = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n');
    const startedMs = performance.now();
    await expect(opened.caller.roles.importFile({ text: keys })).rejects.toThrow('cannot be read');
    await expect(opened.caller.roles.importFile({ text: 'a'.repeat(700_000) })).rejects.toThrow('larger than any role');
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });

  it.each(['yaml', 'json'])('leave as %s and come back the same, under an id of their own', async (format) => {
    const role = await ownRole();
    const { text } = exportRole(opened.app, role.id, format);
    const { result } = await opened.caller.roles.importFile({ text });
    expect(result.id).not.toBe(role.id);
    expect((await opened.caller.roles.get({ id: result.id })).role).toEqual({ ...role, id: result.id });
  });

  it.each([
    ['{', 'neither YAML nor JSON'],
    ['just words', 'This is no role'],
    ['id: x\nversion: 1\nname: X\nsummary: s\nlayers: []\n', 'cannot be read'],
  ])('from the file “%s” are refused with words, and nothing is stored', async (text, words) => {
    const before = await opened.caller.roles.list();
    await expect(opened.caller.roles.importFile({ text })).rejects.toThrow(words);
    expect(await opened.caller.roles.list()).toEqual(before);
  });
});

describe('where one stands', () => {
  it('is, over time, what was known then', async () => {
    await opened.caller.roles.choose({ id: 'k8s-platform' });
    await opened.caller.competencies.rate({ id: 'k8s.core', level: 2 });
    opened.nowMs += 10 * DAY_MS;
    const { result: rating } = await opened.caller.competencies.rate({ id: 'k8s.core', level: 4 });
    opened.nowMs += DAY_MS;
    const { points } = await opened.caller.roles.overTime({});
    expect(points.map(({ atMs }) => (opened.nowMs - atMs) / DAY_MS)).toEqual([11, 1, 0]);
    const [first, second, today] = points;
    expect(second?.fit.expected).toBeGreaterThan(first?.fit.expected ?? 100);
    expect(today?.fit).toEqual(second?.fit);
    const then = await opened.caller.roles.compareWith({ roleId: 'k8s-platform', atMs: opened.nowMs - 5 * DAY_MS });
    expect(then.fit).toEqual(first?.fit);
    await opened.caller.competencies.unrate({ ratingId: rating.id });
    expect((await opened.caller.roles.compare({})).fit).toEqual(first?.fit);
  });

  it('is compared with another profile, and with every role at once', async () => {
    await opened.caller.competencies.rate({ id: 'k8s.core', level: 5 });
    const me = (await opened.caller.app.state()).profile.id;
    await opened.caller.profiles.create({ name: 'Colleague' });
    const theirs = await opened.caller.roles.compare({ roleId: 'k8s-platform' });
    const mine = await opened.caller.roles.compareWith({ roleId: 'k8s-platform', profileId: me });
    expect(theirs.fit.expected).toBeNull();
    expect(mine.fit.expected).not.toBeNull();
    const roles = await opened.caller.roles.standings();
    expect(roles.length).toBeGreaterThanOrEqual(10);
    await expect(opened.caller.roles.compareWith({ roleId: 'k8s-platform', profileId: 99 })).rejects.toThrow('not there');
  });

  it('would be higher if a level were: nothing of it is stored', async () => {
    await opened.caller.competencies.rate({ id: 'k8s.core', level: 1 });
    const { before, after } = await opened.caller.roles.whatIf({ roleId: 'k8s-platform', levels: { 'k8s.core': 4 } });
    expect(after.fit.expected).toBeGreaterThan(before.fit.expected ?? 100);
    expect((await opened.caller.roles.compare({ roleId: 'k8s-platform' })).fit).toEqual(before.fit);
  });
});

describe('a gap that was taken up without a role', () => {
  it('keeps its note, its day and its task when a role is chosen', async () => {
    await opened.caller.gaps.add({ text: 'Ceph, no idea', skills: ['ceph'] });
    const [said] = await opened.caller.gaps.list();
    await opened.caller.gaps.set({ key: said?.key ?? '', note: 'lab', dueOn: '2027-02-01' });
    await opened.caller.plan.addTask({ title: 'Build it', hours: 2, dueOn: null, gapKey: said?.key ?? '' });
    await opened.caller.roles.choose({ id: 'multi-dc-sre' });
    const joined = (await opened.caller.gaps.list()).find(({ origins }) => origins.includes('said'));
    expect(joined).toMatchObject({ key: 'pve.ceph', note: 'lab', dueOn: '2027-02-01' });
    expect(joined?.keys).toContain(said?.key);
  });
});

describe('gaps and the plan', () => {
  beforeEach(async () => {
    await opened.caller.roles.choose({ id: 'k8s-platform' });
    await opened.caller.competencies.rate({ id: 'k8s.core', level: 1 });
  });

  it('keep state, note and day, and tell when what was closed', async () => {
    await opened.caller.gaps.set({ key: 'k8s.core', status: 'in_progress', note: 'lab', dueOn: '2027-02-01' });
    opened.nowMs += DAY_MS;
    await opened.caller.gaps.set({ key: 'k8s.core', status: 'closed' });
    const gap = (await opened.caller.gaps.list()).find(({ key }) => key === 'k8s.core');
    expect(gap).toMatchObject({ status: 'closed', note: 'lab', dueOn: '2027-02-01' });
    expect((await opened.caller.gaps.history()).map(({ title, status, atMs }) => [title, status, atMs])).toEqual([
      ['Kubernetes objects, scheduling, troubleshooting', 'closed', opened.nowMs],
      ['Kubernetes objects, scheduling, troubleshooting', 'in_progress', opened.nowMs - DAY_MS],
    ]);
    await expect(opened.caller.gaps.set({ key: 'no.such', status: 'closed' })).rejects.toThrow('not there');
    await expect(opened.caller.gaps.set({ key: 'k8s.core', dueOn: '2027-02-31' })).rejects.toThrow();
  });

  it('are added in one’s own words, join the competency about their skill, and are taken back', async () => {
    const { result } = await opened.caller.gaps.add({ text: 'I never wrote an operator', skills: ['kubebuilder', 'no-such-skill'] });
    const joined = (await opened.caller.gaps.list()).find(({ key }) => key === 'k8s.extend');
    expect(joined?.said.map(({ text }) => text)).toEqual(['I never wrote an operator']);
    await opened.caller.gaps.remove({ id: result.id });
    expect((await opened.caller.gaps.list()).find(({ key }) => key === 'k8s.extend')).toBeUndefined();
  });

  it('fit into the hours until the interview', async () => {
    await opened.caller.plan.set({ interviewOn: '2027-02-01', weeklyHours: 10 });
    const planned = await opened.caller.plan.get({});
    expect([planned.daysLeft, planned.hours]).toEqual([28, 40]);
    expect(planned.plan.steps.map(({ competencyId }) => competencyId)).toContain('k8s.core');
    expect(planned.plan.hours).toBeLessThanOrEqual(40);
    expect(planned.after.fit.expected).toBeGreaterThan(planned.before.fit.expected ?? 100);
    await opened.caller.plan.set({ interviewOn: '2026-01-01', weeklyHours: 10 });
    expect((await opened.caller.plan.get({})).plan.steps).toEqual([]);
    await expect(opened.caller.plan.set({ interviewOn: '2027-13-01', weeklyHours: 10 })).rejects.toThrow();
    await expect(opened.caller.plan.set({ interviewOn: null, weeklyHours: 0 })).rejects.toThrow();
    await opened.caller.plan.set({ weeklyHours: 3 });
    expect(await opened.caller.plan.settings()).toEqual({ interviewOn: '2026-01-01', weeklyHours: 3 });
  });

  it('have tasks that are added, ticked off and removed', async () => {
    const { result } = await opened.caller.plan.addTask({ title: 'Lab', hours: 2, dueOn: '2027-01-10', gapKey: 'k8s.core' });
    await opened.caller.plan.changeTask({ id: result.id, title: 'Lab, twice', hours: 4, dueOn: null, isDone: true });
    expect(await opened.caller.plan.tasks()).toMatchObject([{ title: 'Lab, twice', hours: 4, doneAtMs: opened.nowMs, gapKey: 'k8s.core' }]);
    await opened.caller.plan.removeTask({ id: result.id });
    expect(await opened.caller.plan.tasks()).toEqual([]);
  });

  it('make a report in which words of documents stay words', async () => {
    await opened.caller.profiles.rename({ id: (await opened.caller.app.state()).profile.id, name: '<b>Ada</b> *x*' });
    const { text: html } = exportReport(opened.app, 'html', { withEvidence: true });
    expect(html).toContain('&lt;b&gt;Ada&lt;/b&gt;');
    expect(html).not.toContain('<b>Ada');
    const { text: markdown } = exportReport(opened.app, 'md', { withEvidence: false });
    expect(markdown).toContain('\\<b\\>Ada\\</b\\> \\*x\\*');
    expect(markdown).toContain('Kubernetes objects, scheduling, troubleshooting');
    expect(() => exportReport(opened.app, 'docx', { withEvidence: false })).toThrow('html or md');
  });
});

describe('a role from a job description', () => {
  it('is stored with its text, each demand with the words that ask for it', async () => {
    const bytes = new TextEncoder().encode('# Storage person\n\n## Requirements\n\n- 5+ years of Ceph\n- COBOL\n');
    const { reading, text } = await opened.app.readJob(bytes, 'job.md', new AbortController().signal);
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
    const { result } = await opened.caller.roles.fromJob({
      name: 'Storage person',
      text,
      demands: [{ ...demand, skills: [...demand.skills] }],
    });
    const { role, jobText, origin } = await opened.caller.roles.get({ id: result.id });
    expect([origin, jobText]).toEqual(['own', text]);
    expect(role.layers.flatMap(({ competencies }) => competencies.map(({ id, note }) => [id, note]))).toEqual([
      ['storage.ceph-ops', '5+ years of Ceph'],
    ]);
  });
});
