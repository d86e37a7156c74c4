import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/errors.ts';
import { decodeDocument } from '../../../core/import/index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = [isLittle ? 0xff : 0xfe, isLittle ? 0xfe : 0xff];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    bytes.push(...(isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]));
  }
  return Uint8Array.from(bytes);
}

function failure(bytes: Uint8Array, name: string): AppError {
  try {
    decodeDocument(bytes, name);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('decodeDocument accepted it');
}

describe('decoding a document', () => {
  it.each([
    ['UTF-8', utf8('Réseau – été')],
    ['UTF-8 with a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('Réseau – été')])],
    ['UTF-16 LE', utf16('Réseau – été', true)],
    ['UTF-16 BE', utf16('Réseau – été', false)],
    ['Windows-1252', Uint8Array.from([0x52, 0xe9, 0x73, 0x65, 0x61, 0x75, 0x20, 0x96, 0x20, 0xe9, 0x74, 0xe9])],
  ])('reads %s', (_, bytes) => {
    expect(decodeDocument(bytes, 'cv.txt').text).toBe('Réseau – été');
  });

  it('keeps line ends as they are and counts bytes', () => {
    const document = decodeDocument(utf8('a\r\nb\rc\n'), 'cv.txt');
    expect(document.text).toBe('a\r\nb\rc\n');
    expect(document.bytes).toBe(7);
  });

  it.each([
    ['skills.md', 'plain words', 'markdown'],
    ['skills.MARKDOWN', 'plain words', 'markdown'],
    ['skills.txt', '# Title\n\nwords', 'markdown'],
    ['skills.txt', '| a | b |\n|---|---|\n| c | **d** |', 'markdown'],
    ['skills.txt', '- Ansible\n- Terraform', 'text'],
    ['skills.txt', 'a ** b and c ** d', 'text'],
  ])('reads %s with %j as %s', (name, text, format) => {
    expect(decodeDocument(utf8(text), name).format).toBe(format);
  });

  it.each([
    ['empty', utf8('')],
    ['white space', utf8(' \r\n\t ')],
    ['a byte order mark alone', Uint8Array.from([0xef, 0xbb, 0xbf])],
  ])('refuses %s as invalid, with words', (_, bytes) => {
    const error = failure(bytes, 'cv.txt');
    expect(error.code).toBe('invalid');
    expect(error.message).toContain('no text');
  });

  it.each([
    ['a picture from a telephone', Uint8Array.from([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63]), 'HEIC'],
    ['a DOCX', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2]), 'DOCX'],
    ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'PNG'],
    ['NUL bytes', Uint8Array.from([65, 0, 66, 0, 67]), 'binary'],
  ])('refuses %s and says what to do', (_, bytes, looksLike) => {
    const error = failure(bytes, 'cv.bin');
    expect(error.code).toBe('unsupported');
    expect(error.message).toContain(looksLike);
    expect(error.message).toContain('import that. Nothing was changed.');
  });

  it('refuses more than 32 MB', () => {
    expect(failure(new Uint8Array(32 * 1024 * 1024 + 1), 'cv.txt').code).toBe('too_large');
  });
});
