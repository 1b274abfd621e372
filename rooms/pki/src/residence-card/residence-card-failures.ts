import type { FailureTable } from '@honnin/outcome';

/** Failures that only residence cards have; part of the pki room's table. */
export const residenceCardSignatureFailures = {
  'residence-card-signature-invalid': {
    number: 'P321',
    actor: 'staff',
    patient: {
      ja: 'このカードでの確認を終えられませんでした。受付の係員にお声がけください。ほかの方法でご案内します。',
      en: 'The check with this card could not be completed. Please speak to the staff; they will help you in another way.',
    },
    staff: {
      ja: '在留カードの電子署名が、読み取った写真や券面と一致しません。機械では受け付けず、窓口で確認してください。',
      en: 'The residence card’s signature does not cover the photo and front that were read. Check at the desk.',
    },
    cause: {
      ja: 'ICチップの内容の改ざん、または通信中の改変です。',
      en: 'The chip’s contents were altered, or changed on the way.',
    },
    remedy: {
      ja: 'カードを置き直して一度だけ再試行します。続く場合は、出入国在留管理庁の失効情報照会などでご確認ください。',
      en: 'Lay the card down again once. If it persists, the Immigration Services Agency can check the card.',
    },
    http: 403,
  },
} as const satisfies FailureTable;
