/** Letters of the languages the rules know. Between them stand the signs × and ÷. */
const CLASSES: Readonly<Record<string, string>> = {
  L: 'A-Za-zÀ-ÖØ-öø-ſ',
  Lu: 'A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ',
  Ll: 'a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżž',
  N: '0-9',
};

/**
 * The same pattern for Latin letters, without the flag `u`: such patterns run four times as fast, and the rules' words
 * are English, French and German anyway.
 */
export function latin(pattern: RegExp): RegExp {
  return new RegExp(
    withClasses(pattern.source, (name) => CLASSES[name] ?? ''),
    pattern.flags.replace('u', ''),
  );
}

/** Replaces the Unicode classes of a source, inside brackets and outside. */
function withClasses(source: string, membersOf: (name: string) => string): string {
  let result = '';
  let isInClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (source.startsWith('\\p{', at)) {
      const end = source.indexOf('}', at);
      const members = membersOf(source.slice(at + 3, end));
      result += isInClass ? members : `[${members}]`;
      at = end;
      continue;
    }
    result += sign;
    if (sign === '\\') {
      at += 1;
      result += source[at] ?? '';
    } else if (sign === '[') isInClass = true;
    else if (sign === ']') isInClass = false;
  }
  return result;
}

/**
 * Makes a quick test that none of some patterns can match, which is true of most lines. Their alternatives are tried at
 * once on the text in lower case, without word boundaries and Unicode classes: that admits more, and takes a small part
 * of the time that the patterns themselves would take.
 * @returns a test of a text in lower case, true wherever one of the patterns matches, and sometimes where none does
 */
export function makeScreen(patterns: readonly RegExp[]): (lowerCase: string) => boolean {
  const screen = new RegExp(patterns.map((pattern) => `(?:${loosened(pattern.source)})`).join('|'));
  return (lowerCase) => screen.test(lowerCase);
}

const LETTERS = 'a-zß-ÿœ';

/** The source in lower case, without anchors and negative look-arounds, with Unicode classes as plain ones. */
function loosened(original: string): string {
  // Without its anchor a run of any length would be tried from every sign of a line that has nothing else.
  const bounded = original
    .replaceAll('\\W*', '\\W{0,8}')
    .replace(/(\\p\{\w+\}|\])([+*])/g, (_, run: string, sign: string) => `${run}{${sign === '+' ? 1 : 0},40}`);
  const source = withClasses(bounded, (name) => (name === 'N' ? '0-9' : LETTERS));
  let loose = '';
  let isInClass = false;
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at, at + 4);
    if (!isInClass && (rest.startsWith('(?!') || rest === '(?<!')) {
      at = endOfGroup(source, at);
      continue;
    }
    if (rest.startsWith('\\')) {
      loose += rest.slice(0, 2);
      at += 2;
      continue;
    }
    const sign = source[at] ?? '';
    if (sign === '[') isInClass = true;
    else if (sign === ']') isInClass = false;
    // What is anchored in the stretch a pattern is made for may stand anywhere in the text that is screened.
    const isAnchor = !isInClass && (sign === '^' || sign === '$');
    // A range such as À-Ö keeps its ends in order.
    const isRangeEnd = isInClass && sign > '\u007f';
    if (!isAnchor) loose += isRangeEnd ? sign : sign.toLowerCase();
    at += 1;
  }
  return loose;
}

function endOfGroup(source: string, from: number): number {
  let depth = 0;
  let isInClass = false;
  for (let at = from; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '\\') at += 1;
    else if (sign === '[') isInClass = true;
    else if (sign === ']') isInClass = false;
    else if (!isInClass && sign === '(') depth += 1;
    else if (!isInClass && sign === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return source.length;
}
