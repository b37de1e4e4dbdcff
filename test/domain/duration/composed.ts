// Sentences about a duration, composed together with the day that they mean: an oracle that reads no text.

/** A day as its number since 1970-01-01. */
type Day = number;

const MS_OF_A_DAY = 86_400_000;
const isos = new Map<Day, string>();
export function isoOf(day: Day): string {
  const known = isos.get(day) ?? new Date(day * MS_OF_A_DAY).toISOString().slice(0, 10);
  isos.set(day, known);
  return known;
}
export const dayOf = (iso: string): Day => Date.parse(`${iso}T00:00:00Z`) / MS_OF_A_DAY;

/** Draws numbers below a limit, the same each time for the same seed. */
export type Draw = (below: number) => number;
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)] as T;

/** A sentence and the last day it means; no day where words would be left over. */
export interface Composed {
  text: string;
  due: string | undefined;
}

interface Length {
  text: string;
  /** When it ends, counted from a day. */
  end: (from: Day) => Day;
}

/** The number words of a language, from 1. */
interface Tongue {
  units: readonly (readonly [one: string, many: string, add: (from: Day, count: number) => Day])[];
  afterwards: readonly string[];
  until: readonly string[];
  from: readonly string[];
  max: readonly string[];
  first: readonly string[];
  months: readonly string[];
  date: (day: number, month: string, year: number) => string;
  leading: readonly string[];
  trailing: readonly string[];
}

const days = (size: number) => (from: Day, count: number) => from + size * count;
const months = (size: number) => (from: Day, count: number) => {
  const date = new Date(from * MS_OF_A_DAY);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + size * count, 1);
  const last = new Date(first);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return first / MS_OF_A_DAY + Math.min(date.getUTCDate(), last.getUTCDate()) - 1;
};
const businessDays = (from: Day, count: number) => {
  let day = from;
  for (let left = count; left > 0; ) {
    day++;
    const weekday = new Date(day * MS_OF_A_DAY).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return day;
};

const TONGUES: readonly Tongue[] = [
  {
    units: [
      ['day', 'days', days(1)],
      ['week', 'weeks', days(7)],
      ['fortnight', 'fortnights', days(14)],
      ['sprint', 'sprints', days(14)],
      ['month', 'months', months(1)],
      ['quarter', 'quarters', months(3)],
      ['business day', 'business days', businessDays],
    ],
    afterwards: [', then ', ' followed by ', ' plus ', ' and then ', ', afterwards ', ' + '],
    until: [
      'until ',
      'by ',
      'no later than ',
      'through ',
      'deadline: ',
      'ends on ',
      'hard stop ',
      'ETA ',
      'up to and including ',
    ],
    from: [' from ', ' starting ', ' as of ', ' beginning ', ', starting on '],
    max: ['max ', 'up to ', 'at most ', 'no more than ', 'max. '],
    first: [', whichever comes first', ', whichever is earlier', ', whichever first'],
    months: 'January February March April May June July August September October November December'.split(' '),
    date: (day, month, year) => `${day} ${month} ${year}`,
    leading: [
      '',
      'roughly ',
      'about ',
      'initially ',
      'Throughout ',
      'The pilot runs for ',
      'Kitchen trial: ',
      'for ',
      'Duration: ',
      'within ',
    ],
    trailing: [
      '',
      ' for the pilot',
      ' to start with',
      ' with the repair desk',
      ' (two shops)',
      ' in 3 shops',
      ', 500 unique visitors',
      ' at €200 a month',
      ', weekly check-ins',
      ' and review',
      ', then decide',
    ],
  },
  {
    units: [
      ['Tag', 'Tage', days(1)],
      ['Woche', 'Wochen', days(7)],
      ['Monat', 'Monate', months(1)],
      ['Quartal', 'Quartale', months(3)],
      ['Arbeitstag', 'Arbeitstage', businessDays],
    ],
    afterwards: [', dann ', ', danach ', ' + ', ' zuzüglich '],
    until: ['bis ', 'bis zum ', 'spätestens ', 'bis einschließlich ', 'bis inkl. '],
    from: [' ab ', ' ab dem ', ', beginnt am '],
    max: ['maximal ', 'höchstens ', 'bis zu ', 'max. '],
    first: [', was zuerst eintritt'],
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
    date: (day, month, year) => `${day}. ${month} ${year}`,
    leading: ['', 'etwa ', 'ca. ', 'Testlauf: ', 'für '],
    trailing: ['', ' für den Testlauf', ' mit der Werkstatt', ' in 3 Filialen', ', 200 Bestellungen'],
  },
  {
    units: [
      ['día', 'días', days(1)],
      ['semana', 'semanas', days(7)],
      ['mes', 'meses', months(1)],
      ['trimestre', 'trimestres', months(3)],
      ['día hábil', 'días hábiles', businessDays],
    ],
    afterwards: [', luego ', ' y luego ', ' + ', ', después '],
    until: ['hasta el ', 'a más tardar el ', 'fecha límite: '],
    from: [' desde el ', ' a partir del '],
    max: ['máximo ', 'como máximo ', 'hasta '],
    first: [', lo que ocurra primero'],
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
    date: (day, month, year) => `${day} de ${month} de ${year}`,
    leading: ['', 'aproximadamente ', 'durante ', 'Piloto: '],
    trailing: ['', ' para probar los precios', ' en 3 tiendas'],
  },
  {
    units: [
      ['jour', 'jours', days(1)],
      ['semaine', 'semaines', days(7)],
      ['mois', 'mois', months(1)],
      ['trimestre', 'trimestres', months(3)],
      ['jour ouvré', 'jours ouvrés', businessDays],
    ],
    afterwards: [', puis ', ' puis ', ' + ', ', ensuite '],
    until: ["jusqu'au ", 'au plus tard le ', "d'ici le ", 'date limite : '],
    from: [' à partir du ', ' à compter du ', ' dès le '],
    max: ['au maximum ', 'au plus ', "jusqu'à "],
    first: [', selon la première échéance'],
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
    date: (day, month, year) => `${day} ${month} ${year}`,
    leading: ['', 'environ ', 'pendant ', 'Essai : '],
    trailing: ['', ' pour le pilote', ' dans 3 magasins'],
  },
  {
    units: [
      ['dia', 'dias', days(1)],
      ['semana', 'semanas', days(7)],
      ['mês', 'meses', months(1)],
      ['trimestre', 'trimestres', months(3)],
      ['dia útil', 'dias úteis', businessDays],
    ],
    afterwards: [', depois ', ' e depois ', ' + '],
    until: ['até ', 'até o dia ', 'prazo: '],
    from: [' a partir de ', ' desde '],
    max: ['no máximo ', 'até '],
    first: [', o que ocorrer primeiro'],
    months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' '),
    date: (day, month, year) => `${day} de ${month} de ${year}`,
    leading: ['', 'aproximadamente ', 'durante ', 'Piloto: '],
    trailing: ['', ' para o piloto', ' em 3 lojas'],
  },
];

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

