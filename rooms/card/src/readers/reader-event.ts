/**
 * What happens at the readers. A card that does not answer its reset is inserted with an empty `atr`. When
 * the service is lost, cards and readers are reported as removed first; `service-back` precedes their return.
 */
export type ReaderEvent =
  | { readonly kind: 'reader-added' | 'reader-removed'; readonly readerName: string }
  | { readonly kind: 'card-inserted'; readonly readerName: string; readonly atr: Uint8Array }
  | { readonly kind: 'card-removed'; readonly readerName: string }
  | { readonly kind: 'service-lost' | 'service-back' };
