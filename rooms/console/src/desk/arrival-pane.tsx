import type { Arrival } from '@honnin/reception/staff-api';
import { useState } from 'react';
import {
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxSection,
  SearchField,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import { groupArrivals } from '../arrivals/group-arrivals.ts';
import { searchArrivals } from '../arrivals/search-arrivals.ts';
import { text } from '../messages/text.ts';
import { ArrivalRow } from './arrival-row.tsx';

const filters = ['all', 'needsStaff', 'underWay', 'finished'] as const;
type Filter = (typeof filters)[number];

const headings = {
  needsStaff: () => text.group_needs_staff(),
  underWay: () => text.group_under_way(),
  finished: () => text.group_finished(),
};

/** Who came today: searched by kana, filtered by state, those who need somebody on top. */
export function ArrivalPane(props: {
  readonly arrivals: readonly Arrival[];
  readonly now: Date;
  readonly selected: string | null;
  readonly onSelect: (visitId: string) => void;
}) {
  const { arrivals, now, selected, onSelect } = props;
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const groups = groupArrivals(arrivals);
  const found = groupArrivals(searchArrivals(arrivals, words));
  const shown = (['needsStaff', 'underWay', 'finished'] as const).filter(
    (group) => (filter === 'all' || filter === group) && found[group].length > 0,
  );
  const label = (each: Filter) =>
    each === 'all' ? `${text.filter_all()} ${arrivals.length}` : `${headings[each]()} ${groups[each].length}`;

  return (
    <nav className="arrival-pane" aria-label={text.arrivals_today()}>
      <SearchField className="search" aria-label={text.search_by_kana()} value={words} onChange={setWords}>
        <Input className="search-input" placeholder={text.search_by_kana()} />
      </SearchField>
      <ToggleButtonGroup
        className="filters"
        aria-label={text.filter_by_state()}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter]}
        onSelectionChange={(keys) => {
          const [chosen] = keys;
          const known = filters.find((each) => each === chosen);
          if (known !== undefined) setFilter(known);
        }}
      >
        {filters.map((each) => (
          <ToggleButton key={each} id={each} className="filter">
            {label(each)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ListBox
        className="arrival-list"
        aria-label={text.arrivals_today()}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [chosen] = keys;
          if (keys !== 'all' && typeof chosen === 'string') onSelect(chosen);
        }}
        renderEmptyState={() => <p className="list-none">{text.nobody_found()}</p>}
      >
        {shown.map((group) => (
          <ListBoxSection key={group} id={group} className={`list-group list-group-${group}`}>
            <Header className="list-heading">
              {headings[group]()} <span>{found[group].length}</span>
            </Header>
            <Collection
              items={found[group].map((arrival) => ({ id: arrival.visitId, arrival }))}
              dependencies={[now, words]}
            >
              {({ arrival }) => <ArrivalRow arrival={arrival} now={now} />}
            </Collection>
          </ListBoxSection>
        ))}
      </ListBox>
    </nav>
  );
}
