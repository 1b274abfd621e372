import type { Screen } from '@honnin/terminal/screen-protocol';
import { useState } from 'react';
import { useAgent } from '../agent/use-agent.ts';
import { birthDateOf } from '../entry/birth-date.ts';
import { type BirthFieldName, birthFields } from '../entry/birth-fields.ts';
import { type PadKey, pressKey } from '../entry/digit-fields.ts';
import type { MatchingDraft } from '../entry/matching-draft.ts';
import { m } from '../messages/m.ts';
import { BirthDateEntry } from '../parts/birth-date-entry.tsx';
import { DigitBoxes } from '../parts/digit-boxes.tsx';
import { EraChoice } from '../parts/era-choice.tsx';
import { NumberPad } from '../parts/number-pad.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { CardParts } from '../pictures/card-parts.tsx';

export type MatchingPart = 'birth' | 'expiry' | 'code';
const parts: readonly MatchingPart[] = ['birth', 'expiry', 'code'];

/** The three printed parts that open the card's photo, one after the other, each with its place on the card. */
export function MatchingNumberScreen(props: {
  readonly screen: Extract<Screen, { name: 'matching-number' }>;
  readonly draft: MatchingDraft;
  readonly onDraft: (draft: MatchingDraft) => void;
  readonly now: () => Date;
  readonly firstPart?: MatchingPart;
}) {
  const { screen, draft, onDraft } = props;
  const { link } = useAgent();
  const [part, setPart] = useState<MatchingPart>(props.firstPart ?? 'birth');
  const [active, setActive] = useState<BirthFieldName>('year');
  const [refused, setRefused] = useState(false);
  const { era, ...values } = draft.birth;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(props.now());
  const birthDate = birthDateOf(draft.birth, today);
  const expiryYear = Number(`20${draft.expiry}`);
  const thisYear = Number(today.slice(0, 4));
  const complete = {
    birth: values.year !== '' && values.month !== '' && values.day !== '',
    expiry: draft.expiry.length === 2,
    code: draft.code.length === 4,
  }[part];

  const press = (key: PadKey) => {
    setRefused(false);
    if (part === 'birth') {
      const entry = pressKey(birthFields(era), { values, active }, key);
      setActive(entry.active);
      onDraft({ ...draft, birth: { era, ...entry.values } });
    } else {
      const length = part === 'expiry' ? 2 : 4;
      const entry = pressKey([{ name: part, length }], { values: draft, active: part }, key);
      onDraft({ ...draft, [part]: entry.values[part] });
    }
  };
  const goOn = () => {
    if (!complete) return;
    // Cards live ten years; a certificate counts for three months after its end.
    const noSuchYear = expiryYear < thisYear - 1 || expiryYear > thisYear + 11;
    if ((part === 'birth' && birthDate === null) || (part === 'expiry' && noSuchYear)) {
      setRefused(true);
      return;
    }
    const next = parts[parts.indexOf(part) + 1];
    if (next !== undefined) setPart(next);
    else if (birthDate === null) setPart('birth');
    else link.send({ type: 'matching-number', birthDate, expiryYear, securityCode: draft.code });
  };
  const goBack = () => {
    setRefused(false);
    const before = parts[parts.indexOf(part) - 1];
    if (before === undefined) link.send({ type: 'cancel' });
    else setPart(before);
  };

  const words = {
    birth: { heading: m.matching_birth_heading(), lead: m.matching_birth_lead() },
    expiry: { heading: m.matching_expiry_heading(), lead: m.matching_expiry_lead() },
    code: { heading: m.matching_code_heading(), lead: m.matching_code_lead() },
  }[part];
  const warning = refused
    ? part === 'birth'
      ? m.matching_no_date()
      : m.matching_no_year()
    : screen.wrong && part === 'birth'
      ? m.matching_wrong({ count: screen.triesLeft })
      : screen.camera !== 'not-tried' && part === 'birth'
        ? m.matching_not_read()
        : null;
  return (
    <ScreenLayout
      name="matching-number"
      eyebrow={m.matching_part({ part: parts.indexOf(part) + 1 })}
      heading={words.heading}
      lead={<div role="status">{warning === null ? words.lead : <p className="notice">{warning}</p>}</div>}
      picture={<CardParts part={part} />}
      entry={
        part === 'birth' ? (
          <EraChoice
            era={era}
            onEra={(chosen) => {
              setRefused(false);
              setActive('year');
              onDraft({ ...draft, birth: { ...draft.birth, era: chosen, year: '' } });
            }}
          />
        ) : undefined
      }
    >
      {part === 'birth' ? (
        <BirthDateEntry typed={draft.birth} active={active} onField={setActive} />
      ) : part === 'expiry' ? (
        <DigitBoxes
          digits={draft.expiry}
          length={2}
          before="20"
          after={m.expiry_until()}
          label={`${m.field_expiry()} 20${draft.expiry}`}
        />
      ) : (
        <DigitBoxes digits={draft.code} length={4} label={`${m.field_code()} ${draft.code}`} />
      )}
      <NumberPad onKey={press} onEnter={goOn} onBack={goBack} enterName={m.next()} canEnter={complete} />
    </ScreenLayout>
  );
}
