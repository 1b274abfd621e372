import { useLocale } from '@honnin/appearance';
import { codeLists, type SpecificDiseaseCertificate } from '@honnin/insurance';
import { text } from '../messages/text.ts';
import { period } from './period.ts';
import { PlainField } from './plain-field.tsx';
import { yen } from './yen.ts';

/** 特定疾病療養受療証; there only when the patient agreed. */
export function SpecificDiseasePart(props: { readonly certificate: SpecificDiseaseCertificate }) {
  const { certificate } = props;
  const { locale } = useLocale();
  return (
    <div className="part">
      <h4>{text.specific_disease()}</h4>
      <dl className="fields">
        <PlainField label={text.disease()}>
          {codeLists.specificDisease[certificate.category][locale]}
        </PlainField>
        <PlainField label={text.self_pay()}>
          <b>{text.yen_a_month({ yen: yen(certificate.selfPay) })}</b>
        </PlainField>
        <PlainField label={text.valid_period()}>
          {period(certificate.validFrom, certificate.validTo, locale)}
        </PlainField>
      </dl>
    </div>
  );
}
