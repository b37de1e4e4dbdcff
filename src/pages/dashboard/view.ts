// What every view of the dashboard is given: the experiments the filters let through, and the words for them.
import { formatDay } from '../../domain/calendar.ts';
import type { LearntEntry } from '../../domain/portfolio/learnt.ts';
import {
  type Fact,
  type Filter,
  filterFacts,
  type Grouping,
  groupsOf,
  inOrder,
  type Period,
} from '../../domain/portfolio/portfolio.ts';
import type { KeptReview } from '../../domain/portfolio/review.ts';
import type { Settings } from '../../domain/register/settings.ts';
import type { Answer } from '../shared/client.ts';
import { dashboardWords as words } from '../shared/messages.ts';
import { joined } from './wording.ts';

/** What the dashboard has loaded and worked out once. */
export interface Loaded {
  settings: Settings;
  /** As a day. */
  today: number;
  facts: Fact[];
  review?: KeptReview;
  /** Open ideas, where they are scored. */
  candidates?: Ideas;
  /** Patterns and rules; absent where there are none. */
  learnt?: LearntEntry[];
  /** Why they cannot be read. */
  learntError?: string;
}

type Ideas = Answer<'readPortfolio'>['candidates'];

export interface View {
  settings: Settings;
  today: number;
  review: KeptReview | undefined;
  /** What the filters let through. */
  facts: Fact[];
  /** The same without the period, for views that look at days of their own. */
  ofAllTime: Fact[];
  /** Open ideas of the layer, where they are scored; ideas have neither entity nor owner nor day. */
  candidates: Ideas;
  /** Of which it cannot be told whether they were in the period. */
  unplaced: Fact[];
  period: Period | undefined;
  /** The names of all groups in their order, `''` last where experiments name none. */
  known: Record<Grouping, string[]>;
  /** A group's name as it is shown. */
  nameOf: (by: Grouping, name: string) => string;
  /** The filters in words; `''` where there are none. */
  filtered: string;
  /** The day and the filters, for pictures and texts that leave the dashboard. */
  subtitle: string;
}

export function viewOf(loaded: Loaded, filter: Filter, known: Record<Grouping, string[]>): View {
  const { facts, unplaced } = filterFacts(loaded.facts, filter);
  const { period, ...rest } = filter;
  const ofAllTime = period === undefined ? facts : filterFacts(loaded.facts, rest).facts;
  const filtered = wordsOf(filter);
  const subtitle = joined([words.asOf(formatDay(loaded.today)), filtered]);
  const { layer, ...others } = filter;
  const isLayers = Object.values(others).every((each) => each === undefined);
  const candidates = loaded.candidates?.filter((idea) => isLayers && (layer === undefined || idea.layer === layer));
  const { review, settings, today } = loaded;
  return {
    settings,
    today,
    review,
    candidates,
    facts,
    ofAllTime,
    unplaced,
    period,
    known,
    nameOf: groupName,
    filtered,
    subtitle,
  };
}

/** The groupings that the register has: an owner only where it wants one. */
export function groupingsOf({ optionalFields }: Settings): Grouping[] {
  return optionalFields.includes('owner') ? ['entity', 'layer', 'owner'] : ['entity', 'layer'];
}

/** The layers and entities that experiments name, and those of the settings, in their order; owners as they are named. */
export function knownGroups({ facts, settings }: Loaded): Record<Grouping, string[]> {
  const layers = settings.layers.map(({ name }) => name);
  const isWithout = facts.some(({ entities }) => entities.length === 0) ? [''] : [];
  return {
    owner: inOrder(
      settings.optionalFields.includes('owner') ? facts.flatMap((fact) => groupsOf(fact, 'owner')) : [],
      [],
    ),
    layer: inOrder([...layers, ...facts.map(({ layer }) => layer)], layers),
    entity: inOrder(
      [...settings.entities, ...facts.flatMap(({ entities }) => entities), ...isWithout],
      settings.entities,
    ),
  };
}

function groupName(by: Grouping, name: string): string {
  if (name !== '') return name;
  return { layer: words.noLayer, entity: words.noEntity, owner: words.noOwner }[by];
}

function wordsOf({ entity, layer, owner, period }: Filter): string {
  return joined([
    entity === undefined ? '' : `${words.entity}: ${groupName('entity', entity)}`,
    layer === undefined ? '' : `${words.layer}: ${groupName('layer', layer)}`,
    owner === undefined ? '' : `${words.owner}: ${groupName('owner', owner)}`,
    period && `${words.period}: ${formatDay(period.from)} – ${formatDay(period.until)}`,
  ]);
}
