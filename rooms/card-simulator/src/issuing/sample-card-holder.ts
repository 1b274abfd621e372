import { digitsImage } from '../files/digits-image.ts';
import type { CardHolder } from './card-holder.ts';

/**
 * An invented person for trying things out, with every secret of their card in plain sight (PIN 1234,
 * signature password ABC123, matching number B 55021720352285). The card has no photo unless one is given,
 * and its images of name and address show digits only.
 */
export function sampleCardHolder(changes: Partial<CardHolder> = {}): CardHolder {
  return {
    id: 'sample',
    name: '見本　花子',
    birthDate: '1980-02-17',
    sex: '2',
    address: '東京都見本区見本町１丁目２番３号',
    municipalityCode: '13999',
    myNumber: '123456789018',
    expiryDate: '2035-02-17',
    securityCode: '2285',
    pin: '1234',
    signaturePassword: 'ABC123',
    photo: null,
    nameImage: digitsImage('1111'),
    addressImage: digitsImage('2222'),
    ...changes,
  };
}
