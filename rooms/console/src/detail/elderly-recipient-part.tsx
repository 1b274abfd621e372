import { useLocale } from '@honnin/appearance';
import type { ElderlyRecipientCertificate } from '@honnin/insurance';
import { formatDate } from '../dates/format-date.ts';
import { text } from '../messages/text.ts';
import { period } from './period.ts';
import { PlainField } from './plain-field.tsx';

/** 高齢受給者証: the share of a person from 70 to 74. */
export function ElderlyRecipientPart(props: { readonly certificate: ElderlyRecipientCertificate }) {
  const { certificate } = props;
  const { locale } = useLocale();
  return (
    <div className="part">
      <h4>{text.elderly_recipient()}</h4>
      <dl className="fields">
        <PlainField label={text.share_label()}>
          {text.share_of_costs({
            tenths: Number(certificate.ratio) / 10,
          })}
        </PlainField>
        <PlainField label={text.valid_period()}>
          {period(certificate.validFrom, certificate.validTo, locale)}
        </PlainField>
        <PlainField label={text.issued_on()}>{formatDate(certificate.issuedOn, locale)}</PlainField>
      </dl>
    </div>
  );
}
