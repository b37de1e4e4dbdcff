// How logs of experiments, decisions or lessons are called, and what has labels as these have them and is none: patterns, as texts.

const ABOUT =
  '(?:experiments?|hypothes[ie]s|decisions?|improvements?|kaizen|learnings?|lessons(?=[ _-]+l)|adrs?|a3s?|a/?b[ -]tests?|trials?|retros|retrospectives)';

/** How a title names a log, a row a way. */
export const LOG_NAMES: readonly string[] = [
  String.raw`\b${ABOUT}(?:[ _-]+learn\w+)?[ _-]+(?:log(?:s|book)?|journal|ledger|regist(?:er|ry)|notebook|newspaper|book|tracker|records?|reports?|diary|board|archive|database|db|list|backlog|history)\b`,
  `^(?:log|journal|diary|book|list) of (?:our )?(?:experiment|decision|improvement|lesson|trial)`,
  String.raw`^(?:[\p{L}’']+\s){0,3}(?:${ABOUT}|verbesserungen|versuche|experimente|entscheidungen|am[ée]liorations|essais|exp[ée]riences|d[ée]cisions|mejoras|ensayos|experimentos|decisiones|esperimenti|experimenten)(?:\slearn\w+)?(?:\s*[:(–—].*|\s\p{L}{2,4}\s.*|\s(?:\p{L}+\s)?20\d\d)?$`,
  `^lab(?:oratory)?(?:[ -]?(?:notes?|notebook|book|journal|diary|log))?$`,
  String.raw`^(?:what|things|experiments|ideas) (?:(?:we|i)(?:['’](?:ve|re|m)| have| are| am)? )?(?:tried|tested|try\b|trying)`,
  `^was wir (?:gerade )?(?:versuch|(?:aus)?probier|getestet haben)|^ce (?:que nous|qu['’]on) (?:avons |a )?(?:essa[iy]|test[eé])|^lo que (?:hemos |estamos )?prob`,
  `(?:entscheidungs|experiment[es]?|versuchs|verbesserungs)-?(?:log|logbuch|protokoll|tagebuch|register)`,
  String.raw`\bjournal (?:des |d['’])(?:exp[ée]riences|essais|d[ée]cisions|am[ée]liorations)`,
  String.raw`\b(?:registro|bit[áa]cora|di[áa]rio) de (?:experimentos|decisiones|decis[õo]es|mejoras|melhorias|aprendizajes|aprendizados)`,
  `(?:実験|実验|实验|改善|改进|決定|决策|意思決定)(?:ログ|記録|记录|日誌|日志|ノート)`,
  `(?:dziennik|rejestr|журнал) (?:eksperyment|decyzj|usprawnień|экспериментов|решений|улучшений)`,
];

/** How a title names what has labels as such logs have them, and is none. */
export const OTHER_NAMES = String.raw`\b(?:road ?maps?|incidents?|outages?|meetings?|post-?mortems?|issues|bugs?|risks|requirements|tickets|tasks|to-?dos?|stories|milestones|releases?|change ?log|faq|minutes|features|problems|reading list|books?|courses?|lectures?|okrs?|sprints?|support|cases|positions|openings|vacancies|jobs|migrations?|guide|manual|applications|recipes|r[ée]sum[ée]|cv|curriculum vitae|portfolio|contributing|policy|glossary|plans?|test reports?|rfcs?)\b`;

/** Where a title does so all the same, it is no name of these others. */
export const LIKE_NAMES = String.raw`\b(?:${ABOUT}|lessons)`;

/** What an entry is called where its number stands behind a word. */
export const ENTRY_NAMES = String.raw`^(?:exp|experiment|test|trial|decision|improvement|kaizen|adr|lesson|learning|entry|cycle|iteration|bet|versuch|entscheidung|essai|ensayo|decisi[óo]n|lecci[óo]n|le[çc]on)\b`;

/** How columns are called that name what is tried, beside those of titles and decisions; and those of titles that name anything. */
export const ENTRY_COLUMNS = String.raw`\b(?:exp|kaizen|(?:counter)?measures?|ideas?|bets?|tries|massnahmen?)\b|[实実]験|实验|改善|改进|决策`;

/** Those that no list of tests, orders or features has. */
export const EXPERIMENT_COLUMNS = String.raw`\b(?:e(?:x|s|xs)periment[aeios]*|kaizen|versuche?|tried|did it (?:help|work)|geholfen|a aide|ayudo)\b|[实実]験|实验`;

/** Labels before the titles of what is tried that say no other thing. */
export const TITLE_NAMES =
  'experiment|trial|improvement|versuch|essai|exp[ée]rience|experimento|ensayo|experi[êe]ncia|esperimento|prova|proef';
