// An outline as a shape has it: with headings of the log's own form, and experiments at levels of their own as those of the others.
import { ROWS } from '../../domain/register/log-shape.ts';
import { withHtmlRows } from '../forms/html-tables.ts';
import { isSpeaking } from '../learning/evidence.ts';
import { withInner } from '../learning/inner-labels.ts';
import { withHeadings, withoutFences, withUnderlined } from '../shape/heading-lines.ts';
import { partsOfHeading } from '../shape/headings.ts';
import type { Shape } from '../shape/shape.ts';
import { isLabelHeading } from './labels.ts';
import { lineText, type Outline } from './outline.ts';
import { experimentHeading, fieldsBelow } from './structure.ts';

/** An outline in a shape. Linear in the text. */
export function shaped(read: Outline, shape: Shape): Outline {
  const all = shape.hasUnderlines ? withUnderlined(read) : read;
  if (shape.experiment === ROWS) return withHtmlRows(all);
  const plain = shape.isFenced ? withoutFences(all, true) : all;
  if (shape.form === 'marks') {
    const outline =
      shape.subheading === shape.experiment
        ? withInner(plain, shape.experiment, (line) => isLabelHeading(lineText(plain, line), shape))
        : plain;
    return shape.levels.size === 0 ? outline : levelled(outline, shape);
  }
  const outline = withHeadings(plain, shape.form, shape);
  if (shape.form === 'underlined') return outline;
  // A bold line or an item that is no experiment is text.
  const headings = outline.headings.filter(
    ({ line, depth }) => depth < shape.experiment || experimentHeading(outline, line, shape, true) !== undefined,
  );
  return { ...outline, headings };
}

/** Of a log half of which has moved: experiments of another level count as those of the log's, and what stands in them as below that. */
function levelled(outline: Outline, shape: Shape): Outline {
  const { experiment } = shape;
  let above = 0;
  const headings = outline.headings.map((heading) => {
    const { line, depth } = heading;
    if (above > 0 && depth <= above) above = 0;
    if (shape.levels.has(depth) && partsOfHeading(lineText(outline, line), shape).id) {
      if (isSpeaking(fieldsBelow(outline, line, shape, true))) {
        above = depth < experiment ? depth : 0;
        return depth < experiment
          ? { ...heading, depth: experiment, isRaised: true as const }
          : { ...heading, depth: experiment };
      }
    }
    const isInner = above > 0 && depth <= experiment && !experimentHeading(outline, line, shape, false);
    return isInner ? { ...heading, depth: experiment + 1 } : heading;
  });
  return { ...outline, headings };
}
