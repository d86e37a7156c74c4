/**
 * Every weight, variance and limit of the role comparison that is judgement rather than measurement, in one place, so that
 * the app can show them and a person can question them. Source: the project's methods notes, section 4; variances are in
 * levels squared on the 0–5 scale.
 */
export const JUDGEMENT = {
  importance: { must: 1, should: 0.6, nice: 0.3 },
  /** How far one observation can be trusted. */
  variance: {
    /** Own rating given off-hand. */
    self: 1.5,
    /** Own rating given after reading the level's words. */
    selfWithWords: 1.0,
    /** A level read from a document's words ("Confirmé", "limited experience"). */
    imported: 1.5,
    /** A statement of work done, with a number that says how big. */
    evidenceWithScale: 0.8,
    /** A statement of work done, without one. */
    evidence: 1.5,
    /** A bare mention as something used. */
    used: 2.25,
  },
  /** What a statement suggests about the level; `mentioned`, `absent`, `gap`, `required` and `todo` suggest nothing. */
  evidenceLevel: { built: 3.5, led: 3.5, operated: 3, taught: 3.5, used: 2.5, dropped: 2, evaluated: 1.5 },
  /** A number that says how big raises the suggestion by this, up to 4. */
  scaleBonus: 0.5,
  evidenceCap: 4,
  /** What a document suggests never exceeds these where the person declared a gap, or a caveat. */
  gapCap: 2,
  caveatCap: 3,
  /** Own ratings share one bias that does not average away (sd, in levels). */
  selfBiasSd: 0.4,
  transferCap: 3,
  /** Effort to be at level 0–5, in points; between whole levels in proportion. */
  effortPoints: [0, 1, 3, 6, 12, 20],
  /** What one point of effort takes. */
  hoursPerPoint: 4,
  /** Towards an interview: how much more a gap matters that is asked about seldom, often, nearly always. */
  askedFactor: { 1: 0.8, 2: 1, 3: 1.25 },
  /** A step that other roles of the person need too counts more, by this share for each, up to three. */
  otherRoleBonus: 0.15,
  maxOtherRoles: 3,
  /** A competency is begun once those it builds on have reached this, or what the role requires of them if that is less. */
  prerequisiteLevel: 2,
  /** Variance of a level one only supposes. */
  supposedVariance: 0.25,
  /** 80 % interval. */
  z: 1.28,
  mustMetMargin: 0.5,
  blockerMargin: 2,
  bands: [
    { id: 'ready', minFit: 85, maxBlockers: 0 },
    { id: 'close', minFit: 70, maxBlockers: 2 },
    { id: 'reachable', minFit: 50, maxBlockers: Number.POSITIVE_INFINITY },
  ],
} as const;
