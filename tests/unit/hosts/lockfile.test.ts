import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const lock = z
  .object({ packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8')));

it('the lockfile holds the binaries of every platform, so that an install works everywhere', () => {
  const names = Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, ''));
  const present = new Set(names);
  const wanted = ['@biomejs/biome', 'rolldown', '@napi-rs/canvas', '@open-spaced-repetition/binding'].flatMap((name) =>
    Object.keys(lock.packages[`node_modules/${name}`]?.optionalDependencies ?? {}),
  );
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((name) => !present.has(name))).toEqual([]);
});
