import { Code } from '@mantine/core';

interface Props {
  readonly text: string;
  readonly className?: string | undefined;
  /** The language of the text, where it is not the page's. */
  readonly lang?: string | undefined;
}

/** Text with paragraphs and `code` in backticks; nothing in it is ever markup. */
export function Prose({ text, className, lang }: Props) {
  const paragraphs = text.trim().split(/\n{2,}/);
  return (
    <div className={className} lang={lang}>
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a fixed text have no other identity
        <p key={index} style={{ marginBlock: index === 0 ? '0 0.6em' : '0.6em', whiteSpace: 'pre-line' }}>
          {paragraph.split('`').map((part, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text have no other identity
            at % 2 === 1 ? <Code key={at}>{part}</Code> : part,
          )}
        </p>
      ))}
    </div>
  );
}
