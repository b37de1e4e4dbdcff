// What people call a log of experiments, decisions or lessons: below such a title less has to stand under an entry.
import { lineText, type Outline } from '../reading/outline.ts';
import { fieldSet } from '../text/field-set.ts';
import { meaningOfLabel, wordOfLabel } from './label-words.ts';
import { plainWord } from './words.ts';

const ABOUT =
  '(?:experiments?|hypothes[ie]s|decisions?|improvements?|kaizen|learnings?|lessons(?=[ _-]+l)|adrs?|a3s?|a/?b[ -]tests?|trials?|retros|retrospectives)';

/** How a title names a log, a row a way. */
const NAMES: readonly RegExp[] = [
  new RegExp(
    `\\b${ABOUT}(?:[ _-]+learn\\w+)?[ _-]+(?:log(?:s|book)?|journal|ledger|regist(?:er|ry)|notebook|newspaper|book|tracker|records?|reports?|diary|board|archive|database|db|list|backlog|history)\\b`,
    'i',
  ),
  /^(?:log|journal|diary|book|list) of (?:our )?(?:experiment|decision|improvement|lesson|trial)/i,
  new RegExp(
    `^(?:[\\p{L}’']+\\s){0,3}(?:${ABOUT}|verbesserungen|versuche|experimente|entscheidungen|am[ée]liorations|essais|exp[ée]riences|d[ée]cisions|mejoras|ensayos|experimentos|decisiones|esperimenti|experimenten)(?:\\slearn\\w+)?(?:\\s*[:(–—].*|\\s\\p{L}{2,4}\\s.*|\\s(?:\\p{L}+\\s)?20\\d\\d)?$`,
    'iu',
  ),
  /^lab(?:oratory)?(?:[ -]?(?:notes?|notebook|book|journal|diary|log))?$/i,
  /^(?:what|things|experiments|ideas) (?:(?:we|i)(?:['’](?:ve|re|m)| have| are| am)? )?(?:tried|tested|try\b|trying)/i,
  /^was wir (?:gerade )?(?:versuch|(?:aus)?probier|getestet haben)|^ce (?:que nous|qu['’]on) (?:avons |a )?(?:essa[iy]|test[eé])|^lo que (?:hemos |estamos )?prob/i,
  /(?:entscheidungs|experiment[es]?|versuchs|verbesserungs)-?(?:log|logbuch|protokoll|tagebuch|register)/i,
  /\bjournal (?:des |d['’])(?:exp[ée]riences|essais|d[ée]cisions|am[ée]liorations)/i,
  /\b(?:registro|bit[áa]cora|di[áa]rio) de (?:experimentos|decisiones|decis[õo]es|mejoras|melhorias|aprendizajes|aprendizados)/i,
  /(?:実験|実验|实验|改善|改进|決定|决策|意思決定)(?:ログ|記録|记录|日誌|日志|ノート)/u,
  /(?:dziennik|rejestr|журнал) (?:eksperyment|decyzj|usprawnień|экспериментов|решений|улучшений)/iu,
];

/** How a title names what has labels as such logs have them, and is none. */
const OTHERS =
  /\b(?:road ?maps?|incidents?|outages?|meetings?|post-?mortems?|issues|bugs?|risks|requirements|tickets|tasks|to-?dos?|stories|milestones|releases?|change ?log|faq|minutes|features|problems|reading list|books?|courses?|lectures?|okrs?|sprints?|support|cases|positions|openings|vacancies|jobs|migrations?|guide|manual|applications|recipes|r[ée]sum[ée]|cv|curriculum vitae|portfolio|contributing|policy|glossary|plans?|test reports?|rfcs?)\b/i;
const LIKE_NAME = new RegExp(`\\b(?:${ABOUT}|lessons)`, 'i');

/** What an entry is called where its number stands behind a word. */
const ENTRY =
  /^(?:exp|experiment|test|trial|decision|improvement|kaizen|adr|lesson|learning|entry|cycle|iteration|bet|versuch|entscheidung|essai|ensayo|decisi[óo]n|lecci[óo]n|le[çc]on)\b/i;

/** How columns are called that name what is tried, beside those of titles and decisions; and those of titles that name anything. */
const ENTRY_COLUMN =
  /\b(?:exp|kaizen|(?:counter)?measures?|ideas?|bets?|tries|massnahmen?)\b|[实実]験|实验|改善|改进|决策/u;
/** Those that no list of tests, orders or features has. */
const EXPERIMENT_COLUMN =
  /\b(?:e(?:x|s|xs)periment[aeios]*|kaizen|versuche?|tried|did it (?:help|work)|geholfen|a aide|ayudo)\b|[实実]験|实验/u;
const ANY_COLUMN = /^(?:tit|na[am]|nom|what$|was$)/;
const TEST_COLUMN = /^tests?$/;
const ACTION_COLUMN = /^ac(?:t|c)ion(?:e?s)?$/;

const DECISION = fieldSet('decision');

/** Whether a column called so names what is tried. */
export function isEntryColumn(label: string): boolean {
  const key = meaningOfLabel(label)?.key;
  const plain = plainWord(label);
  return (
    (wordOfLabel(label).says & DECISION) !== 0 ||
    (key === 'title' && !ANY_COLUMN.test(plain) && !TEST_COLUMN.test(plain)) ||
    ENTRY_COLUMN.test(plain)
  );
}

/** Whether a column called so says by itself that its rows are experiments. */
export const isExperimentColumn = (label: string): boolean => EXPERIMENT_COLUMN.test(plainWord(label));

/** Whether a column called so names tests: of what is tried, or of what was built. */
export const isTestColumn = (label: string): boolean => TEST_COLUMN.test(plainWord(label));

/** What a heading says without its marks. */
const titleOf = (heading: string): string =>
  heading.replace(/^[ \t]*#+[^\p{L}\p{N}]*|[^\p{L}\p{N})]+$/gu, '').replace(/\u00a0/g, ' ');

/** Whether a heading names such a log. */
export function isLogName(heading: string): boolean {
  const title = titleOf(heading);
  const names = [title, ...title.split(/ [–—|-] |: /)];
  return title.length < 100 && NAMES.some((name) => names.some((one) => name.test(one)));
}

/** Whether the first heading of a text says that it is such a log: undefined where it says that it is none. */
export function isNamedAsLog(outline: Outline): boolean | undefined {
  const [first] = outline.headings;
  if (!first) return false;
  const heading = lineText(outline, first.line);
  if (isLogName(heading)) return true;
  const title = titleOf(heading);
  return first.depth === 1 && title.length < 60 && OTHERS.test(title) && !LIKE_NAME.test(title) ? undefined : false;
}

/** Whether a column called so names actions: of a retrospective, where something came of them, or of a meeting. */
export const isActionColumn = (label: string): boolean => ACTION_COLUMN.test(plainWord(label));

/** Whether the word before a number is one for an entry of such a log. */
export const isEntryWord = (word: string): boolean => ENTRY.test(word.trim());
