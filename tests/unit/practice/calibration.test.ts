import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, ENOUGH_IN_BIN, type Estimated, judgeSelfRating } from '../../../core/practice/calibration.ts';

const times = (count: number, answer: Estimated): Estimated[] => Array.from({ length: count }, () => answer);
const unit = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.2, 0.4, 0.6, 0.8, 1));
const anyAnswers = fc.array(fc.record({ confidence: unit, share: unit }), { minLength: 1, maxLength: 120 });

describe('calibration of the own estimate', () => {
  it('has Brier’s own figure for his forecasts of rain', () => {
    // Brier 1950, "Verification of forecasts expressed in terms of probability", table 1: ten forecasts of rain, P = 0.19. His score
    // sums both classes (rain, no rain), so ours, of one class, is half of it.
    const forecasts = [0.7, 0.9, 0.8, 0.4, 0.2, 0, 0, 0, 0, 0.1];
    const rained = [0, 1, 1, 1, 0, 0, 0, 0, 0, 0];
    const result = calibrate(forecasts.map((confidence, index) => ({ confidence, share: rained[index] ?? 0 })));
    expect(result?.brier).toBeCloseTo(0.19 / 2, 9);
    expect(result?.bias).toBeCloseTo(0.31 - 0.3, 9);
  });

  it('is nothing without answers', () => {
    expect(calibrate([])).toBeNull();
  });

  it('is 0 for who knows exactly, 0.25 for who always says half, 1 for who is always certain and wrong', () => {
    expect(calibrate([{ confidence: 0.3, share: 0.3 }])).toMatchObject({ brier: 0, bias: 0 });
    expect(
      calibrate([
        { confidence: 0.5, share: 0 },
        { confidence: 0.5, share: 1 },
      ]),
    ).toMatchObject({ brier: 0.25, bias: 0 });
    expect(calibrate([{ confidence: 1, share: 0 }])).toMatchObject({ brier: 1, bias: 1 });
  });

  it('shows the means of a bin only from ten answers on', () => {
    const bins = calibrate([...times(9, { confidence: 0.1, share: 0 }), ...times(10, { confidence: 1, share: 0.6 })])?.bins;
    expect(bins?.map(({ answers }) => answers)).toEqual([9, 0, 0, 0, 10]);
    expect(bins?.slice(0, 4).every(({ means }) => means === null)).toBe(true);
    expect(bins?.[4]?.means?.confidence).toBeCloseTo(1, 9);
    expect(bins?.[4]?.means?.share).toBeCloseTo(0.6, 9);
  });

  it('puts every answer in the one bin its estimate lies in', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const result = calibrate(answers);
        expect(result?.bins.map(({ answers: count }) => count)).toEqual(
          result?.bins.map(
            ({ from, to }) => answers.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1)).length,
          ),
        );
        for (const { from, to, answers: count, means } of result?.bins ?? []) {
          expect(means === null).toBe(count < ENOUGH_IN_BIN);
          if (means === null) continue;
          expect(means.confidence).toBeGreaterThanOrEqual(from - 1e-9);
          expect(means.confidence).toBeLessThanOrEqual(to + 1e-9);
        }
      }),
    );
  });

  it('has a Brier score between the bias squared and 1, whatever the order', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { brier, bias } = calibrate(answers) ?? { brier: Number.NaN, bias: Number.NaN };
        expect(brier).toBeGreaterThanOrEqual(bias ** 2 - 1e-12);
        expect(brier).toBeLessThanOrEqual(1);
        expect(calibrate(answers.toReversed())?.brier).toBeCloseTo(brier, 12);
      }),
    );
  });
});

describe('a self-rating', () => {
  const observed = { low: 1.8, high: 3.2, answers: 10 };

  it.each([
    ['over', 3.3],
    ['in-line', 3.2],
    ['in-line', 1.8],
    ['under', 1.7],
  ] as const)('is called %s at %d beside a band from 1.8 to 3.2', (judgement, self) => {
    expect(judgeSelfRating(self, observed)).toBe(judgement);
  });

  it('is not judged without a rating, without answers, or on too few of them', () => {
    expect(judgeSelfRating(null, observed)).toBe('unknown');
    expect(judgeSelfRating(5, null)).toBe('unknown');
    expect(judgeSelfRating(5, { ...observed, answers: 9 })).toBe('unknown');
  });
});
