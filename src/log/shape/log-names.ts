// What people call a log of experiments, decisions or lessons: below such a title less has to stand under an entry.
import { lineText, type Outline } from '../reading/outline.ts';

const ABOUT = '(?:experiments?|decisions?|improvements?|kaizen|learnings?|lessons|adrs?|a3s?|a/?b[ -]tests?|trials?)';

/** How a title names a log, a row a way. */
const NAMES: readonly RegExp[] = [
  new RegExp(
    `\\b${ABOUT}(?:[ _-]+learned)?[ _-]+(?:logs?|logbook|journal|register|notebook|newspaper|book|tracker|records?|reports?|diary)\\b`,
    'i',
  ),
  new RegExp(`^(?:[a-z]+ )?${ABOUT}(?: learned)?(?:\\s*[:(–—].*)?$`, 'i'),
  /(?:entscheidungs|experiment[es]?|versuchs|verbesserungs)-?(?:log|logbuch|protokoll|tagebuch|register)/i,
  /\bjournal (?:des |d['’])(?:exp[ée]riences|essais|d[ée]cisions|am[ée]liorations)/i,
  /\b(?:registro|bit[áa]cora|di[áa]rio) de (?:experimentos|decisiones|decis[õo]es|mejoras|melhorias|aprendizajes|aprendizados)/i,
  /実験(?:ログ|記録|日誌|ノート)/u,
];

/** What an entry is called where its number stands behind a word. */
const ENTRY = /^(?:exp|experiment|test|trial|decision|improvement|kaizen|adr|lesson|learning|entry|cycle|iteration)\b/i;

/** Whether the first heading of a text says that it is such a log. */
export function isNamedAsLog(outline: Outline): boolean {
  const [first] = outline.headings;
  if (!first) return false;
  const title = lineText(outline, first.line).replace(/^[ \t]*#+[^\p{L}\p{N}]*|[^\p{L}\p{N})]+$/gu, '');
  return title.length < 100 && NAMES.some((name) => name.test(title));
}

/** Whether the word before a number is one for an entry of such a log. */
export const isEntryWord = (word: string): boolean => ENTRY.test(word.trim());
