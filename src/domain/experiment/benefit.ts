// What an experiment brings, as people write it: a number, its unit, and whether it comes each year or once.

export interface Benefit {
  /** Below zero for a loss. */
  amount: number;
  /** As it is written, with one name for the same money; what is written in another unit is never added to it. */
  unit: string;
  isYearly: boolean;
}

const YEARLY =
  /(?:\/ ?|(?<!\p{L})(?:per|a|an?nual|each|every|pro|im|par|al|por|ao) )(?:year|yr|annum|jahr|an|año|ano)(?!\p{L})|(?<!\p{L})(?:p\. ?a\.?|pa|yearly|annually|annual|jährlich|annuel(?:lement)?|anual(?:mente)?)(?!\p{L})/giu;
const ONCE =
  /(?<!\p{L})(?:once|one[- ]?off|one[- ]time|einmalig|einmal|une (?:seule )?fois|una (?:sola )?vez|uma (?:única )?vez)(?!\p{L})/giu;

const ABOUT = /^(?:about|approx\.?|approximately|circa|ca\.?|roughly|around|etwa|rund|environ|unos|cerca de|~|≈) ?/iu;
const NUMBER = /[-+−]?\d(?:[\d.,'’ ]*\d)?/u;
const TIMES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  tsd: 1e3,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  mio: 1e6,
  mn: 1e6,
};
/** Signs that say the same as a code. */
const CODES: Readonly<Record<string, string>> = { '€': 'EUR', euro: 'EUR', euros: 'EUR', '£': 'GBP' };

/** `12,000 EUR a year`, `€ 3k p.a.`, `40 hours once`; undefined for what says less, more or anything else. */
export function readBenefit(text: string): Benefit | undefined {
  const line = text.trim().replace(/\s+/g, ' ');
  const [yearly, once] = [line.match(YEARLY) ?? [], line.match(ONCE) ?? []];
  if (yearly.length + once.length !== 1) return undefined;
  const rest = line
    .replace(yearly[0] ?? once[0] ?? '', ' ')
    .replace(/^[\s,;:(]+|[\s,;:)(]+$/g, '')
    .replace(ABOUT, '');
  const found = NUMBER.exec(rest);
  const amount = found === null ? undefined : numberOf(found[0]);
  if (found === null || amount === undefined) return undefined;
  const before = rest.slice(0, found.index).trim();
  const [, times = '', after = ''] =
    /^ ?(?:(\p{L}+)\.?(?= |$|[^\p{L}]))?(.*)$/u.exec(rest.slice(found.index + found[0].length)) ?? [];
  const factor = TIMES[times.toLowerCase()];
  const behind = (factor === undefined ? `${times}${after}` : after).trim();
  if ((before === '') === (behind === '')) return undefined;
  const unit = before + behind;
  if (!/^[^\d.,;:()/+~≈-][^\d;:()]{0,29}$/u.test(unit)) return undefined;
  return { amount: amount * (factor ?? 1), unit: CODES[unit.toLowerCase()] ?? unit, isYearly: once.length === 0 };
}

/** `1,200.50`, `1.200,50`, `1 200`, `1'200`: three digits behind the only sign are thousands, unless nothing but 0 stands before it. */
function numberOf(text: string): number | undefined {
  const plain = text.replace('−', '-').replace(/['’ ]/g, '');
  const signs = plain.match(/[.,]/g) ?? [];
  const last = signs[signs.length - 1] ?? '';
  const isDecimal =
    signs.length > 0 &&
    (signs.length === 1 ? !/[1-9]\d{0,2}[.,]\d{3}$/.test(plain) : plain.indexOf(last) === plain.lastIndexOf(last));
  const [whole = '', part = ''] = isDecimal
    ? [plain.slice(0, plain.lastIndexOf(last)), plain.slice(plain.lastIndexOf(last) + 1)]
    : [plain];
  if (!/^[-+]?(?:\d+|\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*))$/.test(whole)) return undefined;
  return Number(`${whole.replace(/[.,]/g, '')}.${part}`);
}