function lengthIn(tongue: Tongue, draw: Draw): Length {
  const count = 1 + draw(12);
  const [one, many, add] = pick(draw, tongue.units);
  const isEnglish = tongue === TONGUES[0];
  const amount = isEnglish && draw(3) === 0 ? (WORDS[count] ?? '') : String(count);
  return { text: `${amount} ${count === 1 ? one : many}`, end: (from) => add(from, count) };
}

/** A day within three years after the start, as it may be written. */
function dateIn(tongue: Tongue, draw: Draw, start: Day): { text: string; day: Day } {
  const day = start + 1 + draw(1000);
  const date = new Date(day * MS_OF_A_DAY);
  const isIso = draw(2) === 0;
  const month = tongue.months[date.getUTCMonth()] ?? '';
  return { text: isIso ? isoOf(day) : tongue.date(date.getUTCDate(), month, date.getUTCFullYear()), day };
}

/** The forms: each is composed of lengths and dates, and says the day that follows, or none where it leaves words over. */
const FORMS: readonly ((tongue: Tongue, draw: Draw, start: Day) => { text: string; due: Day | undefined })[] = [
  (tongue, draw, start) => {
    const length = lengthIn(tongue, draw);
    return { text: length.text, due: length.end(start) };
  },
  (tongue, draw, start) => {
    const [one, other] = [lengthIn(tongue, draw), lengthIn(tongue, draw)];
    return { text: `${one.text}${pick(draw, tongue.afterwards)}${other.text}`, due: sumOf(one, other, start) };
  },
  (tongue, draw) => {
    const [one, other] = [lengthIn(tongue, draw), lengthIn(tongue, draw)];
    const isRestated = one.text === other.text;
    return { text: `${one.text}, ${isRestated ? `99 ${tongue.units[0]?.[1]}` : other.text}`, due: undefined };
  },
  (tongue, draw, start) => {
    const date = dateIn(tongue, draw, start);
    return { text: `${pick(draw, tongue.until)}${date.text}`, due: date.day };
  },
  (tongue, draw, start) => {
    const [length, date] = [lengthIn(tongue, draw), dateIn(tongue, draw, start)];
    return { text: `${length.text} (${pick(draw, tongue.until)}${date.text})`, due: date.day };
  },
  (tongue, draw, start) => {
    const [length, date] = [lengthIn(tongue, draw), dateIn(tongue, draw, start)];
    return { text: `${length.text}${pick(draw, tongue.from)}${date.text}`, due: length.end(date.day) };
  },
  (tongue, draw, start) => {
    const [length, date] = [lengthIn(tongue, draw), dateIn(tongue, draw, start)];
    return { text: `${date.text} + ${length.text}`, due: length.end(date.day) };
  },
  (tongue, draw, start) => {
    const length = lengthIn(tongue, draw);
    return { text: `${pick(draw, tongue.max)}${length.text}`, due: length.end(start) };
  },
  (tongue, draw, start) => {
    const length = lengthIn(tongue, draw);
    return {
      text: `500 visitors ${tongue === TONGUES[0] ? 'or' : '/'} ${length.text}${pick(draw, tongue.first)}`,
      due: length.end(start),
    };
  },
  (tongue, draw, start) => {
    const [length, date] = [lengthIn(tongue, draw), dateIn(tongue, draw, start)];
    return { text: `${date.text}, ${length.text}`, due: length.end(start) === date.day ? date.day : undefined };
  },
  (tongue, draw, start) => {
    const count = 2 + draw(4);
    const [, many, add] = pick(draw, tongue.units);
    const each = 1 + draw(6);
    return { text: `${each} ${many} x ${count}`, due: add(start, each * count) };
  },
];

