import { Check } from 'typebox/value';
import { OwnCardOrder as Order, type OwnCardOrder } from '../wallet-api.ts';
import { fullWidthKana, fullWidthName } from './full-width.ts';

/** What is typed into the form. */
export type OwnCardForm = Omit<OwnCardOrder, 'photo' | 'sex'> & { readonly sex: string };

/** The field that has to be looked at again. */
export type FormFault = 'name' | 'kana' | 'birthDate' | 'address' | 'pin' | 'photo';

/** The order that a form and a picture make, or the first field that is not right. `today` is `YYYY-MM-DD`. */
export function ownCardOrder(
  form: OwnCardForm,
  photo: string | null,
  today: string,
): { readonly order: OwnCardOrder } | { readonly fault: FormFault } {
  const name = fullWidthName(form.name);
  const kana = fullWidthKana(form.kana);
  const address = fullWidthName(form.address);
  const pin = form.pin.normalize('NFKC');
  if (name === '' || name.length > 40) return { fault: 'name' };
  if (!/^[ァ-ヶー\u3000]{1,60}$/.test(kana)) return { fault: 'kana' };
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(form.birthDate) || form.birthDate > today)
    return { fault: 'birthDate' };
  if (address === '' || address.length > 80) return { fault: 'address' };
  if (!/^\d{4}$/.test(pin)) return { fault: 'pin' };
  const order = { ...form, name, kana, address, pin, sex: form.sex, photo };
  return Check(Order, order) ? { order } : { fault: 'photo' };
}
