/**
 * A statement as it is shown outside its document: on one line, a table's row as its cells with dots between, without the sign
 * that makes it a list item.
 */
export function statementWords(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (!line.startsWith('|')) return line.replace(/^[-*+•] /, '');
  return line
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' · ');
}
