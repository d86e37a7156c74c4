import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../db/store.ts';
import { OpenedApp } from './opened-app.ts';

let opened: OpenedApp;

beforeEach(() => {
  opened = new OpenedApp(Date.UTC(2027, 0, 4, 9));
});
afterEach(() => opened.remove());

it('a kept result is computed again when data of its kinds change, and only then', () => {
  const { store } = opened.app;
  let computed = 0;
  const kept = (): number => store.memo('a key', ['ratings'], () => ++computed);
  expect([kept(), kept()]).toEqual([1, 1]);
  store.transact('another kind', () => ({ result: null, changed: ['sessions'] }));
  expect(kept()).toBe(1);
  store.transact('its kind', () => ({ result: null, changed: ['ratings'] }));
  expect([kept(), kept()]).toEqual([2, 2]);
});

it('a kept result is computed again when another process has written', () => {
  const { store } = opened.app;
  let computed = 0;
  const kept = (): number => store.memo('a key', ['ratings'], () => ++computed);
  expect(kept()).toBe(1);
  const other = openStore(store.dataDir, opened.nowMs);
  other.transact('elsewhere', (db) => {
    db.prepared("INSERT INTO settings (key, value) VALUES ('elsewhere', 'true')").run();
    return { result: null, changed: ['settings'] };
  });
  other.close();
  expect(kept()).toBe(2);
});

it('a comparison moves with a rating given a moment later', async () => {
  const level = async () =>
    (await opened.caller.roles.compare({ roleId: 'multi-dc-sre' })).layers
      .flatMap(({ competencies }) => competencies)
      .find(({ id }) => id === 'net.bgp')?.level;
  expect(await level()).toBeNull();
  await opened.caller.competencies.rate({ id: 'net.bgp', level: 4, withWords: true });
  expect(await level()).toBe(4);
});
