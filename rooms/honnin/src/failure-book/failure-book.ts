import type { Actor } from '@honnin/outcome';
import { allFailures } from './all-failures.ts';

export type Language = 'ja' | 'en';

const words = {
  ja: {
    title: '失敗コード集',
    intro:
      '画面に出る番号で引きます。この文書は各部屋の表（`rooms/*/src/failures.ts`）から作られます。直すときは表を直してください。',
    actor: 'だれが動くか',
    patient: '患者さんの画面',
    staff: '職員の画面',
    cause: '原因',
    remedy: '対処',
    actors: {
      patient: '患者さん',
      staff: '職員',
      device: '機器',
      network: '回線',
      issuer: 'カードの発行元',
      developer: '開発者',
    } satisfies Record<Actor, string>,
  },
  en: {
    title: 'Failure-code book',
    intro:
      'Look up the number that the screen shows. This document is made from each room’s table (`rooms/*/src/failures.ts`): to change it, change the table.',
    actor: 'Who acts',
    patient: 'On the patient’s screen',
    staff: 'On the staff’s screen',
    cause: 'Cause',
    remedy: 'Remedy',
    actors: {
      patient: 'patient',
      staff: 'staff',
      device: 'device',
      network: 'network',
      issuer: 'card issuer',
      developer: 'developer',
    } satisfies Record<Actor, string>,
  },
} as const;

/** The whole book in one language, as Markdown: one page for every code of every room. */
export function failureBook(language: Language): string {
  const word = words[language];
  const pages = allFailures.flatMap(({ room, table }) => [
    `## ${room}\n`,
    ...Object.entries(table)
      .sort(([, a], [, b]) => a.number.localeCompare(b.number))
      .map(([code, failure]) =>
        [
          `### ${failure.number} \`${code}\`\n`,
          `- ${word.actor}: ${word.actors[failure.actor]}`,
          `- ${word.patient}: ${failure.patient[language]}`,
          `- ${word.staff}: ${failure.staff[language]}`,
          `- ${word.cause}: ${failure.cause[language]}`,
          `- ${word.remedy}: ${failure.remedy[language]}\n`,
        ].join('\n'),
      ),
  ]);
  return `# ${word.title}\n\n${word.intro}\n\n${pages.join('\n')}`;
}
