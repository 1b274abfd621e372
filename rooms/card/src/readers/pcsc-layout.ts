/**
 * How the platform's PC/SC writes its numbers and structures. The API is one, the widths differ: pcsc-lite on
 * Linux counts in C longs, winscard and Apple's PCSC.framework in 32 bits, and Apple packs.
 */
export interface PcscLayout {
  readonly library: string;
  /** Ending of the functions that take text. */
  readonly textSuffix: '' | 'W';
  readonly textEncoding: 'utf8' | 'utf16le';
  /** Bytes of a DWORD (and of a LONG). */
  readonly wordSize: 4 | 8;
  readonly handleType: 'int64' | 'int32' | 'uint64';
  readonly handleSize: 4 | 8;
  /** SCARD_READERSTATE: two pointers, then three DWORDs, then the ATR. */
  readonly stateSize: number;
  readonly atrOffset: number;
}

/** Layouts measured on Linux, after the header on macOS, after the documentation on Windows. */
export function pcscLayout(platform: NodeJS.Platform): PcscLayout | undefined {
  switch (platform) {
    case 'linux':
      return {
        library: 'libpcsclite.so.1',
        textSuffix: '',
        textEncoding: 'utf8',
        wordSize: 8,
        handleType: 'int64',
        handleSize: 8,
        stateSize: 80,
        atrOffset: 40,
      };
    case 'darwin':
      return {
        library: '/System/Library/Frameworks/PCSC.framework/PCSC',
        textSuffix: '',
        textEncoding: 'utf8',
        wordSize: 4,
        handleType: 'int32',
        handleSize: 4,
        stateSize: 61,
        atrOffset: 28,
      };
    case 'win32':
      return {
        library: 'winscard.dll',
        textSuffix: 'W',
        textEncoding: 'utf16le',
        wordSize: 4,
        handleType: 'uint64',
        handleSize: 8,
        stateSize: 64,
        atrOffset: 28,
      };
    default:
      return undefined;
  }
}
