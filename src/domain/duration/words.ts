// The words of durations in English, German, Spanish, French and Portuguese, and what each may mean in the grammar.

/** A unit of time, and how many days, business days, sprints or months it has. */
export interface Unit {
  name: string;
  of: 'days' | 'businessDays' | 'sprints' | 'months';
  size: number;
}

/** What a word, or the phrase it begins, may be. A word may play several roles; the grammar asks for one at a time. */
export type Role = keyof typeof PHRASES;

// In each list, words and phrases are parted by bars.

export const UNITS: [name: string, of: Unit['of'], size: number, words: string][] = [
  ['minute', 'days', 1 / 1440, 'minute|minutes|mins|minuten|minuto|minutos'],
  ['hour', 'days', 1 / 24, 'hour|hours|hr|hrs|h|stunde|stunden|std|hora|horas|heure|heures'],
  [
    'day',
    'days',
    1,
    'day|days|d|tag|tage|tagen|dia|dias|jour|jours|journee|journees|tagig|tagige|tagiger|tagiges|tagigen',
  ],
  [
    'business day',
    'businessDays',
    1,
    'workday|workdays|weekday|weekdays|bd|bds|wd|wds|werktag|werktage|werktagen|arbeitstag|arbeitstage|arbeitstagen',
  ],
  [
    'week',
    'days',
    7,
    'week|weeks|wk|wks|w|woche|wochen|wo|semana|semanas|sem|semaine|semaines|workweek|workweeks|' +
      'wochig|wochige|wochiger|wochiges|wochigen',
  ],
  ['fortnight', 'days', 14, 'fortnight|fortnights|quincena|quincenas|quinzaine|quinzaines|quinzena|quinzenas'],
  ['sprint', 'sprints', 1, 'sprint|sprints'],
  [
    'month',
    'months',
    1,
    'month|months|mo|mos|mth|mths|mon|m|monat|monate|monaten|mes|meses|mois|monatig|monatige|monatiger|monatiges|monatigen',
  ],
  ['quarter', 'months', 3, 'quarter|quarters|qtr|qtrs|q|quartal|quartale|quartalen|trimestre|trimestres'],
  ['half-year', 'months', 6, 'halfyear|halfyears|halbjahr|halbjahre|halbjahren|semestre|semestres'],
  ['year', 'months', 12, 'year|years|yr|yrs|y|jahr|jahre|jahren|ano|anos|an|ans|annee|annees|jahrig|jahrige|jahriger'],
];

export const NUMBERS: [value: number, words: string][] = [
  [0, 'zero|null|cero'],
  [1, 'a|an|one|ein|eine|einen|einem|einer|eins|un|una|uno|une|um|uma'],
  [1.5, 'anderthalb|eineinhalb'],
  [2, 'two|zwei|dos|deux|dois|duas'],
  [2.5, 'zweieinhalb'],
  [3, 'three|drei|tres|trois'],
  [3.5, 'dreieinhalb'],
  [4, 'four|vier|cuatro|quatre|quatro'],
  [5, 'five|funf|cinco|cinq'],
  [6, 'six|sechs|seis'],
  [7, 'seven|sieben|siete|sept|sete'],
  [8, 'eight|acht|ocho|huit|oito'],
  [9, 'nine|neun|nueve|neuf|nove'],
  [10, 'ten|zehn|diez|dix|dez'],
  [11, 'eleven|elf|once|onze'],
  [12, 'twelve|zwolf|doce|douze|doze'],
  [13, 'thirteen|dreizehn|trece|treize|treze'],
  [14, 'fourteen|vierzehn|catorce|quatorze|catorze'],
  [15, 'fifteen|funfzehn|quince|quinze'],
  [16, 'sixteen|sechzehn|dieciseis|seize|dezesseis'],
  [17, 'seventeen|siebzehn|diecisiete|dezessete'],
  [18, 'eighteen|achtzehn|dieciocho|dezoito'],
  [19, 'nineteen|neunzehn|diecinueve|dezenove'],
  [20, 'twenty|zwanzig|veinte|vingt|vinte'],
  [21, 'einundzwanzig|veintiuno|veintiun'],
  [28, 'achtundzwanzig|veintiocho'],
  [30, 'thirty|dreissig|treinta|trente|trinta'],
  [40, 'forty|vierzig|cuarenta|quarante|quarenta'],
  [50, 'fifty|funfzig|cincuenta|cinquante|cinquenta'],
  [60, 'sixty|sechzig|sesenta|soixante|sessenta'],
  [70, 'seventy|siebzig|setenta'],
  [80, 'eighty|achtzig|ochenta|oitenta'],
  [90, 'ninety|neunzig|noventa'],
  [100, 'hundred|hundert|cien|cent|cem'],
];