/** Sums add months first, then days, then business days. */
function sumOf(one: Length, other: Length, start: Day): Day {
  const rank = ({ text }: Length) =>
    /month|quarter|Monat|Quartal|mes|trimestre|mois|mês/.test(text)
      ? 0
      : /business|Arbeit|hábil|ouvré|út/.test(text)
        ? 2
        : 1;
  const [first, second] = rank(one) <= rank(other) ? [one, other] : [other, one];
  return rank(one) === 0 && rank(other) === 0 ? monthsTogether(one, other, start) : second.end(first.end(start));
}

/** Months are added up before they are counted: 31 January and two months is 31 March. */
function monthsTogether(one: Length, other: Length, start: Day): Day {
  const from = dayOf('2001-01-01');
  const monthsOf = (length: Length) => {
    const end = new Date(length.end(from) * MS_OF_A_DAY);
    return (end.getUTCFullYear() - 2001) * 12 + end.getUTCMonth();
  };
  return months(1)(start, monthsOf(one) + monthsOf(other));
}

/** One sentence of the forms, with leading and trailing words that carry no time. */
export function compose(draw: Draw, start: Day): Composed {
  const tongue = pick(draw, TONGUES);
  const { text, due } = pick(draw, FORMS)(tongue, draw, start);
  const isPlain = /^\d/.test(text);
  const leading = isPlain ? pick(draw, tongue.leading) : '';
  return { text: `${leading}${text}${pick(draw, tongue.trailing)}`, due: due === undefined ? undefined : isoOf(due) };
}

const LONE_UNITS = ['weeks', 'days', 'months', 'Wochen', 'semanas', 'mois', 'quarter'];
/** `2 sprints x 3`, of which a unit right behind it would be the sprint's. */
const UNIT_OF = /sprints? x \d$/;

/** The sentence with one more number or unit at its end or its beginning, which nothing in it makes use of. */
export function withOneMore(text: string, draw: Draw): string {
  const count = 2 + draw(30);
  const more = pick(draw, [
    (words: string) => `${words} ${count}`,
    (words: string) => `${words}, ${count}`,
    (words: string) => `${words}${UNIT_OF.test(words) ? '; ' : ' '}${pick(draw, LONE_UNITS)}`,
    (words: string) => `${words}, ${count} ${pick(draw, ['weeks', 'days', 'Tage', 'meses', 'semaines'])}`,
    (words: string) => `${words} (${count})`,
    (words: string) => `${words}. ${count}`,
    (words: string) => `${count}, ${words}`,
    (words: string) => `${pick(draw, ['weeks', 'days', 'months'])}, ${words}`,
  ]);
  return more(text);
}
