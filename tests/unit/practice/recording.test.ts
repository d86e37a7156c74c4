import { describe, expect, it } from 'vitest';
import { beginsAs, readRange, soundTypeOf } from '../../../core/practice/recording.ts';

describe('a Range header', () => {
  it.each([
    [null, 'whole'],
    ['bytes=0-', { first: 0, last: 99 }],
    ['bytes=10-19', { first: 10, last: 19 }],
    ['bytes=90-500', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-500', { first: 0, last: 99 }],
    ['bytes=100-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=20-10', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['lines=1-2', 'whole'],
  ] as const)('%s of 100 bytes is %o', (header, expected) => {
    expect(readRange(header, 100)).toEqual(expected);
  });
});

describe('a sound', () => {
  it('is of the kinds browsers record, whatever parameters the type carries, and of no other', () => {
    expect(soundTypeOf('audio/webm;codecs=opus')).toBe('audio/webm');
    expect(soundTypeOf(' Audio/OGG ; codecs=opus')).toBe('audio/ogg');
    for (const type of ['video/webm', 'text/html', 'audio/wav', '', ';audio/webm']) expect(soundTypeOf(type)).toBeNull();
  });

  it('begins as its kind does', () => {
    const text = (words: string): Uint8Array => new TextEncoder().encode(words);
    expect(beginsAs('audio/webm', Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 1))).toBe(true);
    expect(beginsAs('audio/ogg', text('OggS...'))).toBe(true);
    expect(beginsAs('audio/mp4', text('\0\0\0\x1cftypiso5'))).toBe(true);
    expect(beginsAs('audio/webm', text('<html><script>'))).toBe(false);
    expect(beginsAs('audio/mp4', text('ftyp'))).toBe(false);
    expect(beginsAs('audio/ogg', new Uint8Array())).toBe(false);
  });
});
