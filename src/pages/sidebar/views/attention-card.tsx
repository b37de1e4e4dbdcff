// One experiment that needs somebody, in two lines: what it is, and why, with the next step; the rest in its menu.
import type { Tone } from '../../../domain/colours.ts';
import { TIMING_TONES } from '../../../domain/duration/timing-kinds.ts';
import { Menu } from '../../shared/menu.tsx';
import { sidebarWords as words } from '../../shared/messages.ts';
import type { AttentionItem as Item } from '../overview.ts';

/** What its chip says and is painted for. */
export type Reason = Item['kind'] | 'undecided';

const TONES: Readonly<Record<Reason, Tone>> = {
  ...TIMING_TONES,
  'rolling out': 'waiting',
  incomplete: 'missing',
  wrong: 'missing',
};

/** Whose reason is a sentence that no few words stand for. */
const SENTENCES: ReadonlySet<Reason> = new Set(['incomplete', 'wrong']);

/** In as few words as its group allows. */
function shortly(reason: Reason, { words: why, days }: Item): string {
  return Object.entries(words.shortly).find(([of]) => of === reason)?.[1](days) ?? why;
}

export function AttentionCard({
  item,
  reason,
  onAct,
  onShow,
}: {
  item: Item;
  /** What its group lists it for. */
  reason: Reason;
  onAct: (item: Item) => void;
  onShow: (item: Item) => void;
}) {
  const { id, title, words: why, now, entity, owner, action } = item;
  // A sentence needs the room; the entity stands in the menu, too.
  const isSentence = SENTENCES.has(reason);
  const about = [why, now, entity, owner].filter((text) => text !== '').join(' · ');
  return (
    <li class="card">
      <p class="name" title={title}>
        <span class="quiet">{id}</span> <bdi>{title}</bdi>
      </p>
      <div class="line">
        <span class={`chip tone-${TONES[reason]}`} title={about}>
          {shortly(reason, item)}
        </span>
        {!isSentence && <span class="quiet">{[entity || words.noEntity, owner].filter(Boolean).join(' · ')}</span>}
        <button type="button" aria-label={words.actionOf[action](title)} onClick={() => onAct(item)}>
          {words.actions[action]}
        </button>
        <Menu
          label={words.moreOf(title)}
          about={
            <>
              <strong>{title}</strong> {about}
            </>
          }
          items={[
            { label: words.showRow(id), act: () => onShow(item) },
            ...(action === 'edit'
              ? []
              : [{ label: words.openForm(id), act: () => onAct({ ...item, action: 'edit' }) }]),
          ]}
        />
      </div>
    </li>
  );
}
