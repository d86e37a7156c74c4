/** Functions a formula may use, as JavaScript names them. */
const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  'Math.ceil': Math.ceil,
  'Math.floor': Math.floor,
  'Math.round': Math.round,
  'Math.log2': Math.log2,
  'Math.sqrt': Math.sqrt,
  'Math.min': Math.min,
  'Math.max': Math.max,
};

const TOKEN = /\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?|Math\.[a-z0-9]+|[a-z][a-zA-Z0-9_]*|\*\*|[-+*/(),])/y;

/**
 * The value of an arithmetic formula: numbers, names, + - * / **, parentheses and a few functions of Math. It is read here
 * rather than run as code, so that no text of a question can do more than reckon.
 * @param names values of the names the formula uses.
 * @throws Error that says where the formula is no arithmetic, or which name has no value.
 */
export function evaluate(formula: string, names: Readonly<Record<string, number>> = {}): number {
  const tokens = tokensOf(formula);
  let at = 0;
  const peek = (): string | undefined => tokens[at];
  const take = (wanted?: string): string => {
    const token = tokens[at];
    if (token === undefined || (wanted !== undefined && token !== wanted))
      throw new Error(`“${formula}” is no arithmetic: ${wanted ?? 'a number'} is wanted where ${token ?? 'the end'} stands`);
    at += 1;
    return token;
  };
  const sum = (): number => {
    let value = product();
    for (let sign = peek(); sign === '+' || sign === '-'; sign = peek()) {
      take();
      value = sign === '+' ? value + product() : value - product();
    }
    return value;
  };
  const product = (): number => {
    let value = signed();
    for (let sign = peek(); sign === '*' || sign === '/'; sign = peek()) {
      take();
      value = sign === '*' ? value * signed() : value / signed();
    }
    return value;
  };
  const signed = (): number => {
    if (peek() !== '-') return power();
    take();
    return -signed();
  };
  const power = (): number => {
    const base = atom();
    if (peek() !== '**') return base;
    take();
    return base ** signed();
  };
  const atom = (): number => {
    const token = take();
    if (token === '(') {
      const value = sum();
      take(')');
      return value;
    }
    if (/^\d/.test(token)) return Number(token);
    const run = FUNCTIONS[token];
    if (run !== undefined) return run(...values());
    const value = names[token];
    if (value === undefined) throw new Error(`“${formula}” is no arithmetic: ${token} has no value`);
    return value;
  };
  const values = (): number[] => {
    take('(');
    const list = [sum()];
    while (peek() === ',') {
      take();
      list.push(sum());
    }
    take(')');
    return list;
  };
  const value = sum();
  if (at < tokens.length) throw new Error(`“${formula}” is no arithmetic: ${tokens[at]} is too much`);
  return value;
}

function tokensOf(formula: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(formula)?.[1];
    if (token === undefined) throw new Error(`“${formula}” is no arithmetic from “${formula.slice(from, from + 12)}” on`);
    tokens.push(token);
  }
  return tokens;
}
