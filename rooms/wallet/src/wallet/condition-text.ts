import { text } from '../messages/text.ts';

/** What is special about a card; null for an ordinary one. */
export function conditionText(condition: string): string | null {
  switch (condition) {
    case 'certificate-expired':
      return text.condition_certificate_expired();
    case 'revoked':
      return text.condition_revoked();
    case 'no-photo':
      return text.condition_no_photo();
    case 'no-pin':
      return text.condition_no_pin();
    default:
      return null;
  }
}
