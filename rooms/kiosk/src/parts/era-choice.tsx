import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type Era, eras } from '../entry/birth-date.ts';
import { m } from '../messages/m.ts';
import './era-choice.css';

/** In which calendar the card prints the year of birth. */
export function EraChoice(props: { readonly era: Era; readonly onEra: (era: Era) => void }) {
  const eraNames: Readonly<Record<Era, string>> = {
    taisho: m.era_taisho(),
    showa: m.era_showa(),
    heisei: m.era_heisei(),
    reiwa: m.era_reiwa(),
    western: m.era_western(),
  };
  return (
    <ToggleButtonGroup
      className="eras"
      aria-label={m.era_label()}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.era]}
      onSelectionChange={(keys) => {
        const era = eras.find((each) => keys.has(each));
        if (era !== undefined) props.onEra(era);
      }}
    >
      {eras.map((era) => (
        <ToggleButton key={era} id={era} className="era">
          {eraNames[era]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
