/**
 * The heat kernel of the grid: the weights T(0), T(1), …, T(r) of a random walk in continuous time with unit steps and variance
 * `variance` (in steps squared, above 0), T(n) = e^(−v) I_n(v), I_n the modified Bessel function (Lindeberg 1990, "Scale-space
 * for discrete signals"). Unlike a sampled Gaussian its variance is exact however small, and two widenings one after the
 * other are the one of their sum, so it does not matter how idle time is cut up. Cut off where less than 1e-15 is left.
 */
export function heatKernel(variance: number): number[] {
  // Miller's backward recurrence I_(n−1) = I_(n+1) + (2n / v) I_n, made a distribution by T(0) + 2 Σ T(n) = 1.
  const start = 16 + Math.ceil(8 * Math.sqrt(variance));
  const kernel = new Array<number>(start + 1).fill(0);
  let [above, here, sum] = [0, 1e-300, 0];
  for (let n = start; n > 0; n -= 1) {
    kernel[n] = here;
    sum += 2 * here;
    [above, here] = [here, above + ((2 * n) / variance) * here];
    // Large variances let the numbers grow beyond what a double holds.
    if (here > 1e250) {
      for (let m = n; m <= start; m += 1) kernel[m] = (kernel[m] ?? 0) * 1e-250;
      [above, here, sum] = [above * 1e-250, here * 1e-250, sum * 1e-250];
    }
  }
  kernel[0] = here;
  sum += here;
  const scaled = kernel.map((value) => value / sum);
  const end = scaled.findIndex((value, n) => n > 0 && value < 1e-15);
  return end === -1 ? scaled : scaled.slice(0, end);
}

/**
 * Widens a distribution over the grid in place by `variance` (steps squared, above 0). Nothing leaves the grid: what would go
 * over an end is thrown back, so the sum stays and near the ends the variance grows by less.
 */
export function widen(weights: Float64Array, variance: number): void {
  const kernel = heatKernel(variance);
  // The widest kernel the model asks for (1.5² levels) just outgrows the grid, by shares of 1e-15.
  const radius = Math.min(kernel.length - 1, weights.length);
  const padded = mirrored(weights, radius);
  const middle = kernel[0] ?? 0;
  for (let i = 0; i < weights.length; i += 1) weights[i] = middle * (padded[i + radius] ?? 0);
  for (let n = 1; n <= radius; n += 1) {
    const share = kernel[n] ?? 0;
    for (let i = 0; i < weights.length; i += 1) {
      weights[i] = (weights[i] ?? 0) + share * ((padded[i + radius - n] ?? 0) + (padded[i + radius + n] ?? 0));
    }
  }
}

/** The weights with `radius` more on either side, mirrored at the ends. */
function mirrored(weights: Float64Array, radius: number): Float64Array {
  const size = weights.length;
  const padded = new Float64Array(size + 2 * radius);
  padded.set(weights, radius);
  for (let beyond = 1; beyond <= radius; beyond += 1) {
    padded[radius - beyond] = weights[beyond - 1] ?? 0;
    padded[radius + size - 1 + beyond] = weights[size - beyond] ?? 0;
  }
  return padded;
}
