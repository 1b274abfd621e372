import type { CalendarDate, Coverage } from '@honnin/insurance';

interface Period {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate;
}

/**
 * A coverage as one institution may see it for one day: certificates that hold on that day, specific diseases
 * only where the patient agreed (TSR), and each medical ticket marked by whether it names this institution.
 */
export function presentCoverage(
  coverage: Coverage,
  options: {
    readonly onDate: CalendarDate;
    readonly institutionCode: string;
    readonly specificDiseases: boolean;
  },
): Coverage {
  const { elderlyRecipient, limit, specificDiseases, medicalTickets, ...rest } = coverage;
  const holds = ({ validFrom, validTo }: Period) => validFrom <= options.onDate && options.onDate <= validTo;
  const diseases = options.specificDiseases ? (specificDiseases ?? []).filter(holds) : [];
  return {
    ...rest,
    ...(elderlyRecipient !== undefined && holds(elderlyRecipient) && { elderlyRecipient }),
    ...(limit !== undefined && holds(limit) && { limit }),
    ...(diseases.length > 0 && { specificDiseases: diseases }),
    ...(medicalTickets !== undefined && {
      medicalTickets: medicalTickets
        .filter((ticket) => ticket.validDate <= options.onDate && options.onDate <= ticket.expirationDate)
        .map((ticket) =>
          ticket.designatedInstitutionCode === undefined
            ? ticket
            : {
                ...ticket,
                designatedInstitutionFlag:
                  ticket.designatedInstitutionCode === options.institutionCode
                    ? ('0' as const)
                    : ('1' as const),
              },
        ),
    }),
  };
}
