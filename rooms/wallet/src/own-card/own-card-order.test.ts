import { describe, expect, it } from 'vitest';
import { ownCardOrder } from './own-card-order.ts';

const form = {
  name: '見本 太郎',
  kana: 'みほん たろう',
  birthDate: '1990-01-01',
  sex: '1',
  address: '東京都架空区見本町1-2-3',
  pin: '１２３４',
};
const today = '2026-11-24';

describe('ownCardOrder', () => {
  it('puts what people type into the form that cards have', () => {
    expect(ownCardOrder(form, 'QUJD', today)).toEqual({
      order: { ...form, name: '見本　太郎', kana: 'ミホン　タロウ', pin: '1234', photo: 'QUJD' },
    });
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ kana: 'taro' }, 'kana'],
    [{ birthDate: '' }, 'birthDate'],
    [{ birthDate: '2026-11-25' }, 'birthDate'],
    [{ address: '' }, 'address'],
    [{ pin: '123' }, 'pin'],
  ] as const)('names the field that is not right: %j', (part, fault) => {
    expect(ownCardOrder({ ...form, ...part }, 'QUJD', today)).toEqual({ fault });
  });

  it('asks for the picture', () => {
    expect(ownCardOrder(form, null, today)).toEqual({ fault: 'photo' });
  });
});
