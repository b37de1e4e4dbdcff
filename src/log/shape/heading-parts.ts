// What the heading of an experiment has.
import type { DatePlace, IdPlace, StatusPlace } from '../../domain/register/log-shape.ts';
import type { Span } from '../reading/tiling.ts';

/** Offsets in the heading's line. */
export interface HeadingParts {
  id?: Span;
  idPlace?: IdPlace;
  /** What the ID begins with; the word before a number. */
  family: string;
  date?: Span;
  datePlace?: DatePlace;
  status?: Span;
  statusPlace?: StatusPlace;
  /** Whether the heading calls it a status. */
  isStatusNamed?: boolean;
  title: Span;
  /** Whether the ID is no more than the number of a list's item. */
  isListNumber?: true;
  /** Behind the mark that closes a title in bold. */
  boldEnd?: number | undefined;
  /** Where what parts the title from labels on its line begins: `- Title — Status: done`. */
  labelsStart?: number | undefined;
  /** Of an item of a board: what came of it, behind what parts it from the title; the mark that says so where no day does. */
  result?: Span;
  mark?: string | undefined;
}
