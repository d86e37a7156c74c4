import { describe, expect, it } from 'vitest';
import { readOutline } from '../../../core/import/blocks.ts';
import { decodeDocument } from '../../../core/import/index.ts';

function outlineOf(text: string, name = 'notes.txt'): string[] {
  const document = decodeDocument(new TextEncoder().encode(text), name);
  return readOutline(document).blocks.map((block) => `${block.kind}${block.depth}: ${document.text.slice(block.start, block.end)}`);
}

describe('plain text that has lost its markup', () => {
  it('has headings before lists, numbered titles and jumping numbers', () => {
    expect(outlineOf('1. Data\nPostgres\n- two clusters\nKafka\n• five nodes\n7. Networks\nBGP\n* two sites')).toEqual([
      'heading1: 1. Data',
      'heading2: Postgres',
      'item0: two clusters',
      'heading2: Kafka',
      'item0: five nodes',
      'heading1: 7. Networks',
      'heading2: BGP',
      'item0: two sites',
    ]);
  });

  it('has items glued to the line before and sentences that go on', () => {
    expect(outlineOf('Steps\n- Runs\nplan on the request\n- Applies it - State backend: Consul\n- Done')).toEqual([
      'heading1: Steps',
      'item0: Runs\nplan on the request',
      'item0: Applies it',
      'item0: State backend: Consul',
      'item0: Done',
    ]);
  });

  it('has nested items by indentation', () => {
    expect(outlineOf('Work\n- one\n    - two\n- three')).toEqual(['heading1: Work', 'item0: one', 'item1: two', 'item0: three']);
  });

  it('survives drawings and odd characters', () => {
    expect(outlineOf('┌──────┐\n│ MAAS │ ◄── x\n└──────┘\n<div>\n%!d(<nil>)\u0007').length).toBeGreaterThan(0);
  });
});

describe('Markdown', () => {
  it('has headings, nested items, rows with their heads and code', () => {
    const text = '# A\n\n* one\n  * two\n\n| Name | Level |\n|---|---|\n| x | y |\n\n```\ncode\n```\n';
    const document = decodeDocument(new TextEncoder().encode(text), 'a.md');
    const { blocks } = readOutline(document);
    expect(blocks.map((block) => [block.kind, block.depth])).toEqual([
      ['heading', 1],
      ['item', 0],
      ['item', 1],
      ['row', 0],
      ['code', 0],
    ]);
    expect(blocks[2]?.parent).toBe(1);
    expect(blocks[3]?.cells.map((cell) => [cell.header, document.text.slice(cell.start, cell.end)])).toEqual([
      ['Name', 'x'],
      ['Level', 'y'],
    ]);
  });

  it('blanks markup and link targets and keeps every offset', () => {
    const text = '# T\r\n\r\nSee **bold** [name](http://x.y/z) `code` <b>html</b> ![alt](p.png)\r\n';
    const document = decodeDocument(new TextEncoder().encode(text), 'a.md');
    const { masked } = readOutline(document);
    expect(masked).toHaveLength(text.length);
    expect(masked.indexOf('name')).toBe(text.indexOf('name'));
    expect(masked).not.toMatch(/[*`<>]|http|png/);
  });

  it('blanks markup and addresses in every part of a text that is read in several', () => {
    const line = 'Ran **Kafka** for [us](https://a.example/x), ~~not~~ `alone`, ask jane@b.example <br>\r\n\r\n';
    const text = `---\r\ntitle: T\r\n---\r\n# T\r\n\r\n${line.repeat(6000)}`;
    const { masked, blocks } = readOutline(decodeDocument(new TextEncoder().encode(text), 'a.md'));
    expect(masked).toHaveLength(text.length);
    expect(masked).not.toMatch(/[*`<>~@[\]]|https/);
    expect(blocks).toHaveLength(6002);
    expect(blocks.every(({ kind, start }) => kind !== 'paragraph' || masked.startsWith('Ran   Kafka', start))).toBe(true);
  });
});
