import type { ChangeKind } from './changes.ts';

/** Results kept until the data they rest on changes. */
export class Memo {
  readonly #kept = new Map<string, { readonly kinds: readonly ChangeKind[]; readonly value: unknown }>();
  readonly #versionOf: () => unknown;
  #version: unknown;

  /** @param versionOf another value once another connection has written. */
  constructor(versionOf: () => unknown) {
    this.#versionOf = versionOf;
    this.#version = versionOf();
  }

  get<T>(key: string, kinds: readonly ChangeKind[], compute: () => T): T {
    const version = this.#versionOf();
    if (version !== this.#version) this.#kept.clear();
    this.#version = version;
    const known = this.#kept.get(key);
    // A key stands for one call site, and so for one type.
    if (known) return known.value as T;
    const value = compute();
    this.#kept.set(key, { kinds, value });
    return value;
  }

  forget(changed: readonly ChangeKind[]): void {
    for (const [key, { kinds }] of this.#kept) if (kinds.some((kind) => changed.includes(kind))) this.#kept.delete(key);
  }
}
