// Benefits as people write them, and what is refused since it would be added up wrong.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBenefit } from '../../../src/domain/experiment/benefit.ts';

const year = (amount: number, unit: string) => ({ amount, unit, isYearly: true });
const once = (amount: number, unit: string) => ({ amount, unit, isYearly: false });

test.each([
  ['12,000 EUR a year', year(12_000, 'EUR')],
  ['EUR 12.000 pro Jahr', year(12_000, 'EUR')],
  ['€12k p.a.', year(12_000, 'EUR')],
  ['€ 1.5 million per annum', year(1_500_000, 'EUR')],
  ['2,5 Mio. € im Jahr', year(2_500_000, 'EUR')],
  ['1 200,50 € par an', year(1200.5, 'EUR')],
  ["1'200.50 CHF/year", year(1200.5, 'CHF')],
  ['about 3,000 kWh annually', year(3000, 'kWh')],
  ['400 h / yr', year(400, 'h')],
  ['12 000 kr per year', year(12_000, 'kr')],
  ['$4,500.75 yearly', year(4500.75, '$')],
  ['1,234,567 USD al año', year(1_234_567, 'USD')],
  ['40 hours once', once(40, 'hours')],
  ['one-off: 5000 £', once(5000, 'GBP')],
  ['einmalig 0,5 t CO₂', once(0.5, 't CO₂')],
  ['0.125 t once', once(0.125, 't')],
  ['-200 EUR a year', year(-200, 'EUR')],
  ['−200 EUR a year', year(-200, 'EUR')],
  ['3 new customers (one-time)', once(3, 'new customers')],
])('%s', (text, benefit) => {
  expect(readBenefit(text)).toEqual(benefit);
});

test.each([
  '',
  'a lot',
  '12,000',
  '12,000 EUR',
  '12,000 a year',
  'EUR a year',
  '4 hours a week',
  '10-15k EUR a year',
  '10 to 15 k EUR a year',
  '12,000 EUR a year, then 3,000 EUR once',
  '12,000 EUR a year for 3 years',
  '1,20,00 EUR a year',
  '1.200.5 EUR once',
  '50 % of 3,000 EUR a year',
  '=1+1 EUR once',
  '12k (EUR) a year',
  'EUR 12,000 a year net',
])('%j says less or more than a number, a unit and how often', (text) => {
  expect(readBenefit(text)).toBeUndefined();
});

test('is read back as it was, however the number is written', () => {
  const amounts = fc.integer({ min: 0, max: 99_999_999 });
  const units = fc.constantFrom('EUR', 'h', 'kg', 'orders', 'person days', '%', 'US$');
  const style = fc.constantFrom(
    (amount: number) => String(amount),
    (amount: number) => amount.toLocaleString('en-US'),
    (amount: number) => amount.toLocaleString('de-DE'),
    (amount: number) => amount.toLocaleString('en-US').replace(/,/g, ' '),
    (amount: number) => amount.toLocaleString('en-US').replace(/,/g, '’'),
  );
  const often = fc.constantFrom(['a year', true], ['p.a.', true], ['once', false], ['einmalig', false]);
  fc.assert(
    fc.property(amounts, units, style, often, fc.boolean(), (amount, unit, written, [words, isYearly], isFirst) => {
      const text = isFirst ? `${unit} ${written(amount)} ${words}` : `${written(amount)} ${unit} ${words}`;
      expect(readBenefit(text)).toEqual({ amount, unit, isYearly });
    }),
  );
});