/** January to December. */
export const MONTHS = [
  'january|jan|januar|janner|enero|ene|janvier|janv|janeiro',
  'february|feb|februar|febrero|fevrier|fev|fevereiro',
  'march|mar|marz|marzo|mars|marco',
  'april|apr|abril|abr|avril|avr',
  'may|mai|mayo|maio',
  'june|jun|juni|junio|juin|junho',
  'july|jul|juli|julio|juillet|juil|julho',
  'august|aug|agosto|aout',
  'september|sep|sept|septiembre|septembre|setembro',
  'october|oct|oktober|okt|octubre|octobre|outubro',
  'november|nov|noviembre|novembre|novembro',
  'december|dec|dezember|dez|diciembre|dic|decembre|dezembro',
];

/** Monday to Sunday. */
export const WEEKDAYS = [
  'monday|mon|montag|lunes|lundi|segunda',
  'tuesday|tue|tues|dienstag|martes|mardi|terca',
  'wednesday|wed|mittwoch|miercoles|mercredi|quarta',
  'thursday|thu|thur|thurs|donnerstag|jueves|jeudi|quinta',
  'friday|fri|freitag|viernes|vendredi|sexta',
  'saturday|sat|samstag|sonnabend|sabado|samedi',
  'sunday|sun|sonntag|domingo|dimanche',
];

