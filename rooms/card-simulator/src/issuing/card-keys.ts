import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

/** The RSA-2048 private keys inside one card. */
export interface CardKeys {
  /** JPKI 0017. */
  readonly authentication: KeyObject;
  /** JPKI 001A. */
  readonly signature: KeyObject;
  /** Card-face application 001A, the key that the card-face record names. */
  readonly cardFace: KeyObject;
  /** Text-input application 0013. */
  readonly textInput: KeyObject;
  /** Text-input application 0006: session keys are delivered under it. */
  readonly textInputSession: KeyObject;
  /** Common application 0019. */
  readonly common: KeyObject;
}

/** Makes the keys that are not given; about a tenth of a second of processor time each. */
export async function createCardKeys(given: Partial<CardKeys> = {}): Promise<CardKeys> {
  const [authentication, signature, cardFace, textInput, textInputSession, common] = await Promise.all([
    given.authentication ?? createKey(),
    given.signature ?? createKey(),
    given.cardFace ?? createKey(),
    given.textInput ?? createKey(),
    given.textInputSession ?? createKey(),
    given.common ?? createKey(),
  ]);
  return { authentication, signature, cardFace, textInput, textInputSession, common };
}

async function createKey(): Promise<KeyObject> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicExponent: 0x10001,
  });
  return privateKey;
}
