// Closed experiments as points: how long each was planned to take, and how long it took.
import { axisX, axisY, dot, gridX, gridY, line, text } from '@observablehq/plot';
import type { Length } from '../../../domain/portfolio/ages.ts';
import { dashboardWords } from '../../shared/messages.ts';
import { nameOf } from '../wording.ts';
import { type Draw, gridOf, legendOf, opening, Patterns, plotUnder, readable } from './drawing.ts';

const words = dashboardWords.lengths;
const HEIGHT = 300;
const MARGIN_LEFT = 48;

/** Both sides have the same scale, on which long experiments take less room; the line is where the plan was kept. */
export function lengthsDrawing(lengths: readonly Length[], labels: { inTime: string; late: string }): Draw {
  return (stage) => {
    const { palette, open } = stage;
    const most = Math.max(1, ...lengths.map(({ planned, taken }) => Math.max(planned, taken)));
    const legend = legendOf(
      [
        { label: labels.inTime, fill: palette.good, stroke: palette.good, shape: 'circle' },
        { label: labels.late, fill: palette.ground, stroke: palette.bad, shape: 'triangle' },
      ],
      stage,
    );
    const points = (isLate: boolean) => {
      const some = lengths.filter(({ late }) => late > 0 === isLate);
      const colour = isLate ? palette.bad : palette.good;
      return dot(some, {
        x: 'planned',
        y: 'taken',
        symbol: isLate ? 'triangle' : 'circle',
        r: 4.5,
        stroke: colour,
        fill: isLate ? palette.ground : colour,
        fillOpacity: 0.6,
        title: ({ fact, planned, taken }: Length) => words.point(nameOf(fact), planned, taken),
        ...(open && {
          render: opening((index) => {
            const fact = some[index]?.fact;
            if (fact !== undefined) open(nameOf(fact), [fact]);
          }),
        }),
      });
    };
    const scale = { type: 'sqrt', domain: [0, most * 1.05] } as const;
    return plotUnder(legend, new Patterns(palette), stage, {
      height: HEIGHT,
      marginTop: 24,
      marginLeft: MARGIN_LEFT,
      marginBottom: 44,
      marginRight: 16,
      x: scale,
      y: scale,
      marks: [
        gridX(gridOf(palette, { tickSpacing: 70 })),
        gridY(gridOf(palette, { tickSpacing: 40 })),
        axisX({ label: words.planned, labelArrow: 'none', tickSpacing: 70, tickSize: 0, color: palette.quiet }),
        axisY({ label: null, tickSpacing: 40, tickSize: 0, color: palette.quiet }),
        text([words.taken], { frameAnchor: 'top-left', dx: -MARGIN_LEFT, dy: -18, fill: palette.quiet }),
        line([0, most], {
          x: (day: number) => day,
          y: (day: number) => day,
          stroke: palette.ink,
          strokeDasharray: '4 3',
        }),
        text([most], {
          x: (day: number) => day,
          y: (day: number) => day,
          text: () => words.asPlanned,
          textAnchor: 'end',
          dx: -14,
          ...readable(palette),
        }),
        points(false),
        points(true),
      ],
    });
  };
}
