/** A kind of note: its fields by name, and the cards made of each. */
export interface NoteType {
  readonly isCloze: boolean;
  readonly fields: readonly string[];
  readonly cards: readonly { readonly front: string; readonly back: string }[];
}

/** The two sides of a card, as HTML. */
export interface Sides {
  readonly front: string;
  readonly back: string;
}

const ANSWER_LINE = /<hr\s+id\s*=\s*["']?answer["']?\s*\/?>/i;
const MAX_SECTIONS = 200;

/**
 * What a card shows: its templates filled with the note's fields. Fields, their filters and sections are known; where a template
 * shows nothing, the first field is the front and the others are the back.
 * @param ordinal which card of the note; for a cloze, its number less one.
 */
export function sidesOf({ isCloze, fields, cards }: NoteType, values: readonly string[], ordinal: number): Sides {
  if (isCloze) {
    const [first = '', ...rest] = values;
    return clozeSides(first.includes('{{c') ? first : (values.find((value) => value.includes('{{c')) ?? first), rest, ordinal + 1);
  }
  const byName = new Map(fields.map((name, index) => [name, values[index] ?? '']));
  const template = cards[ordinal];
  const front = template === undefined ? '' : filled(template.front, byName);
  const whole = template === undefined ? '' : filled(template.back.replace(/\{\{\s*FrontSide\s*\}\}/g, ''), byName);
  const back = ANSWER_LINE.test(whole) ? whole.slice(whole.search(ANSWER_LINE)).replace(ANSWER_LINE, '') : whole;
  const [first = '', ...rest] = values;
  return { front: front.trim() === '' ? first : front, back: back.trim() === '' ? rest.join('<br><br>') : back };
}

/** A template with its fields in it. `{{#F}}…{{/F}}` shows where F is not empty, `{{^F}}…{{/F}}` where it is. */
function filled(template: string, fields: ReadonlyMap<string, string>): string {
  let text = template;
  for (let sections = 0; sections < MAX_SECTIONS; sections += 1) {
    // The innermost section first: it holds no other.
    const section = /\{\{([#^])\s*([^{}]+?)\s*\}\}((?:(?!\{\{[#^/])[\s\S])*)\{\{\/\s*\2\s*\}\}/.exec(text);
    if (section === null) break;
    const [whole, mark, name = '', inner = ''] = section;
    const isFilled = (fields.get(name) ?? '').trim() !== '';
    text = text.slice(0, section.index) + (isFilled === (mark === '#') ? inner : '') + text.slice(section.index + whole.length);
  }
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, inner: string) => {
    const parts = inner.split(':').map((part) => part.trim());
    // What is to be typed is not shown beforehand.
    return parts[0] === 'type' ? '' : (fields.get(parts.at(-1) ?? '') ?? '');
  });
}

/** A cloze as a question: the sentence with a gap, and what stood in it. */
function clozeSides(text: string, extra: readonly string[], number: number): Sides {
  const hidden: string[] = [];
  const withGap = clozes(text, (cloze, inner, hint) => {
    if (cloze !== number) return inner;
    hidden.push(inner);
    return `[${hint === '' ? '…' : hint}]`;
  });
  const whole = clozes(text, (_, inner) => inner);
  const more = extra.filter((field) => field.trim() !== '');
  return { front: withGap, back: [hidden.join('; '), whole, ...more].filter((part) => part !== '').join('<br><br>') };
}

/** Replaces each `{{c1::text::hint}}`, the inner ones first. */
function clozes(text: string, replace: (number: number, inner: string, hint: string) => string): string {
  let result = text;
  for (let round = 0; round < 10; round += 1) {
    const next = result.replace(/\{\{c(\d{1,4})::((?:(?!\{\{c\d|\}\}).)*)\}\}/gs, (_, number: string, content: string) => {
      const [inner = '', hint = ''] = content.split('::');
      return replace(Number(number), inner, hint);
    });
    if (next === result) break;
    result = next;
  }
  return result;
}
