import { useLocale } from '@honnin/appearance';
import { codeLists, type LimitCertificate } from '@honnin/insurance';
import { formatDate } from '../dates/format-date.ts';
import { text } from '../messages/text.ts';
import { limitMeaning } from './limit-meaning.ts';
import { period } from './period.ts';
import { PlainField } from './plain-field.tsx';

/** 限度額適用認定証 and its kin: up to which class the patient pays. */
export function LimitPart(props: { readonly certificate: LimitCertificate }) {
  const { certificate } = props;
  const { locale } = useLocale();
  return (
    <div className="part">
      <h4>{codeLists.limitClassification[certificate.classification][locale]}</h4>
      <dl className="fields">
        <PlainField label={text.limit_class()}>
          <b className="limit-class">{codeLists.limitFlag[certificate.flag][locale]}</b>{' '}
          <span className="code">{certificate.flag}</span> {limitMeaning(certificate.flag)}
        </PlainField>
        <PlainField label={text.valid_period()}>
          {period(certificate.validFrom, certificate.validTo, locale)}
        </PlainField>
        <PlainField label={text.issued_on()}>{formatDate(certificate.issuedOn, locale)}</PlainField>
        {certificate.longTermOn !== undefined && (
          <PlainField label={text.long_term_on()}>{formatDate(certificate.longTermOn, locale)}</PlainField>
        )}
      </dl>
    </div>
  );
}
