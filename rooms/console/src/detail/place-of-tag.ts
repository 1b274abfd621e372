import { text } from '../messages/text.ts';

/** The plain name of a tag of the result file; the tag itself where there is no plain name. */
export function placeOfTag(path: string): string {
  const tag = path.split('/').at(-1) ?? path;
  switch (tag) {
    case 'Name':
      return text.name();
    case 'NameOfOther':
      return text.name_in_use();
    case 'NameKana':
    case 'NameOfOtherKana':
      return text.kana();
    case 'InsuredName':
      return text.insured_name();
    case 'Address':
      return text.address();
    case 'InsurerName':
      return text.insurer_name();
    default:
      return path;
  }
}
