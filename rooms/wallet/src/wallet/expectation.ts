import type { WalletState } from '../wallet-api.ts';

/** What ought to happen at the kiosk, given the card on the reader and who stands before the camera. */
export type Expectation =
  | 'nothing-laid'
  | 'other-card'
  | 'same-person'
  | 'another-person'
  | 'photo'
  | 'webcam';

/** Compares card and camera. Says what honest parts should do, never what they did. */
export function expectation(state: Pick<WalletState, 'laid' | 'beforeCamera' | 'otherCards'>): Expectation {
  const { laid, beforeCamera } = state;
  if (laid === null) return 'nothing-laid';
  const other = state.otherCards.find(({ id }) => id === laid);
  if (other?.holder === null) return 'other-card';
  const holder = other?.holder ?? laid;
  if (beforeCamera.kind === 'webcam') return 'webcam';
  if (beforeCamera.id !== holder) return 'another-person';
  return beforeCamera.kind === 'persona' ? 'same-person' : 'photo';
}
