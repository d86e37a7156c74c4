import { Code } from '@mantine/core';

/** Text with paragraphs and `code` in backticks; nothing in it is ever markup. */
export function Prose({ text, className }: { readonly text: string; readonly className?: string | undefined }) {
  const paragraphs = text.trim().split(/\n{2,}/);
  return (
    <div className={className}>
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
