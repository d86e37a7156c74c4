/** The kinds of sound a recording may be, by media type without parameters: what browsers' recorders make. */
export const SOUND_TYPES = ['audio/webm', 'audio/ogg', 'audio/mp4'] as const;
export type SoundType = (typeof SOUND_TYPES)[number];

/** Half an hour: no interview answer is longer, and a recorder that was forgotten ends. */
export const MAX_RECORDING_MS = 30 * 60_000;
/** 30 minutes at 48 kbit/s are 11 MB; the rest is for recorders that take more. */
export const MAX_RECORDING_BYTES = 24 * 1024 * 1024;

/** The allowed kind a media type such as `audio/webm;codecs=opus` stands for; null for any other. */
export function soundTypeOf(mimeType: string): SoundType | null {
  const bare = mimeType.split(';')[0]?.trim().toLowerCase();
  return SOUND_TYPES.find((type) => type === bare) ?? null;
}

/**
 * Whether bytes begin as a file of the kind does: EBML (RFC 8794, 4.5), OggS (RFC 3533, 6), `ftyp` at 4 (ISO 14496-12).
 * @param bytes the beginning of the file, or all of it.
 */
export function beginsAs(type: SoundType, bytes: Uint8Array): boolean {
  const at = (start: number, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[start + index] === byte);
  switch (type) {
    case 'audio/webm':
      return at(0, [0x1a, 0x45, 0xdf, 0xa3]);
    case 'audio/ogg':
      return at(0, [0x4f, 0x67, 0x67, 0x53]);
    case 'audio/mp4':
      return at(4, [0x66, 0x74, 0x79, 0x70]);
  }
}

/** A stretch of a file, both ends included, in bytes. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a Range header (RFC 9110, 14.2) for a file of `size` bytes.
 * @returns the stretch; `whole` without a header or where it is not understood (several ranges, another unit), as the RFC
 * allows; `outside` when nothing of it lies in the file.
 */
export function readRange(header: string | null, size: number): ByteRange | 'whole' | 'outside' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (match === null) return 'whole';
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return 'whole';
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'outside' : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return 'whole';
  if (first >= size) return 'outside';
  return { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
