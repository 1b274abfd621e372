import type { Locale } from '@honnin/appearance';
import { codeLists, type MedicalTicket } from '@honnin/insurance';
import { text } from '../messages/text.ts';

/** The ticket's yes-or-no fields that say yes, and its free remarks. */
export function ticketRemarks(ticket: MedicalTicket, locale: Locale): readonly string[] {
  return [
    ticket.socialInsurance === '01' ? text.ticket_social_insurance() : undefined,
    ticket.infection === '01' ? text.ticket_infection() : undefined,
    ticket.elderlyMedicalCare === '01' ? text.ticket_elderly_care() : undefined,
    ticket.prefecturalExpenses === '01' ? text.ticket_prefectural() : undefined,
    ticket.consistencyFlag === '1' ? codeLists.consistencyFlag['1'][locale] : undefined,
    ticket.remarks1,
    ticket.remarks2,
    ticket.remarks3,
  ].filter((remark) => remark !== undefined);
}
