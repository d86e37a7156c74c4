/** Tools whose short options may be joined (`-xvf` is `-x -v -f`) and, before any value, stand in any order. */
const JOINS_SHORT_OPTIONS = new Set(
  (
    'ls ps ss netstat df du free grep egrep tar curl journalctl dmesg lsof cp mv rm mkdir chmod chown ln sort uniq wc tail head cat ' +
    'ping tcpdump rsync lsblk findmnt mount umount kubectl docker podman crictl systemctl xargs ssh scp uname lvs vgs pvs ethtool arping'
  ).split(' '),
);
/** Tools that read their options as a program: the order is the meaning. */
const ORDER_IS_MEANING = new Set('find rsync ffmpeg convert magick sox iptables ip6tables nft tc openssl xargs ssh'.split(' '));
/** Short options of which the last one given wins. */
const LAST_WINS = new Set('f i n'.split(' '));
const OPERATORS = new Set(['|', '||', '&&', ';', '&', '>', '>>', '<', '2>', '2>&1']);

/**
 * A command line in a form in which two spellings of the same line are equal: prompt sign, spaces, needless quotes, joined
 * short options and the order of neighbouring options without values. Only what is safe for every reader of the line: an
 * option that a word follows keeps its place, because the word may be its value; anything else the person decides.
 */
export function normaliseCommand(text: string): string {
  const line = text.trim().replace(/^[$#]\s+/, '');
  const words = shellWords(line);
  if (words === null) return line;
  const segments: string[][] = [[]];
  for (const word of words) {
    if (OPERATORS.has(word)) segments.push([word], []);
    else segments.at(-1)?.push(word);
  }
  return segments.map((segment) => sortOptions(segment).join(' ')).join(' ');
}

/** What the shell would hand over as words; a quoted word keeps its quotes where they change what it means. Null for an open quote. */
function shellWords(line: string): string[] | null {
  const words: string[] = [];
  const pattern = /\s*((?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+)/gy;
  let at = 0;
  for (const match of line.matchAll(pattern)) {
    at = match.index + match[0].length;
    words.push(unquote(match[1] ?? ''));
  }
  return line.slice(at).trim() === '' ? words : null;
}

/** Quotes go where nothing in them would mean something else without them. */
function unquote(word: string): string {
  return word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"/g, (quoted: string, single: string | undefined, double: string | undefined) => {
    const inner = single ?? double ?? '';
    return /^[\w@%+=:,./-]+$/.test(inner) ? inner : quoted.startsWith('"') && !/[$`\\!"']/.test(inner) ? `'${inner}'` : quoted;
  });
}

function sortOptions(segment: readonly string[]): string[] {
  const command =
    segment
      .find((word) => word !== 'sudo')
      ?.split('/')
      .at(-1) ?? '';
  const words = JOINS_SHORT_OPTIONS.has(command) ? segment.flatMap(splitShort) : [...segment];
  if (ORDER_IS_MEANING.has(command)) return words;
  const isMovable = (at: number): boolean =>
    isBareOption(words[at], command) && (words[at + 1] === undefined || (words[at + 1] ?? '').startsWith('-'));
  const sorted: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (end < words.length && isMovable(end)) end += 1;
    const run = words.slice(at, end);
    sorted.push(...(isAmbiguous(run) ? run : run.toSorted()));
    if (end < words.length) sorted.push(words[end] ?? '');
    at = end + 1;
  }
  return sorted;
}

/** `-xvf` as `-x -v -f`; only letters, each once, so that `-c3`, `-vvv` and `-name` of other tools stay as they are. */
function splitShort(word: string): string[] {
  const letters = /^-([a-zA-Z]{2,5})$/.exec(word)?.[1];
  if (letters === undefined || new Set(letters).size !== letters.length) return [word];
  return [...letters].map((letter) => `-${letter}`);
}

/** An option that carries no value in itself: `--check`, or `-x` where the tool is known to take such. */
function isBareOption(word: string | undefined, command: string): boolean {
  if (word === undefined) return false;
  return /^--[a-z][a-z0-9-]+$/i.test(word) || (JOINS_SHORT_OPTIONS.has(command) && /^-[a-zA-Z]$/.test(word));
}

/** The same option twice, one with its opposite, or several of which the last wins: their order may matter. */
function isAmbiguous(run: readonly string[]): boolean {
  const plain = run.map((word) => word.replace(/^--(?:no-)?/, '--'));
  return new Set(plain).size !== plain.length || run.filter((word) => LAST_WINS.has(word.slice(1))).length > 1;
}
