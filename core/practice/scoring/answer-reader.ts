import type { Alias } from './alias.ts';
import type { AnswerIndex, Hit } from './answer-index.ts';
import { DENIALS, denialOf, deniedStretch } from './denials.ts';
import { overlapsOf, type Topic } from './overlap.ts';
import type { CompiledPoint } from './rubric.ts';

/** What the app thinks of one key point in a typed answer. Never "missing": words can only confirm. */
export interface PointCheck {
  readonly id: string;
  readonly state: 'found' | 'possibly-denied' | 'not-detected';
  /** Where in the answer, as string indices; null when not detected. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** The wording that matched: of the question, of its model answer, or of the person. */
  readonly alias: string | null;
  /** What found it: a wording of the question, the nearness of a whole sentence, or a wording the person once ticked. */
  readonly by: 'wording' | 'nearness' | 'own' | null;
}

interface Candidate {
  readonly hit: Hit;
  readonly text: string;
  readonly by: 'wording' | 'nearness' | 'own';
  readonly isDenied: boolean;
}

export function undetected(id: string): PointCheck {
  return { id, state: 'not-detected', span: null, alias: null, by: null };
}

/** One answer being read, point after point. */
export class AnswerReader {
  readonly #index: AnswerIndex;
  readonly #stretches;
  readonly #matched = new Set<string>();

  constructor(index: AnswerIndex) {
    this.#index = index;
    this.#stretches = index.sentences.map(deniedStretch);
  }

  /** How many words of the answer some wording needed, of all points read until now. */
  get matched(): number {
    return this.#matched.size;
  }

  /** A point is found where some place tells it without denying it; possibly denied where every place that names it does. */
  check(compiled: CompiledPoint): PointCheck {
    const { id } = compiled.point;
    const candidates = this.#candidates(compiled);
    const best = candidates.find(({ isDenied }) => !isDenied) ?? candidates[0];
    if (best === undefined) return undetected(id);
    const sentence = this.#index.sentences[best.hit.sentence] ?? [];
    const start = sentence[best.hit.from]?.start ?? 0;
    return {
      id,
      state: best.isDenied ? 'possibly-denied' : 'found',
      span: { start, end: sentence[best.hit.to]?.end ?? start },
      alias: best.text,
      by: best.by,
    };
  }

  #candidates({ point, aliases, topics, own }: CompiledPoint): Candidate[] {
    const mayDeny = point.negOk === true;
    return [
      ...own.flatMap((topic) => this.#near(topic, 'own', mayDeny)),
      ...this.#worded(aliases, mayDeny),
      ...topics.flatMap((topic) => this.#near(topic, 'nearness', mayDeny)),
    ];
  }

  #worded(aliases: readonly Alias[], mayDeny: boolean): Candidate[] {
    const all = aliases.flatMap((alias) => this.#index.find(alias).map((hit) => ({ alias, hit })));
    for (const { hit } of all) for (const word of hit.words) this.#matched.add(`${hit.sentence} ${word}`);
    const counts = all.filter(
      ({ alias, hit }) =>
        !alias.isCommon || all.some((other) => other.alias !== alias && other.hit.sentence === hit.sentence && other.hit.from !== hit.from),
    );
    return counts.map(({ alias, hit }) => {
      const denial = this.#denialOf(hit, alias.isDenial);
      return {
        hit,
        text: alias.text,
        by: 'wording',
        isDenied: denial === 'dismissed' || (denial === 'said' && !mayDeny && !alias.isDenial),
      };
    });
  }

  /** Two sentences about the same things say the same only when both deny or neither does. */
  #near(topic: Topic, by: 'nearness' | 'own', mayDeny: boolean): Candidate[] {
    return overlapsOf(topic, this.#index).map((hit) => {
      const denies = (this.#index.sentences[hit.sentence] ?? []).some(({ folded }) => DENIALS.has(folded));
      const denial = this.#denialOf(hit, topic.isDenial);
      // A person's own wording may turn something down itself; then the same said again is the same.
      const isTurnedDown = denial === 'dismissed' ? !(topic.isOwn && topic.isDenial) : denial === 'said' && !mayDeny && !topic.isDenial;
      const isDenied = denies !== topic.isDenial || isTurnedDown;
      return { hit, text: topic.text, by, isDenied };
    });
  }

  #denialOf({ sentence, from, to }: Hit, isDenial: boolean): ReturnType<typeof denialOf> {
    return denialOf(this.#index.sentences[sentence] ?? [], { from, to, isDenial }, this.#stretches[sentence] ?? null);
  }
}
