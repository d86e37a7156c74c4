/** Commands of CVs and what their arguments are set as; `|` parts of a head, the number says how many arguments there are. */
export const HEADS: Readonly<Record<string, (args: readonly string[]) => { head: string; rest: readonly string[] }>> = {
  cventry: ([dates = '', title = '', place = '', city = '', grade = '', text = '']) => ({
    head: join([title, place, city, dates]),
    rest: [grade, text],
  }),
  cvevent: ([title = '', place = '', dates = '', city = '']) => ({ head: join([title, place, city, dates]), rest: [] }),
  cvjob: ([title = '', place = '', dates = '', text = '']) => ({ head: join([title, place, dates]), rest: [text] }),
  resumesubheading: ([place = '', city = '', title = '', dates = '']) => ({ head: join([title, place, city, dates]), rest: [] }),
  resumeprojectheading: ([title = '', dates = '']) => ({ head: join([title, dates]), rest: [] }),
  datedsubsection: ([title = '', dates = '']) => ({ head: join([title, dates]), rest: [] }),
  experience: ([dates = '', title = '', place = '', text = '']) => ({ head: join([title, place, dates]), rest: [text] }),
  entry: ([dates = '', title = '', place = '', text = '']) => ({ head: join([title, place, dates]), rest: [text] }),
  job: ([dates = '', place = '', title = '', text = '']) => ({ head: join([title, place, dates]), rest: [text] }),
};
export const LINES: Readonly<Record<string, (args: readonly string[]) => string>> = {
  cvitem: ([key = '', text = '']) => pair(key, text),
  cvline: ([key = '', text = '']) => pair(key, text),
  cvitemwithcomment: ([key = '', text = '', comment = '']) => pair(key, comment === '' ? text : `${text} (${comment})`),
  cvlanguage: ([key = '', text = '', comment = '']) => pair(key, comment === '' ? text : `${text} (${comment})`),
  cvskill: ([name = '', level = '']) => pair(name, /^\d(?:\.5)?$/.test(level) ? `${level}/5` : level),
  skill: ([name = '', level = '']) => pair(name, /^\d(?:\.5)?$/.test(level) ? `${level}/5` : level),
  cvskillentry: ([, level = '', name = '', years = '', comment = '']) =>
    `${pair(name, /^\d(?:\.5)?$/.test(level) ? `${level}/5` : level)}${years === '' ? '' : ` (${years} years)`}${comment === '' ? '' : ` – ${comment}`}`,
  skillbar: ([name = '', level = '']) => pair(name, /^\d{2,3}$/.test(level) ? `${level} %` : level),
  cvtag: ([name = '']) => name,
  cvlistitem: ([text = '']) => text,
  cvlistdoubleitem: ([one = '', two = '']) => join([one, two]),
  resumeitem: ([one = '', two = '']) => pair(one, two),
  resumesubitem: ([one = '', two = '']) => pair(one, two),
  resumeitemnh: ([text = '']) => text,
};
/** Commands of the person's data: one line each. */
export const PERSONAL: Readonly<Record<string, string>> = {
  name: 'Name',
  author: 'Name',
  firstname: 'Name',
  familyname: 'Name',
  title: '',
  position: '',
  tagline: '',
  phone: 'Phone',
  mobile: 'Phone',
  email: 'Email',
  address: 'Address',
  born: 'Born',
};
export const SECTIONS: Readonly<Record<string, number>> = {
  part: 1,
  chapter: 1,
  section: 1,
  cvsection: 1,
  rsection: 1,
  subsection: 2,
  cvsubsection: 2,
  subsubsection: 3,
  paragraph: 4,
};
/** Two-column lines: key and text, twice. */
export const DOUBLE = new Set(['cvdoubleitem', 'cvcomputer']);
/** Commands whose arguments are settings and no words. */
export const SILENT = new Set(
  'documentclass usepackage moderncvstyle moderncvcolor definecolor setlength geometry pagestyle newcommand renewcommand providecommand def let input include bibliography bibliographystyle photo social vspace hspace includegraphics label ref color textcolor fontsize setmainfont hypersetup addtolength thispagestyle setcounter begin end nopagenumbers hintscolumnwidth quote'.split(
    ' ',
  ),
);
export const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  c: '\u0327',
  v: '\u030c',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  r: '\u030a',
};
export const SIGNS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  oe: 'œ',
  AE: 'Æ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  aa: 'å',
  l: 'ł',
  i: 'i',
  textbullet: '•',
  textendash: '–',
  textemdash: '—',
  textasciitilde: '~',
  textbackslash: '\\',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  dots: '…',
  ldots: '…',
  copyright: '©',
  euro: '€',
  textregistered: '®',
  texttrademark: '™',
  rightarrow: '→',
  to: '→',
  times: '×',
  star: '★',
  faStar: '★',
  faStarO: '☆',
  bigstar: '★',
  bullet: '●',
  circ: '○',
  blacksquare: '■',
  square: '□',
  faCircle: '●',
  faCircleO: '○',
  CIRCLE: '●',
  Circle: '○',
};

/** "Key: text", or the one that is there. */
export function pair(key: string, text: string): string {
  const label = key.trim().replace(/:$/, '');
  return label === '' || text.trim() === '' ? `${label}${text}` : `${label}: ${text}`;
}

function join(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
}
