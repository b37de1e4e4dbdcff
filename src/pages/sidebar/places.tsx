// The places of the sidebar: one row of icons, each with its word.
import { sidebarWords as words } from '../shared/messages.ts';

export type Place = keyof typeof words.places;

/** The lines of each icon, on 24 by 24. */
const ICONS: Readonly<Record<Place, string>> = {
  attention: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5l3 2',
  new: 'M12 5v14M5 12h14',
  candidates: 'M9 17h6M10 20h4M9 14a6 6 0 1 1 6 0v1H9z',
  learnt: 'M12 6v14M12 6a6 3 0 0 0-9-1v13a6 3 0 0 1 9 2a6 3 0 0 1 9-2V5a6 3 0 0 0-9 1',
  find: 'M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M15.5 15.5L21 21',
  log: 'M6 3h8l4 4v14H6zM9 12h6M9 16h6',
  selected: 'M4 5h16v14H4zM4 10h16M4 14h16',
};
const PLACES = Object.keys(ICONS) as Place[];

/** `current` may be no place; until the register is read only the first one can be gone to. */
export function Places({
  current,
  isReady,
  onGo,
}: {
  current: string;
  isReady: boolean;
  onGo: (place: Place) => void;
}) {
  return (
    <nav aria-label={words.views}>
      {PLACES.map((place) => (
        <button
          key={place}
          type="button"
          {...namedInFull(words.places[place])}
          disabled={!isReady && place !== 'attention'}
          aria-current={current === place ? 'page' : undefined}
          onClick={() => onGo(place)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={ICONS[place]} />
          </svg>
          {words.places[place].short}
        </button>
      ))}
    </nav>
  );
}

function namedInFull({ name, short }: { name: string; short: string }) {
  return name === short ? {} : { 'aria-label': name, title: name };
}
