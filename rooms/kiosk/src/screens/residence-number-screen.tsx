import type { Screen } from '@honnin/terminal/screen-protocol';
import { useState } from 'react';
import { useAgent } from '../agent/use-agent.ts';
import type { MatchingDraft } from '../entry/matching-draft.ts';
import { nextKind, pressResidenceKey } from '../entry/residence-number.ts';
import { m } from '../messages/m.ts';
import { CharacterPad } from '../parts/character-pad.tsx';
import { ResidenceNumberBoxes } from '../parts/residence-number-boxes.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';

/** The number that opens a residence card, on keys for the kind of character that comes next. */
export function ResidenceNumberScreen(props: {
  readonly screen: Extract<Screen, { name: 'residence-number' }>;
  readonly draft: MatchingDraft;
  readonly onDraft: (draft: MatchingDraft) => void;
}) {
  const { screen, draft, onDraft } = props;
  const { link } = useAgent();
  const [corrected, setCorrected] = useState(false);
  const typed = draft.residence;
  const kind = nextKind(typed);
  const press = (key: string) => {
    setCorrected(true);
    onDraft({ ...draft, residence: pressResidenceKey(typed, key) });
  };
  const enter = () => {
    if (kind === null) link.send({ type: 'residence-number', number: typed });
  };
  return (
    <ScreenLayout
      name="residence-number"
      shape="wide"
      heading={m.residence_heading()}
      lead={
        <div role="status">
          {screen.wrong && !corrected ? (
            <p className="notice notice-small">{m.residence_wrong()}</p>
          ) : (
            m.residence_lead()
          )}
        </div>
      }
    >
      <ResidenceNumberBoxes typed={typed} />
      <CharacterPad
        kind={kind ?? 'letters'}
        isFull={kind === null}
        onKey={press}
        onEnter={enter}
        onBack={() => link.send({ type: 'cancel' })}
        enterName={m.next()}
      />
    </ScreenLayout>
  );
}
