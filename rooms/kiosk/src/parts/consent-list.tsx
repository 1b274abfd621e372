import type { ConsentGroup } from '@honnin/insurance';
import { Checkbox } from 'react-aria-components';
import { m } from '../messages/m.ts';
import './consent-list.css';

/** What is asked for, in plain words; with `onChange` each can be agreed to on its own. */
export function ConsentList(props: {
  readonly groups: readonly ConsentGroup[];
  readonly given?: readonly ConsentGroup[];
  readonly onChange?: (given: readonly ConsentGroup[]) => void;
}) {
  const { groups, given = [], onChange } = props;
  const words: Readonly<Record<ConsentGroup, readonly [name: string, more: string]>> = {
    YZK: [m.group_yzk(), m.group_yzk_more()],
    SRJ: [m.group_srj(), m.group_srj_more()],
    SHJ: [m.group_shj(), m.group_shj_more()],
    TKK: [m.group_tkk(), m.group_tkk_more()],
    TSR: [m.group_tsr(), m.group_tsr_more()],
  };
  if (onChange === undefined) {
    return (
      <ul className="asked" aria-label={m.consents_list()}>
        {groups.map((group) => (
          <li key={group}>
            <strong>{words[group][0]}</strong>
            <span>{words[group][1]}</span>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className="consents">
      {groups.map((group) => (
        <Checkbox
          key={group}
          className="consent"
          isSelected={given.includes(group)}
          onChange={(agreed) =>
            onChange(groups.filter((each) => (each === group ? agreed : given.includes(each))))
          }
        >
          {({ isSelected }) => (
            <>
              <span className="consent-box" aria-hidden="true">
                <svg viewBox="0 0 40 40" aria-hidden="true">
                  <path d="M8 21l8 9 16-19" />
                </svg>
              </span>
              <span className="consent-words">
                <strong>{words[group][0]}</strong>
                <span>{words[group][1]}</span>
              </span>
              <span className="consent-said" aria-hidden="true">
                {isSelected ? m.consents_yes() : m.consents_no()}
              </span>
            </>
          )}
        </Checkbox>
      ))}
    </div>
  );
}
