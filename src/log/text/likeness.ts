// How alike two experiments are, where their IDs do not tell which is which.
import { type Experiment, FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import { canonicalExperiment } from './canonical.ts';
import { idOfKey, keyedExperiments, nextKey } from './keys.ts';

/** From 0 to 1: how much of what either says, but for the ID, is the same. */
export function likeness(one: Experiment, other: Experiment): number {
  const [a, b] = [canonicalExperiment(one), canonicalExperiment(other)];
  const said = FIELDS.map(({ key }): FieldKey => key).filter((key) => key !== 'id' && a[key] + b[key] !== '');
  return said.length === 0 ? 1 : said.filter((key) => a[key] === b[key]).length / said.length;
}

/** As `keyedExperiments` of `wanted`; where the log has an ID several times, each has the key of the one there that it is most like. */
export function pairedExperiments(log: readonly Experiment[], wanted: readonly Experiment[]): Map<string, Experiment> {
  const keyed = keyedExperiments(wanted);
  if (new Set(log.map(({ id }) => id)).size === log.length) return keyed;
  const groups = new Map<string, Experiment[]>();
  for (const experiment of log) groups.set(experiment.id, [...(groups.get(experiment.id) ?? []), experiment]);
  for (const [id, there] of groups) {
    if (there.length > 1) pairGroup(id, there, keyed);
  }
  return keyed;
}

function pairGroup(id: string, there: readonly Experiment[], keyed: Map<string, Experiment>): void {
  const held: Experiment[] = [];
  for (let nth = 1; keyed.has(`${id}#${nth}`); nth += 1) {
    held.push(keyed.get(`${id}#${nth}`) as Experiment);
    keyed.delete(`${id}#${nth}`);
  }
  const pairs = held.flatMap((experiment, at) =>
    there.map((other, place) => ({ at, place, fit: likeness(experiment, other), shift: Math.abs(at - place) })),
  );
  pairs.sort((a, b) => b.fit - a.fit || a.shift - b.shift);
  const placeOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, place } of pairs) {
    if (placeOf.has(at) || taken.has(place)) continue;
    placeOf.set(at, place);
    taken.add(place);
  }
  let more = there.length;
  for (const [at, experiment] of held.entries()) keyed.set(`${id}#${(placeOf.get(at) ?? more++) + 1}`, experiment);
}

/**
 * The keys of a log's experiments, in their order: where the log has an ID several times, the first keys go to those that are most like what
 * is held under it. So what somebody put above one that is known is not taken for it.
 */
export function keysLike(log: readonly Experiment[], held: readonly Experiment[]): string[] {
  const [places, seen] = [new Map<string, number>(), new Map<string, number>()];
  const own = log.map(({ id }) => nextKey(id, places));
  if (places.size === own.length) return own;
  // Those that are paired stand in the order of what is held.
  const inTurn = new Set([...pairedExperiments(log, held).keys(), ...own]);
  const keys = new Map(own.map((key) => [key, key]));
  for (const key of inTurn) if (keys.has(key)) keys.set(key, nextKey(idOfKey(key), seen));
  return [...keys.values()];
}
