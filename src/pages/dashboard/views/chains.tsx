// Chains: what was tried, what was learnt and decided, and what was tried next.
import { useMemo } from 'preact/hooks';
import { isEmptyText } from '../../../domain/experiment/template.ts';
import { type Chain, chainsOf, type Step } from '../../../domain/portfolio/chains.ts';
import type { Fact } from '../../../domain/portfolio/portfolio.ts';
import { CopyButton } from '../../shared/copying.tsx';
import { plainMarkdown } from '../../shared/markdown.ts';
import { buttonWords, dashboardWords } from '../../shared/messages.ts';
import type { Loaded, View } from '../view.ts';
import { dayText, decisionOf, joined, nameOf } from '../wording.ts';
import { Lead, LongList, Told } from './experiments.tsx';

const words = dashboardWords.chains;

/** Whole chains of which the filters let through at least one step. */
export function ChainsView({ view, loaded }: { view: View; loaded: Loaded }) {
  const all = useMemo(() => chainsOf(loaded.facts), [loaded.facts]);
  const chains = useMemo(() => {
    const shown = new Set(view.facts);
    return all.filter(({ steps }) => steps.some(({ fact }) => shown.has(fact)));
  }, [all, view.facts]);
  return (
    <>
      <p class="quiet">{words.intro(view.settings.prefix)}</p>
      {chains.length === 0 ? (
        <p class="placeholder">{all.length === 0 ? words.none : dashboardWords.nothingFits}</p>
      ) : (
        <>
          <div class="buttons">
            <p role="status">{words.found(chains.length)}</p>
            <CopyButton label={buttonWords.copy} text={() => chainsMarkdown(chains, view.subtitle)} />
          </div>
          <LongList
            items={chains}
            page={20}
            render={(some) => some.map((chain) => <Thread key={chain.steps[0]?.fact.row} chain={chain} />)}
          />
        </>
      )}
    </>
  );
}

function Thread({ chain: { steps, isCircular } }: { chain: Chain }) {
  const first = steps[0]?.fact;
  if (first === undefined) return null;
  return (
    <section class="chain" aria-label={words.name(nameOf(first))}>
      <h2>{first.experiment.title.trim() || nameOf(first)}</h2>
      <p class="quiet">{words.steps(steps.length)}</p>
      {isCircular && <p>{words.circular}</p>}
      <ol>
        {steps.map((step) => (
          <li key={step.fact.row} class="step" style={{ '--branch': Math.min(step.branch, DEEPEST) }}>
            <StepText step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Branches further in than this are not moved further to the right. */
const DEEPEST = 6;

function StepText({ step: { fact, branch, alsoFollows, missing } }: { step: Step }) {
  const { actualResult } = fact.experiment;
  return (
    <>
      <p class="name">
        {nameOf(fact)} <span class={`decision ${fact.decision ?? 'none'}`}>{decisionOf(fact)}</span>
      </p>
      <p class="quiet">{joined([branch > 0 ? words.branch : '', spanOf(fact), fact.timing?.words])}</p>
      <Told label={dashboardWords.fields.actual} text={isEmptyText(actualResult) ? '' : actualResult.trim()} />
      <Told label={dashboardWords.fields.learning} text={fact.learning} />
      {alsoFollows.length > 0 && <p class="quiet">{words.also(alsoFollows.join(', '))}</p>}
      {missing.length > 0 && <p class="bad">{words.missing(missing.join(', '))}</p>}
      <Lead fact={fact} />
    </>
  );
}

function spanOf({ from, ended }: Fact): string {
  return joined([dayText(from), dayText(ended)], ' – ');
}

function chainsMarkdown(chains: readonly Chain[], subtitle: string): string {
  const lines = [`# ${dashboardWords.view.chains}`, '', plainMarkdown(subtitle)];
  for (const { steps } of chains) {
    lines.push('', `## ${plainMarkdown(steps[0]?.fact.experiment.title ?? '')}`, '');
    for (const { fact, branch } of steps) {
      const learnt = fact.learning === '' ? '' : `: ${plainMarkdown(fact.learning)}`;
      lines.push(
        `${'  '.repeat(branch)}- **${plainMarkdown(nameOf(fact))}** (${joined([spanOf(fact), plainMarkdown(decisionOf(fact))], ', ')})${learnt}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