/** Phrases by role; between two words of one a hyphen may stand. */
export const PHRASES = {
  // How a span is meant.
  about:
    'about|approx|approximately|around|circa|ca|c|roughly|nearly|almost|some|est|estimated|etwa|ungefahr|rund|zirka|aprox|aproximadamente|alrededor de|unos|unas|cerca de|environ|a peu pres|por volta de',
  min: 'at least|at a minimum|minimum|minimum of|a minimum of|min|no less than|not less than|no fewer than|more than|longer than|mindestens|wenigstens|minimal|mehr als|langer als|al menos|como minimo|minimo|minimo de|por lo menos|mas de|au moins|au minimum|plus de|pelo menos|no minimo|mais de',
  max: 'at most|at the most|at maximum|maximum|maximum of|a maximum of|max|tops|up to|no more than|not more than|no longer than|not longer than|less than|under|not to exceed|not exceeding|capped at|cap|time boxed to|time boxed at|timeboxed to|timebox|limited to|maximal|hochstens|bis zu|bis|weniger als|hasta|como maximo|maximo|maximo de|a lo sumo|menos de|no mas de|jusqu a|au plus|au maximum|moins de|ate|no maximo',
  target:
    'ideally|target|target of|targeting|preferably|aim for|aiming for|planned|hopefully|better|if possible|idealerweise|moglichst|idealmente|idealement|objectif|objetivo|ziel',
  maxAfter:
    'max|maximum|at most|at the most|tops|at maximum|maximal|hochstens|como maximo|maximo|au plus|au maximum|no maximo|at the latest',
  minAfter:
    'min|minimum|at least|at minimum|at a minimum|mindestens|minimo|como minimo|al menos|au moins|au minimum|pelo menos|no minimo',
  targetAfter: 'if possible|ideally|target|preferably',
  orMore: 'or more|or longer|and more|and up|oder mehr|oder langer|o mas|ou plus|ou mais',
  every: 'every|each|per|alle|jede|jeden|jeder|cada|chaque|toutes les|tous les',
  rate: 'per|a|an|each|every|pro|por|par|al|cada|die',
  whole:
    'calendar|consecutive|full|whole|complete|solid|straight|more|additional|further|extra|long|good|of|volle|vollen|ganze|ganzen|completas|completos|completes|kalender|de',
  business: 'business|working|work|trading|banking',
  businessAfter: 'habiles|laborables|uteis|ouvres|ouvrables|de travail|ouvre',
  half: 'half|halbe|halber|halbes|halben|halb|medio|media|demi|demie|meio|meia',
  couple: 'couple|couple of|pair of|par de',
  few: 'few|several|some|many|couple more|paar|ein paar|einige|mehrere|unas|unos|varias|varios|algunas|algunos|quelques|plusieurs|algumas|alguns',
  cycle:
    'cycle|cycles|round|rounds|iteration|iterations|block|blocks|phase|phases|stage|stages|step|steps|wave|waves|zyklen|runden|fase|fases|etapa|etapas|etape|etapes|phasen',
  times: 'x|times|of|mal|a|zu je|de|veces|fois|vezes',

  // What joins two spans or two days.
  to: 'to|till|until|up to|through|thru|bis|bis zum|a|al|hasta|hasta el|au|ate|ate o|or|oder|o|ou',
  or: 'or|oder|o|ou|but|aber|pero|mais|mas',
  and: 'and|und|y|et|e|plus',
  between: 'between|from|entre|zwischen|von|vom|de|del|du|desde|desde el|depuis le',
  plus: 'plus|followed by|then|and then|dann|danach|luego|despues|puis|mas|depois|zuzuglich',
  extendedTo:
    'extended to|now extended to|extended until|extend to|prolonged to|changed to|shortened to|reduced to|verlangert auf|verlangert bis|ampliado a|ampliada a|ampliado hasta|prolongado a|prolonge a|prolongee a|prolonge jusqu au|estendido para|estendido ate|prorrogado para|prorrogado ate|now|jetzt',
  extendedBy:
    'extended by|extended|extend by|prolonged by|verlangert um|ampliado en|prolonge de|estendido por|prorrogado por',
  restated: 'i e|ie|that is|equals|also|d h|es decir|soit|ou seja',

  // Ends.
  until:
    'until|till|til|untill|up until|no later than|not later than|at the latest|at latest|up to|bis|bis zum|bis zu|spatestens|spatestens am|hasta|hasta el|a mas tardar|jusqu au|jusqu a|jusque|au plus tard|ate|ate o|ate a|ate ao',
  by: 'by|by the latest|latest|latest by|to|zum|d ici|d ici au|d ici le',
  through: 'through|thru|bis einschliesslich',
  end: 'end|ends|ending|end date|end on|ends on|ending on|ends by|finish|finishes|finish by|due|due date|due on|due by|deadline|ende|endet|endet am|enddatum|frist|stichtag|termina|termina el|termina em|fecha de fin|fecha final|fecha limite|fin|date de fin|date limite|echeance|data final|data limite|fim|prazo',
  endOf:
    'end|end of|the end of|ende|fin|fin de|fin du|fin del|final de|finales de|a finales de|finais de|fim|fim de|fim do|fins de',
  partOf:
    'mid|middle of|early|late|beginning of|start of|anfang|mitte|mediados de|a mediados de|principios de|inicios de|mi|debut|milieu de|meados de|inicio de',
  link: 'the|on|date|is|of|am|dem|den|le|la|el|dia|em|o|au|du|de',
  endOfWeek:
    'eow|week end|end of the week|end of week|end of this week|ende der woche|fin de semana|fin de la semana|fin de semaine|fin de la semaine|fim de semana|fim da semana',
  endOfNextWeek:
    'end of next week|end of the next week|ende nachster woche|ende der nachsten woche|fin de la proxima semana|fin de la semaine prochaine|fim da proxima semana',
  /** What stands before the number of a calendar week. */
  weekNumber: 'kw|cw|calendar week|kalenderwoche',
  endOfMonth:
    'eom|month end|monatsende|end of the month|end of month|end of this month|fin de mes|fin del mes|fin de mois|fin du mois|fim do mes|fin de este mes',
  endOfQuarter:
    'eoq|quarter end|quartalsende|end of the quarter|end of quarter|end of this quarter|fin de trimestre|fin del trimestre|fin du trimestre|fim do trimestre',
  endOfYear:
    'eoy|year end|jahresende|end of the year|end of year|end of this year|fin de ano|fin del ano|fin d annee|fin de l annee|fim do ano|fim de ano',
  thisOne: 'this|current|this current|diesen|dieses|dieser|este|ce|cette|laufenden',
  nextOne: 'next|the next|nachsten|nachstes|nachster|proximo|el proximo|proxima',
  ordinalEnd: 'st|nd|rd|th|er',
  ordinal:
    'first|second|third|fourth|erstes|zweites|drittes|viertes|primer|segundo|tercer|cuarto|premier|deuxieme|troisieme|quatrieme|primeiro|terceiro|quarto',
  /** The letter before or behind a quarter's number. */
  quarterLetter: 'q|t',
  /** What an ISO 8601 duration begins with. */
  isoLetter: 'p|pt',
  yearLink: 'of|de|del|in',

  // What makes a text something else than a length.
  startsOn:
    'start|starts|starting|start date|starting on|starts on|begin|begins|beginning|from|from the|beginn|ab|ab dem|vom|seit|desde|desde el|a partir de|a partir du|des le|depuis le|desde o|kick off|kickoff|since|inicio|debut',
  after:
    'after|from|since|following|once|upon|post|starting|beginning|counting from|as of|nach|ab|seit|despues de|tras|a partir de|desde|apres|des|depuis|apos|depois de',
  startOfRun:
    'start|the start|now|today|the start date|start date|day one|this date|the beginning|beginning|jetzt|heute|start an|hoy|ahora|maintenant|aujourd hui|hoje|agora|inicio|el inicio',
  pronoun: 'that|which|this|it|a|per|we|wards|with|mit|con|avec|com',
  when: 'when|if|unless|as soon as|while|as long as|depends|depending|subject to|wenn|sobald|falls|cuando|si|quand|des que|quando|se|assim que',
  openEnded:
    'ongoing|on going|indefinite|indefinitely|continuous|continuously|continual|permanent|permanently|open ended|open end|forever|unlimited|always|no end|no end date|without end|rolling|laufend|fortlaufend|dauerhaft|unbefristet|endlos|indefinido|indefinidamente|indefinida|continuo|continua|permanente|en curso|en cours|indetermine|indeterminee|indefini|en continu|em andamento|until further notice|bis auf weiteres|hasta nuevo aviso|jusqu a nouvel ordre|ate novo aviso',
  undecided:
    'tbd|tbc|tba|n a|unknown|unclear|undefined|undecided|unspecified|to be decided|to be determined|to be defined|to be confirmed|to be announced|to be agreed|to be discussed|not decided|not defined|not yet|not sure|offen|unbekannt|unklar|noch offen|por definir|por determinar|por decidir|desconocido|sin definir|a definir|a determiner|inconnu|a decidir|desconhecido',
  undecidedAlone: 'na|none|nil|open|pending|depends|later|soon|asap',
  later:
    'whichever is longer|whichever is later|whichever is greater|whichever is last|whichever comes last|whichever comes later|whichever longer|whichever later|whichever last|whichever takes longer|whatever is longer|whatever is later|whatever comes later|whatever comes last|the longer of|the later of|was langer dauert|was spater eintritt|was langer ist|lo que sea mas largo|lo que ocurra mas tarde|lo que ocurra despues|le plus long|le plus tardif|o que for mais longo|o que for maior|o que ocorrer depois',
  first:
    'whichever first|whichever comes first|whichever is first|whichever is earlier|whichever is sooner|whichever is shorter|whichever happens first|whichever occurs first|whichever earlier|whichever sooner|whatever comes first|whatever is first|the earlier of|the sooner of|was zuerst eintritt|was fruher eintritt|je nachdem was zuerst|lo que ocurra primero|lo que suceda primero|lo primero que ocurra|le premier atteint|selon la premiere echeance|o que ocorrer primeiro|o que vier primeiro',
  rhythm:
    'daily|weekly|biweekly|monthly|quarterly|yearly|annually|taglich|wochentlich|monatlich|diario|diariamente|semanal|semanalmente|mensual|mensualmente|hebdomadaire|mensuel|mensal|mensalmente',
  minus: 'minus|negative',

  /** What leads on to a remark. */
  preposition: 'in|at|with|for|if|when|on|mit|bei|fur|wenn|con|en|para|si|avec|pour|chez|com|em|se',

  // What may stand before a span without changing it.
  filler:
    'lasts|last|lasting|takes|take|dauert|lauft|dura|dure|the|next|coming|following|first|initial|another|total|total of|in total|run|runs|running|pilot|trial|test|testing|experiment|phase|duration|period|period of|length|time|timeframe|time frame|we|it|will|be|is|should|will take|expected|est|estimated|planned|only|just|a total of|of|dauer|laufzeit|testphase|versuch|insgesamt|gesamt|die|der|das|wir|nachste|nachsten|duracion|piloto|prueba|ensayo|periodo|los|las|el|la|proximas|proximos|primeras|en total|duree|pilote|essai|les|le|prochaines|prochains|duracao|teste|experimento|proximos|proximas|total de|os|as|let us|lets|scheduled|set|timeline',
  intro:
    'for|over|during|within|in|run for|duration|period of|phase of|total of|for a|fur|uber|wahrend|innerhalb von|durante|por|en|pendant|sur|ao longo de|em',
};
