import { describe, expect, it } from 'vitest';
import type { KeyPoint } from '../../../core/content/question.ts';
import { checkText, detectedIn, type Rubric, SCORING } from '../../../core/practice/key-points.ts';
import { canBeWording, nearestSentences } from '../../../core/practice/nearest-sentence.ts';
import { readBankWords } from '../../../core/practice/scoring/bank-words.ts';
import { isOneEdit, TypoIndex } from '../../../core/practice/scoring/typos.ts';
import { agreementOf, bandTable, calledComplete, isComplete, measureAnswers, shareCorrelation } from '../../practice-answers/measure.ts';

const measured = measureAnswers();
const heldOut = measured.filter(({ half }) => half === 'held-out');

describe('the checker on answers written without knowing its wordings', () => {
  it('has enough of them, of every intent', () => {
    expect(measured.length).toBeGreaterThanOrEqual(200);
    for (const bands of bandTable(measured).values()) expect(Object.values(bands).reduce((a, b) => a + b)).toBeGreaterThanOrEqual(30);
  });

  it('is right in at least 95 % when it says “likely complete”, and says so at times', () => {
    const called = calledComplete(measured);
    expect(called.length).toBeGreaterThanOrEqual(6);
    expect(called.filter(isComplete).length / called.length).toBeGreaterThanOrEqual(0.95);
  });

  it('never says so of an answer that denies, stuffs, misses the question or gets it wrong', () => {
    for (const intent of ['negated', 'stuffed', 'off-topic', 'wrong'] as const)
      expect([intent, bandTable(measured).get(intent)?.['likely-complete']]).toEqual([intent, 0]);
  });

  // Measured: both halves .82, .62, .71, r .80; held out .79, .58, .67, r .75 (npm run bench:scoring).
  it('agrees with the marks about as measured, on the questions it was not tuned on too', () => {
    const all = agreementOf(measured);
    expect([all.precision > 0.8, all.recall > 0.59, all.f1 > 0.69, shareCorrelation(measured) > 0.77]).toEqual([true, true, true, true]);
    const unseen = agreementOf(heldOut);
    expect([unseen.precision > 0.75, unseen.recall > 0.55, unseen.f1 > 0.64, shareCorrelation(heldOut) > 0.72]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('ticks nothing in a good or partial answer that its marks do not have', () => {
    const honest = measured.filter(({ intent }) => intent === 'good' || intent === 'partial');
    expect(agreementOf(honest).precision).toBeGreaterThanOrEqual(0.98);
  });
});

const point = (id: string, aliases: string[], part: Partial<KeyPoint> = {}): KeyPoint => ({
  id,
  weight: 1,
  essential: true,
  text: { en: `about ${id}` },
  aliases: { en: aliases },
  ...part,
});
const bank = readBankWords(
  Array.from({ length: 10 }, (_, index) => ({
    prompt: { en: 'Why?' },
    modelAnswer: { en: index < 3 ? 'The cluster needs a quorum before it may write.' : `Replication number ${index} of the pools.` },
    keyPoints: [point('k', ['establish', 'contest'])],
    commonMistakes: [],
  })),
  'en',
);
const LEAD = 'Well, I would say that in the end this is what one has to look at: ';
const check = (text: string, keyPoints: KeyPoint[], part: Partial<Rubric> = {}) =>
  checkText(LEAD + text, { keyPoints, prompt: 'Why?', bank, ...part });
const state = (text: string, aliases: string[], part: Partial<Rubric> = {}) => check(text, [point('p', aliases)], part).points[0]?.state;

describe('one slip of the finger', () => {
  it.each([
    ['a letter left out', 'replicaton', 'replication', true],
    ['a letter added', 'replicatiion', 'replication', true],
    ['a letter changed', 'replicatoon', 'replication', true],
    ['two swapped', 'replicatoin', 'replication', true],
    ['none', 'replication', 'replication', false],
    ['two slips', 'replcaton', 'replication', false],
  ])('%s', (_what, a, b, expected) => {
    expect(isOneEdit(a, b)).toBe(expected);
  });

  it('is let pass in words of six letters or more with the same first letter, and never makes one known word of another', () => {
    const index = new TypoIndex(new Set(['contest', 'context', 'quorum', 'fence', 'ingress']));
    expect(index.meant('quroum')).toEqual(['quorum']);
    expect(index.meant('contest')).toEqual([]);
    expect(index.meant('fenec')).toEqual([]);
    expect(index.meant('egress')).toEqual([]);
    expect(index.meant('contert').sort()).toEqual(['contest', 'context']);
  });

  it('counts in an answer, in the word’s other forms too', () => {
    expect(state('the replicatoin of all pools is late.', ['replicates & pool'])).toBe('found');
    expect(state('the contest of all pools is late.', ['context pools'])).toBe('not-detected');
  });
});

describe('a word that many answers have', () => {
  it('counts only beside a second one in the same sentence', () => {
    const aliases = ['quorum', 'cluster', 'write'];
    expect(state('there is a quorum somewhere.', aliases)).toBe('not-detected');
    expect(state('the quorum of the cluster matters.', aliases)).toBe('found');
    expect(state('a quorum is one thing. The cluster another.', aliases)).toBe('not-detected');
    expect(state('there is a quorum somewhere.', ['a quorum'])).toBe('found');
  });
});

describe('denials', () => {
  it.each([
    ['before', 'you do not lose packets here.'],
    ['far before, in a clause of its own kind', "you don't need to check whether you lose packets here."],
    ['after, as not needed', 'to lose packets is not necessary at all.'],
    ['after, as of no matter', "that you lose packets doesn't matter."],
    ['after, by one word', 'that you lose packets is irrelevant.'],
    ['as untrue', 'it is not true that you ever lose packets.'],
    ['as false', "it's a myth that you lose packets."],
    ['as no reason', 'there is no reason to lose packets.'],
    ['as having nothing to do with it', 'it has nothing to do with how you lose packets.'],
    ['as something to forget', 'forget how you lose packets.'],
  ])('%s', (_what, text) => {
    expect(state(text, ['lose packets'])).toBe('possibly-denied');
  });

  it.each([
    ['n’est pas vrai', "Ce n'est pas vrai que le lien perd des paquets dans ce cas de figure avec le pare-feu."],
    ['pas besoin', "On n'a pas besoin de savoir si le lien perd des paquets dans ce cas avec le pare-feu."],
    ['after', 'Dans ce cas de figure, que le lien perd des paquets ne compte pas du tout pour le pare-feu.'],
    ['jamais', 'Dans ce cas de figure, avec le pare-feu et le lien, jamais on ne perd des paquets sur ce lien.'],
  ])('in French: %s', (_what, text) => {
    const keyPoints = [point('p', ['lose packets'], { aliases: { en: ['lose packets'], fr: ['perd des paquets'] } })];
    expect(checkText(text, { keyPoints, prompt: 'Why?', language: 'fr' }).points[0]?.state).toBe('possibly-denied');
  });

  it('are not read into the name of an option, and an elision hides no word', () => {
    expect(state('run it with -skip-cleanup so that you lose packets.', ['lose packets'])).toBe('found');
    const keyPoints = [
      point('p', ['virtual address'], { aliases: { en: ['virtual address'], fr: ['adresse virtuelle', "horodatage d'image"] } }),
    ];
    const said = (text: string) =>
      checkText(`Dans ce cas de figure, on voit bien que la bascule rend ${text} au voisin.`, { keyPoints, prompt: '?', language: 'fr' })
        .points[0]?.state;
    expect(["l'adresse virtuelle", 'd’une adresse virtuelle', "l'horodatage d'image", "l'horodatage image"].map(said)).toEqual(
      Array(4).fill('found'),
    );
  });

  it.each([
    ['after a turn', 'it is not slow, but you lose packets.'],
    ['in a clause before', 'it is not slow: you lose packets.'],
    ['as emphasis', 'you not only lose packets there.'],
    ['as the reason', 'the number does not matter, because you lose packets.'],
    ['once denied and once said', 'you do not lose packets at first. Later you lose packets.'],
  ])('do not reach %s', (_what, text) => {
    expect(state(text, ['lose packets'])).toBe('found');
  });

  it('do not cancel a wording that denies itself, unless it is turned down as a whole', () => {
    expect(state('it does not persist.', ['not persist'])).toBe('found');
    expect(state('it is not true that it does not persist.', ['not persist'])).toBe('possibly-denied');
  });

  it('make an answer of nothing else state none of its points', () => {
    const text = "The order doesn't matter. You don't need a test. A quorum you lose packets with.";
    expect(check(text, [point('p', ['lose packets'])])).toMatchObject({ doubts: ['denials'], points: [{ state: 'possibly-denied' }] });
  });
});

describe('the form of an answer', () => {
  const points = [point('a', ['fencing']), point('b', ['witness vote'])];

  it('gives no credit to a list of terms and says why', () => {
    const stuffed =
      'fencing, witness vote, corosync, redundancy, failover, STONITH, watchdog, latency, jitter, ring, qdevice, token, expected votes';
    expect(checkText(stuffed, { keyPoints: points, prompt: 'Why?' })).toMatchObject({
      band: 'little-detected',
      doubts: ['list'],
      points: [{ state: 'not-detected' }, { state: 'not-detected' }],
    });
  });

  it('gives nothing for terms with hardly a word between them', () => {
    const dense = 'fencing and fencing and the witness vote of the witness vote, fencing and the witness vote.';
    expect(checkText(dense, { keyPoints: points, prompt: 'Why?' })).toMatchObject({ band: 'little-detected', doubts: ['dense'] });
  });

  it('gives no credit under twelve words', () => {
    expect(checkText('It is the fencing and the witness vote.', { keyPoints: points, prompt: 'Why?' })).toMatchObject({
      band: 'little-detected',
      doubts: ['short'],
    });
  });

  it('calls the same said in sentences likely complete', () => {
    expect(check('the fencing must be tested, and a witness vote decides who may go on.', points)).toMatchObject({
      band: 'likely-complete',
      doubts: [],
    });
  });
});

describe('a sentence near a point in meaning', () => {
  const far = point('p', ['never said so'], { text: { en: 'Writes wait for the slowest replica of the placement group' } });

  it('counts when most of what the point is about is in it, and not when it denies it', () => {
    const found = check('of a placement group the slowest replica decides how long the writes wait.', [far]);
    expect(found.points[0]).toMatchObject({ state: 'found', by: 'nearness' });
    expect(check('of a placement group the slowest replica does not decide how long the writes wait.', [far]).points[0]?.state).toBe(
      'possibly-denied',
    );
    expect(check('the placement group is a group of objects.', [far]).points[0]?.state).toBe('not-detected');
  });

  it('does not count the words of the question', () => {
    const prompt = 'Why do writes wait for the slowest replica of the placement group?';
    expect(check('of a placement group the slowest replica decides how long the writes wait.', [far], { prompt }).points[0]?.state).toBe(
      'not-detected',
    );
  });
});

describe('a wording the person ticked', () => {
  const ownWordings = [{ pointId: 'p', text: 'the arbiter in the third building breaks the tie' }];

  it('counts from then on, said again in about the same words, and is named as theirs', () => {
    const said = check('a tie is broken by an arbiter that stands in a third building.', [point('p', ['witness'])], { ownWordings });
    expect(said.points[0]).toMatchObject({ state: 'found', by: 'own', alias: ownWordings[0]?.text });
    expect(check('an arbiter is a person who decides.', [point('p', ['witness'])], { ownWordings }).points[0]?.state).toBe('not-detected');
    expect(check('no arbiter in the third building breaks the tie.', [point('p', ['witness'])], { ownWordings }).points[0]?.state).toBe(
      'possibly-denied',
    );
  });

  it('that says what is not needed is known again', () => {
    const text = "You don't need a shared key when the hosts sign with their own certificates";
    expect(check(`${text}.`, [point('p', ['witness'])], { ownWordings: [{ pointId: 'p', text }] }).points[0]?.state).toBe('found');
  });

  it('needs words of its own', () => {
    const rubric = { keyPoints: [], prompt: 'What does quorum loss do to the cluster?' };
    expect([canBeWording('Quorum loss of the cluster', rubric), canBeWording('The minority stops and is fenced', rubric)]).toEqual([
      false,
      true,
    ]);
  });

  it('is offered from the answer: the nearest sentence, else the longest', () => {
    const answer = 'First I look around. The writes wait for the slowest disk of all the replicas in the group. Then tea.';
    const rubric: Rubric = {
      keyPoints: [point('p', ['x'], { text: { en: 'Slowest replica' } }), point('q', ['y'], { text: { en: 'Tea' } })],
      prompt: 'Why?',
    };
    expect(nearestSentences(answer, rubric).get('p')).toBe('The writes wait for the slowest disk of all the replicas in the group');
    expect(nearestSentences('', rubric).size).toBe(0);
  });
});

describe('what is kept of a check', () => {
  it('names the rules that found it', () => {
    const kept = detectedIn(check('you lose packets.', [point('p', ['lose packets']), point('q', ['other'])]));
    expect(kept).toEqual({ points: ['p'], band: 'check-yourself', scoring: SCORING });
    expect(SCORING).toBe('key points 3');
  });
});
