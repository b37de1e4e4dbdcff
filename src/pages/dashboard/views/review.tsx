// The weekly review as a page to print or copy: what happened since the last one, then what each entity has to talk about.
import { useMemo, useState } from 'preact/hooks';
import { formatDay } from '../../../domain/calendar.ts';
import type { Fact } from '../../../domain/portfolio/portfolio.ts';
import { duesOf, type Review, reviewOf } from '../../../domain/portfolio/review.ts';
import { useCall } from '../../shared/call.ts';
import { CopyButton } from '../../shared/copying.tsx';
import { Failure, Success } from '../../shared/feedback.tsx';
import { plainMarkdown } from '../../shared/markdown.ts';
import { buttonWords, dashboardWords } from '../../shared/messages.ts';
import type { Loaded, View } from '../view.ts';
import { evaluationOf, joined, nameOf, placeOf } from '../wording.ts';
import { Lead } from './experiments.tsx';

const words = dashboardWords.review;

/** One line of the agenda: an experiment and what there is to say about it. */
interface Line {
  fact: Fact;
  about: string;
}

interface Section {
  title: string;
  /** Undefined where nothing can be known. */
  lines: Line[] | undefined;
}

/** The filters by entity and layer count here, the period does not: a review looks at the time since the last one. */
export function ReviewView({ view, loaded }: { view: View; loaded: Loaded }) {
  const { ofAllTime, settings, today, review: kept } = view;
  const review = useMemo(() => reviewOf(ofAllTime, kept, settings.entities, today), [ofAllTime, kept, settings, today]);
  const [said, setSaid] = useState('');
  const { call, isWorking, failure } = useCall();
  const sections = sectionsOf(review);
  const topics = review.topics.map(([entity, facts]) => ({
    title: view.nameOf('entity', entity),
    lines: facts.map((fact) => ({ fact, about: evaluationOf(fact) })),
  }));
  const title = words.title(formatDay(today));
  const intro = (kept === undefined ? words.first : words.since)(formatDay(review.since));

  async function hold() {
    setSaid('');
    // Everything that runs is kept, whatever the filters show.
    const reply = await call('saveReview', { dues: duesOf(loaded.facts) });
    if (reply === undefined) return;
    const { date, dues } = reply.review;
    setSaid((dues === undefined ? words.heldWithout : words.held)(date));
  }

  return (
    <article class="review">
      <h2>{title}</h2>
      <p>{joined([intro, view.filtered, view.period && words.noPeriod], ' ')}</p>
      <div class="buttons controls">
        <button type="button" class="primary" onClick={() => window.print()}>
          {words.print}
        </button>
        <CopyButton label={buttonWords.copy} text={() => agendaMarkdown(title, intro, sections, topics)} />
        <button type="button" disabled={isWorking} onClick={hold}>
          {isWorking ? words.holding : words.hold}
        </button>
      </div>
      <Success text={said} />
      <Failure text={failure} />
      {sections.map((section) => (
        <SectionView key={section.title} section={section} />
      ))}
      <h3>{words.topics}</h3>
      {topics.length === 0 ? (
        <p>{words.noTopics}</p>
      ) : (
        topics.map(({ title: entity, lines }) => (
          <section key={entity} aria-label={entity}>
            <h4>{entity}</h4>
            <Lines lines={lines} />
          </section>
        ))
      )}
    </article>
  );
}

function sectionsOf({ started, closed, slipped, newlyOverdue, waiting }: Review): Section[] {
  const lines = (facts: readonly Fact[]) => facts.map((fact) => ({ fact, about: evaluationOf(fact) }));
  return [
    { title: words.started, lines: lines(started) },
    {
      title: words.closed,
      lines: closed.map((fact) => ({
        fact,
        about: joined([fact.timing?.words, fact.decision], ', '),
      })),
    },
    {
      title: words.slipped,
      lines: slipped?.map(({ fact, from, to }) => ({ fact, about: words.slip(formatDay(from), formatDay(to)) })),
    },
    { title: words.newlyOverdue, lines: lines(newlyOverdue) },
    { title: words.waiting, lines: lines(waiting) },
  ];
}

function SectionView({ section: { title, lines } }: { section: Section }) {
  return (
    <section aria-label={title}>
      <h3>
        {title}
        {lines !== undefined && ` (${lines.length})`}
      </h3>
      {lines === undefined ? (
        <p>{words.unknownSlips}</p>
      ) : lines.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <Lines lines={lines} />
      )}
    </section>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul>
      {lines.map(({ fact, about }) => (
        <li key={fact.row}>
          <strong>{nameOf(fact)}</strong>: {about} <span class="quiet">({placeOf(fact)})</span> <Lead fact={fact} />
        </li>
      ))}
    </ul>
  );
}

/** Headings, what happened as lists, what to talk about as tasks. */
function agendaMarkdown(
  title: string,
  intro: string,
  sections: readonly Section[],
  topics: readonly Section[],
): string {
  const line = (mark: string) => (item: Line) =>
    `${mark} **${plainMarkdown(nameOf(item.fact))}**: ${plainMarkdown(item.about)}`;
  const body = ({ lines }: Section, mark: string) =>
    lines === undefined ? [words.unknownSlips] : lines.length === 0 ? [words.nothing] : lines.map(line(mark));
  return `${[
    `# ${title}`,
    '',
    intro,
    ...sections.flatMap((section) => ['', `## ${section.title}`, '', ...body(section, '-')]),
    '',
    `## ${words.topics}`,
    ...(topics.length === 0 ? ['', words.noTopics] : []),
    ...topics.flatMap((topic) => ['', `### ${plainMarkdown(topic.title)}`, '', ...body(topic, '- [ ]')]),
  ].join('\n')}\n`;
}
