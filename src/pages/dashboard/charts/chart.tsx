// One chart: its picture, what it says in words, its table, and the ways to take it along.
import type { ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useCopying } from '../../shared/copying.tsx';
import { Failure } from '../../shared/feedback.tsx';
import { Menu } from '../../shared/menu.tsx';
import { buttonWords, dashboardWords } from '../../shared/messages.ts';
import type { Draw } from './drawing.ts';
import { usePalette } from './palette.ts';
import { pictureOf, savePng, saveSvg } from './pictures.ts';
import { Opening, Table, type TableContent, tableMarkdown } from './table.tsx';

const words = dashboardWords.chart;

interface ChartProps {
  title: string;
  /** What a saved picture says of its day and filters. */
  subtitle: string;
  /** In words, under the title. */
  summary?: ComponentChildren;
  /** Absent where there is nothing to draw; must be the same function as long as it draws the same. */
  draw: Draw | undefined;
  nothing?: string;
  table: TableContent;
  /** Choices above the picture. */
  controls?: ComponentChildren;
  /** What stands under the picture: what is listed apart. */
  children?: ComponentChildren;
}

export function Chart({ title, subtitle, summary, draw, nothing, table, controls, children }: ChartProps) {
  const [failure, setFailure] = useState('');
  const [isOpen, setOpen] = useState(false);
  const fileName = `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  async function save(drawn: Draw, kind: 'svg' | 'png') {
    setFailure('');
    const picture = pictureOf(drawn, title, subtitle);
    if (kind === 'svg') {
      saveSvg(picture, fileName);
      return;
    }
    try {
      if (!(await savePng(picture, fileName))) setFailure(words.tooTall);
    } catch (error) {
      console.error(error);
      setFailure(words.notDrawn);
    }
  }
  const { copy, outcome } = useCopying(buttonWords.copy);
  const actions = draw && [
    { label: buttonWords.copy, act: () => copy(tableMarkdown(`${title}. ${subtitle}`, table)) },
    { label: words.svg, act: () => save(draw, 'svg') },
    { label: words.png, act: () => save(draw, 'png') },
  ];
  return (
    <section class="chart" aria-label={title}>
      <div class="chart-head">
        <h2>{title}</h2>
        {actions && <Menu label={words.take(title)} items={actions} />}
      </div>
      <div class="quiet">{outcome}</div>
      <Failure text={failure} />
      {summary !== undefined && <p class="quiet">{summary}</p>}
      {controls}
      {draw === undefined ? (
        <p class="placeholder">{nothing ?? words.nothing}</p>
      ) : (
        <Picture draw={draw} label={title} />
      )}
      {children}
      {draw !== undefined && (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words.table}</summary>
          {isOpen && <Table caption={title} content={table} />}
        </details>
      )}
    </section>
  );
}

/** Drawn anew whenever what it shows, its width or the colours change. */
function Picture({ draw, label }: { draw: Draw; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const palette = usePalette();
  const open = useContext(Opening);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (width === 0) return;
    const drawn = draw({ width, palette, open });
    // It is one image to a screen reader, and its table says the rest: the names that Plot gives its parts have no place in it.
    for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', label);
    place.current?.replaceChildren(drawn);
  }, [draw, width, palette, label]);
  return <div class="picture" ref={place} />;
}
