import { useLocale } from '@honnin/appearance';
import { type Coverage, codeLists } from '@honnin/insurance';
import { formatDate } from '../dates/format-date.ts';
import { text } from '../messages/text.ts';
import { CopyField } from './copy-field.tsx';
import { ElderlyRecipientPart } from './elderly-recipient-part.tsx';
import { LimitPart } from './limit-part.tsx';
import { MedicalTicketPart } from './medical-ticket-part.tsx';
import { period } from './period.ts';
import { PlainField } from './plain-field.tsx';
import { shareOfCosts } from './share-of-costs.ts';
import { SpecificDiseasePart } from './specific-disease-part.tsx';

/** One insurer's cover with all its certificates and tickets. */
export function CoveragePanel(props: {
  readonly coverage: Coverage;
  readonly isFirst: boolean;
  readonly of: number;
}) {
  const { coverage, isFirst, of } = props;
  const { locale } = useLocale();
  const share = shareOfCosts(coverage);
  const valid = period(coverage.validFrom, coverage.validTo, locale);
  const isLost = coverage.lostOn !== undefined;
  return (
    <section className={`panel coverage${isLost ? ' coverage-lost' : ''}`}>
      <h3>
        {coverage.insurerName}
        <span className="coverage-kind">
          {codeLists.cardClassification[coverage.cardClassification][locale]}
        </span>
        {of > 1 && isFirst && !isLost && <span className="coverage-first">{text.coverage_to_use()}</span>}
      </h3>
      {isLost && (
        <p className="coverage-ended">
          {text.lost_on({ date: formatDate(coverage.lostOn ?? '', locale) })}
          {coverage.reasonOfLoss !== undefined &&
            ` ${text.reason_of_loss({ reason: codeLists.reasonOfLoss[coverage.reasonOfLoss][locale] })}`}
        </p>
      )}
      <dl className="numbers">
        <CopyField label={text.insurer_number()} value={coverage.insurerNumber} />
        {coverage.symbol !== undefined && <CopyField label={text.symbol()} value={coverage.symbol} />}
        <CopyField
          label={coverage.cardClassification === 'A1' ? text.recipient_number() : text.number()}
          value={coverage.number}
        />
        {coverage.branch !== undefined && <CopyField label={text.branch()} value={coverage.branch} />}
      </dl>
      <dl className="fields">
        {share !== null && (
          <PlainField label={text.share_label()}>
            <b className="share">{share}</b>
          </PlainField>
        )}
        {coverage.preschool !== undefined && (
          <PlainField label={text.preschool_label()}>{codeLists.preschool['1'][locale]}</PlainField>
        )}
        {coverage.personalFamily !== undefined && (
          <PlainField label={text.personal_family()}>
            {codeLists.personalFamily[coverage.personalFamily][locale]}
            {coverage.insuredName !== undefined && ` ${text.insured_is({ name: coverage.insuredName })}`}
          </PlainField>
        )}
        {valid !== null && <PlainField label={text.valid_period()}>{valid}</PlainField>}
        {coverage.qualifiedOn !== undefined && (
          <PlainField label={text.qualified_on()}>{formatDate(coverage.qualifiedOn, locale)}</PlainField>
        )}
        {coverage.issuedOn !== undefined && (
          <PlainField label={text.issued_on()}>{formatDate(coverage.issuedOn, locale)}</PlainField>
        )}
      </dl>
      {coverage.elderlyRecipient !== undefined && (
        <ElderlyRecipientPart certificate={coverage.elderlyRecipient} />
      )}
      {coverage.limit !== undefined && <LimitPart certificate={coverage.limit} />}
      {coverage.specificDiseases?.map((disease) => (
        <SpecificDiseasePart key={disease.category} certificate={disease} />
      ))}
      {coverage.medicalTickets?.map((ticket, index) => (
        <MedicalTicketPart key={`${ticket.ticketType} ${ticket.issueNumber ?? index}`} ticket={ticket} />
      ))}
    </section>
  );
}
