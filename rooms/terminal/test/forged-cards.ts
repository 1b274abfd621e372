import { CARD_FACE_FILE, JPKI_FILE } from '@honnin/card';
import {
  type CardRecord,
  cloneWithoutKeys,
  createCardKeys,
  createVirtualCard,
  transplantFiles,
  transplantPhoto,
  type VirtualCard,
} from '@honnin/card-simulator';
import type { TestAuthority } from '@honnin/pki';
import { issueCard, makeAuthority } from './lay-out-terminal.ts';
import { fileIdOf, nameOf } from './visit-steps.ts';

/** A card that was tampered with, in the words of docs/card-faults.md. */
export interface ForgedCard {
  readonly words: string;
  lay(): VirtualCard;
}

const record = { application: nameOf.cardFace, file: fileIdOf(CARD_FACE_FILE.cardFace) };
const issuer = { application: nameOf.cardFace, file: fileIdOf(CARD_FACE_FILE.issuerCertificate) };
const certificate = { application: nameOf.jpki, file: fileIdOf(JPKI_FILE.authenticationCertificate) };

/** Forgeries of the holder's card, made out of genuine ones, of another authority's and of keys of one's own. */
export async function forgeCards(authority: TestAuthority, own: CardRecord): Promise<readonly ForgedCard[]> {
  const otherAuthority = await makeAuthority();
  const keys = await createCardKeys();
  const otherHolder = { name: '別人　太郎', photo: new Uint8Array(280).fill(9) };
  const other = (await issueCard(authority, otherHolder, 'absent', keys)).snapshot();
  // The same keys as the own card's: only the signatures are by somebody else.
  const resigned = (await issueCard(otherAuthority)).snapshot();
  const card = (words: string, forged: CardRecord): ForgedCard => ({
    words,
    lay: () => createVirtualCard(forged),
  });
  return [
    card('A recorded record of another card', transplantFiles(own, other, [record])),
    card('The borrower’s photo in the owner’s record', transplantPhoto(own, other)),
    card('A record re-signed by a wrong issuer', transplantFiles(own, resigned, [record])),
    card(
      'A record re-signed by a wrong issuer who brings a certificate too',
      transplantFiles(own, resigned, [record, issuer]),
    ),
    card('The certificate of another card', transplantFiles(own, other, [certificate])),
    card('A certificate by a wrong authority', transplantFiles(own, resigned, [certificate])),
    card('A whole card by a wrong authority', resigned),
    card('A clone that signs with a key of its own', cloneWithoutKeys(own, keys.common)),
    card('A clone that refuses to sign', cloneWithoutKeys(own, null)),
  ];
}
