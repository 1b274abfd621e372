import type { ResidenceCardGeneration, ResidenceCardType } from '@honnin/card';

/** The person a test residence card is issued to, and what it holds. Dates are `YYYY-MM-DD`. */
export interface ResidenceCardHolder {
  /** Short name of the card in a demo or a test; it is not written into the chip. */
  readonly id: string;
  /** As on the passport. */
  readonly name: string;
  /** Two letters, eight digits, two letters; invented ones only. */
  readonly number: string;
  readonly birthDate: string;
  /** 1 male, 2 female, 3 not stated. */
  readonly sex: '1' | '2' | '3';
  /** Three characters. */
  readonly nationality: string;
  /** Up to ten characters of the issuer's table. */
  readonly status: string;
  /** `YYMM`, `DDD`, or `0000`. */
  readonly period: string;
  readonly expiryDate: string;
  readonly address: string;
  /** Six digits. */
  readonly municipalityCode: string;
  /** An application for renewal is under way. */
  readonly renewalPending?: boolean;
  /** JPEG 2000 in colour, at most 3000 bytes; null for holders under 16, whose chip is not signed either. */
  readonly photo: Uint8Array | null;
  /** TIFF (MMR): the whole front (first generation, at most 7000 bytes) or the name (second, 2500). */
  readonly image: Uint8Array;
  /** TIFF (MMR), second generation only, at most 2500 bytes. */
  readonly addressImage?: Uint8Array;
  readonly generation: ResidenceCardGeneration;
  readonly type?: ResidenceCardType;
}
