// Quick capture: a line as people say it in a chat becomes the beginning of an experiment.
import { composeHypothesis, readHypothesis } from '../experiment/hypothesis.ts';
import type { Settings } from './settings.ts';

export interface Captured {
  title: string;
  hypothesis: string;
  /** The layer that the words point to; `''` where none does. */
  layer: string;
}

/** Longer titles are cut at a word's end; the whole line is in the hypothesis then. */
const TITLE_CHARACTERS = 80;

/**
 * `learn kaizen business: Process: if we …, then … because …`, or just the idea. The capture command and a leading layer are taken
 * off; a sentence with *if* and *then* is the hypothesis too, and its change the title. `''` throughout for an empty line.
 */
export function readCapture(
  line: string,
  { captureCommand, layers }: Pick<Settings, 'captureCommand' | 'layers'>,
): Captured {
  let idea = line.trim().replace(/\s+/g, ' ');
  if (idea.toLowerCase().startsWith(captureCommand.toLowerCase())) {
    idea = idea.slice(captureCommand.length).replace(/^\s*:?\s*/, '');
  }
  const named = layers.find(({ name }) => idea.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  if (named !== undefined) idea = idea.slice(named.name.length + 1).trim();
  const parts = readHypothesis(idea);
  const title = capitalised(parts === undefined ? idea : parts.change.replace(/^we\s+/i, ''));
  const isCut = title.length > TITLE_CHARACTERS;
  return {
    title: isCut
      ? `${title.slice(0, title.lastIndexOf(' ', TITLE_CHARACTERS) + 1 || TITLE_CHARACTERS).trim()}…`
      : title,
    hypothesis: parts !== undefined ? composeHypothesis(parts) : isCut ? idea : '',
    layer: named?.name ?? guessedLayer(idea, layers),
  };
}

/** The layer with the most words in common with the text, from its name and what it improves; `''` where none has any or two tie. */
function guessedLayer(text: string, layers: Settings['layers']): string {
  const said = wordsOf(text);
  const scores = layers
    .map(({ name, improves }) => ({
      name,
      score: [...wordsOf(`${name} ${improves}`)].filter((word) => said.has(word)).length,
    }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  return best !== undefined && best.score > (next?.score ?? 0) ? best.name : '';
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2).map((word) => word.replace(/s$/, '')));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
