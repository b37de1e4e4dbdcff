// What to try next: candidates and proposed experiments, the highest score first, each with what it is made of or what is missing.
import { byScore, scoreText } from '../../../domain/experiment/scoring.ts';
import { dashboardWords } from '../../shared/messages.ts';
import type { View } from '../view.ts';
import { joined, nameOf } from '../wording.ts';

const words = dashboardWords.glance;
const MOST = 10;

/** Nothing where the register does not score. */
export function NextView({ view }: { view: View }) {
  const { facts, candidates, settings } = view;
  if (candidates === undefined) return null;
  const ideas = [
    ...candidates.map((idea) => ({ ...idea, key: -idea.row, name: idea.idea, about: words.candidate })),
    ...facts
      .filter(({ status }) => status === 'Proposed')
      .map((fact) => ({
        key: fact.row,
        name: nameOf(fact),
        about: fact.experiment.status,
        points: fact.points ?? '',
        score: fact.experiment.score,
      })),
  ];
  if (ideas.length === 0) return null;
  return (
    <section class="say" aria-label={words.next}>
      <h2>{words.next}</h2>
      <ol>
        {byScore(ideas, ({ points }) => points)
          .slice(0, MOST)
          .map((idea) => (
            <li key={idea.key}>
              <strong>{idea.name}</strong>: {joined([scoreText(idea, settings.scoring), idea.about])}
            </li>
          ))}
      </ol>
    </section>
  );
}
