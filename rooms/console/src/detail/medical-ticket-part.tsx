import { useLocale } from '@honnin/appearance';
import { codeLists, type MedicalTicket } from '@honnin/insurance';
import { text } from '../messages/text.ts';
import { CopyField } from './copy-field.tsx';
import { period } from './period.ts';
import { PlainField } from './plain-field.tsx';
import { ticketRemarks } from './ticket-remarks.ts';
import { yen } from './yen.ts';

/** 医療券 or 調剤券 of medical aid. */
export function MedicalTicketPart(props: { readonly ticket: MedicalTicket }) {
  const { ticket } = props;
  const { locale } = useLocale();
  const injuries = [ticket.injuryName1, ticket.injuryName2, ticket.injuryName3].filter(
    (name) => name !== undefined,
  );
  const offices = [ticket.districtContactName, ticket.handlingContactName].filter(
    (name) => name !== undefined,
  );
  const remarks = ticketRemarks(ticket, locale);
  const isElsewhere = ticket.designatedInstitutionFlag === '1';
  const [year, month] = ticket.treatmentMonth.split('-');
  return (
    <div className="part">
      <h4>
        {codeLists.ticketType[ticket.ticketType][locale]}
        <span className="coverage-kind">{codeLists.treatmentType[ticket.treatmentType][locale]}</span>
      </h4>
      {isElsewhere && <p className="coverage-ended">{text.ticket_for_another_institution()}</p>}
      <dl className="fields">
        {ticket.issueNumber !== undefined && (
          <CopyField label={text.ticket_number()} value={ticket.issueNumber} />
        )}
        <PlainField label={text.treatment_month()}>
          {text.year_and_month({ year: year ?? '', month: Number(month) })}
        </PlainField>
        <PlainField label={text.valid_period()}>
          {period(ticket.validDate, ticket.expirationDate, locale)}
        </PlainField>
        <PlainField label={text.self_pay()}>
          <b>{text.yen_amount({ yen: yen(ticket.selfPayAmount ?? 0) })}</b>
        </PlainField>
        {ticket.designatedInstitutionName !== undefined && (
          <PlainField label={text.designated_institution()}>{ticket.designatedInstitutionName}</PlainField>
        )}
        {ticket.prescriptionIssuerInstitutionName !== undefined && (
          <PlainField label={text.prescription_issuer()}>
            {ticket.prescriptionIssuerInstitutionName}
          </PlainField>
        )}
        {injuries.length > 0 && <PlainField label={text.injuries()}>{injuries.join('、')}</PlainField>}
        {ticket.singleOrCombinedUse !== undefined && (
          <PlainField label={text.use_of_ticket()}>
            {codeLists.singleOrCombinedUse[ticket.singleOrCombinedUse][locale]}
          </PlainField>
        )}
        {offices.length > 0 && <PlainField label={text.welfare_office()}>{offices.join(' ')}</PlainField>}
        {remarks.length > 0 && <PlainField label={text.remarks()}>{remarks.join('、')}</PlainField>}
      </dl>
    </div>
  );
}
