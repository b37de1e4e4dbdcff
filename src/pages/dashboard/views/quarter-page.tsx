// A quarter as a page to print, copy or keep: what was tried, what was learnt, what was adopted, and who contributed.
import { useMemo, useState } from 'preact/hooks';
import { formatDay } from '../../../domain/calendar.ts';
import { linksOf } from '../../../domain/learnt/links.ts';
import type { Fact } from '../../../domain/portfolio/portfolio.ts';
import { nameOfQuarter } from '../../../domain/portfolio/quarter-name.ts';
import { type QuarterPage, quarterPageOf } from '../../../domain/portfolio/quarter-page.ts';
import { quarterOf, quartersBackTo } from '../../../domain/portfolio/quarters.ts';
import { CopyButton } from '../../shared/copying.tsx';
import { saveFile, saveText } from '../../shared/files.ts';
import { element, htmlPage, saying } from '../../shared/html.ts';
import { plainMarkdown, quotedMarkdown } from '../../shared/markdown.ts';
import { buttonWords, dashboardWords } from '../../shared/messages.ts';
import { Table, type TableContent, tableHtml, tableMarkdown } from '../charts/table.tsx';
import { groupingsOf, type Loaded, type View } from '../view.ts';
import { dayText, joined, nameOf, placeOf } from '../wording.ts';
import { Lead } from './experiments.tsx';
import { entryName } from './learnt.tsx';

const words = dashboardWords.quarterPage;

/** One thing that there is to tell. */
interface Item {
  name: string;
  about: string;
  /** In the words of whoever learnt it. */
  learning?: string;
  fact?: Fact;
}

interface Section {
  title: string;
  items: Item[];
}

/** The filters by entity, layer and owner count here, the period does not: the quarter is chosen. */
export function QuarterView({ view, loaded }: { view: View; loaded: Loaded }) {
  const { ofAllTime, today, settings, filtered, period } = view;
  const [later, setLater] = useState(0);
  const { learnt: entries = [] } = loaded;
  const { from, until } = quarterOf(today, later);
  const page = useMemo(() => quarterPageOf(ofAllTime, entries, { from, until }), [ofAllTime, entries, from, until]);
  const hasOwners = groupingsOf(settings).includes('owner');
  const sections = sectionsOf(page);
  const owners = hasOwners && page.owners.length > 0 ? ownersOf(page, view) : undefined;
  const title = words.title(nameOfQuarter(from));
  const intro = joined([words.days(formatDay(from), formatDay(until)), filtered]);
  const text = () => pageMarkdown(title, intro, sections, owners);
  const file = nameOfQuarter(from).replace(/\s+/g, '-');
  const saveHtml = () => {
    const html = pageHtml(title, intro, sections, owners);
    saveFile(`${file}.html`, new Blob([html], { type: 'text/html;charset=utf-8' }));
  };
  return (
    <article class="review">
      <h2>{title}</h2>
      <p>{joined([intro, period && dashboardWords.review.noPeriod], ' ')}</p>
      <div class="buttons controls">
        <label>
          {words.quarter}{' '}
          <select value={String(later)} onChange={(event) => setLater(Number(event.currentTarget.value))}>
            {quartersBackTo(ofAllTime, today).map((label, back) => (
              <option key={label} value={String(-back)}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="primary" onClick={() => window.print()}>
          {dashboardWords.review.print}
        </button>
        <CopyButton label={buttonWords.copy} text={text} />
        <button type="button" onClick={() => saveText(`${file}.md`, text())}>
          {dashboardWords.learnings.save}
        </button>
        <button type="button" onClick={saveHtml}>
          {words.saveHtml}
        </button>
      </div>
      {sections.map(({ title: heading, items }) => (
        <section key={heading} aria-label={heading}>
          <h3>
            {heading} ({items.length})
          </h3>
          {items.length === 0 ? (
            <p>{dashboardWords.review.nothing}</p>
          ) : (
            <ul>
              {items.map((item, at) => (
                <li key={at}>
                  <strong>{item.name}</strong>
                  {item.about !== '' && `: ${item.about}`} {item.fact && <Lead fact={item.fact} />}
                  {item.learning !== undefined && <p class="text">{item.learning}</p>}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {owners && (
        <section aria-label={words.owners}>
          <h3>{words.owners}</h3>
          <Table caption={words.owners} content={owners} />
        </section>
      )}
    </article>
  );
}

function sectionsOf({ tried, learnt, adopted, kept }: QuarterPage): Section[] {
  const item = (fact: Fact, about: string): Item => ({ name: nameOf(fact), about, fact });
  return [
    { title: words.tried, items: tried.map((fact) => item(fact, placeOf(fact))) },
    {
      title: words.learnt,
      items: learnt.map((fact) => ({
        ...item(fact, joined([dayText(fact.ended), fact.decision])),
        learning: fact.learning,
      })),
    },
    {
      title: words.adopted,
      items: adopted.map((fact) => {
        const links = linksOf(fact.experiment).map(({ id }) => id);
        return item(fact, joined([fact.experiment.actualBenefit, links.join(', ')]));
      }),
    },
    {
      title: words.kept,
      items: kept.map((entry) => ({
        name: entryName(entry),
        about: joined([dashboardWords.learnt.kinds[entry.kind], entry.state, entry.source]),
      })),
    },
  ];
}

function ownersOf({ owners }: QuarterPage, view: View): TableContent {
  const columns = ['tried', 'learnt', 'adopted'] as const;
  return {
    columns: [dashboardWords.owner, ...columns.map((of) => words[of])],
    rows: owners.map((owner) => {
      const name = view.nameOf('owner', owner.name);
      return { cells: [name, ...columns.map((of) => ({ facts: owner[of], of: `${words[of]}, ${name}` }))] };
    }),
  };
}

function pageMarkdown(title: string, intro: string, sections: readonly Section[], owners?: TableContent): string {
  const line = ({ name, about, learning }: Item) => {
    const said = `- **${plainMarkdown(name)}**${about === '' ? '' : `: ${plainMarkdown(about)}`}`;
    return learning === undefined ? said : `${said}\n\n${quotedMarkdown(learning).replace(/^/gm, '  ')}\n`;
  };
  return `${[
    `# ${title}`,
    '',
    plainMarkdown(intro),
    ...sections.flatMap((section) => [
      '',
      `## ${section.title} (${section.items.length})`,
      '',
      ...(section.items.length === 0 ? [dashboardWords.review.nothing] : section.items.map(line)),
    ]),
    ...(owners === undefined ? [] : ['', `## ${words.owners}`, '', tableMarkdown(words.owners, owners).trimEnd()]),
  ].join('\n')}\n`;
}

/** The same as a page to be printed or sent. */
function pageHtml(title: string, intro: string, sections: readonly Section[], owners?: TableContent): string {
  const item = ({ name, about, learning }: Item) =>
    element('li', [
      saying('strong', name),
      ...(about === '' ? [] : [saying('span', about)]),
      ...(learning === undefined ? [] : [saying('blockquote', learning)]),
    ]);
  return htmlPage(title, [
    saying('p', intro),
    ...sections.flatMap(({ title: heading, items }) => [
      saying('h2', `${heading} (${items.length})`),
      items.length === 0 ? saying('p', dashboardWords.review.nothing) : element('ul', items.map(item)),
    ]),
    ...(owners === undefined ? [] : [saying('h2', words.owners), tableHtml(owners)]),
  ]);
}
