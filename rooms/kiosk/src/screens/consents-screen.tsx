import { ActionButton } from '@honnin/appearance';
import type { ConsentGroup } from '@honnin/insurance';
import type { Screen } from '@honnin/terminal/screen-protocol';
import { useState } from 'react';
import { useAgent } from '../agent/use-agent.ts';
import { m } from '../messages/m.ts';
import { ChoiceCard } from '../parts/choice-card.tsx';
import { ConsentList } from '../parts/consent-list.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { PaperPicture } from '../pictures/paper-picture.tsx';
import { PhonePicture } from '../pictures/phone-picture.tsx';
import { RecordsPicture } from '../pictures/records-picture.tsx';

export type ConsentPage = 'all' | 'each' | 'prescription';

/** What everybody knows first; what concerns few people last. */
const rank: Readonly<Record<ConsentGroup, number>> = { YZK: 1, SRJ: 2, SHJ: 3, TKK: 4, TSR: 5 };

/** Asks for the records, all at once or one by one, and for the kind of prescription where it can be chosen. */
export function ConsentsScreen(props: {
  readonly screen: Extract<Screen, { name: 'consents' }>;
  readonly firstPage?: ConsentPage;
}) {
  const { offersPrescriptionChoice } = props.screen;
  const groups = [...props.screen.groups].sort((a, b) => rank[a] - rank[b]);
  const { link } = useAgent();
  const [page, setPage] = useState<ConsentPage>(
    props.firstPage ?? (groups.length === 0 && offersPrescriptionChoice ? 'prescription' : 'all'),
  );
  const [given, setGiven] = useState<readonly ConsentGroup[]>([]);

  const decide = (chosen: readonly ConsentGroup[]) => {
    setGiven(chosen);
    if (offersPrescriptionChoice) setPage('prescription');
    else link.send({ type: 'consents', given: [...chosen] });
  };
  const prescribe = (prescriptionIssue: '1' | '2') =>
    link.send({ type: 'consents', given: [...given], prescriptionIssue });

  if (page === 'prescription') {
    return (
      <ScreenLayout
        name="consents"
        shape="wide"
        heading={m.prescription_heading()}
        lead={m.prescription_lead()}
      >
        <div className="two-choices">
          <ChoiceCard
            name={m.prescription_electronic()}
            more={m.prescription_electronic_more()}
            picture={<PhonePicture />}
            onPress={() => prescribe('1')}
          />
          <ChoiceCard
            name={m.prescription_paper()}
            more={m.prescription_paper_more()}
            picture={<PaperPicture />}
            onPress={() => prescribe('2')}
          />
        </div>
      </ScreenLayout>
    );
  }
  if (page === 'each') {
    return (
      <ScreenLayout
        name="consents"
        shape="list"
        entry={
          <div className="pair">
            <ActionButton size="kiosk" onPress={() => setPage('all')}>
              {m.back()}
            </ActionButton>
            <ActionButton size="kiosk" weight="primary" onPress={() => decide(given)}>
              {m.consents_decide()}
            </ActionButton>
          </div>
        }
        heading={m.consents_each_heading()}
        lead={
          <>
            <p>{m.consents_each_lead()}</p>
            <p className="fact">{m.consents_until()}</p>
          </>
        }
      >
        <ConsentList groups={groups} given={given} onChange={setGiven} />
      </ScreenLayout>
    );
  }
  return (
    <ScreenLayout
      name="consents"
      heading={m.consents_heading()}
      lead={
        <>
          <p>{m.consents_lead()}</p>
          <p className="fact">{m.consents_until()}</p>
        </>
      }
      picture={<RecordsPicture />}
    >
      <ConsentList groups={groups} />
      <ActionButton size="kiosk" weight="primary" onPress={() => decide(groups)}>
        {m.consents_all()}
      </ActionButton>
      <div className="pair even">
        <ActionButton size="kiosk" onPress={() => decide([])}>
          {m.consents_none()}
        </ActionButton>
        <ActionButton size="kiosk" onPress={() => setPage('each')}>
          {m.consents_each()}
        </ActionButton>
      </div>
    </ScreenLayout>
  );
}
