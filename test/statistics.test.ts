import { expect, test } from '@jest/globals';
import { exponent, median } from '../bench/statistics.ts';

test('the median is the middle, or between the middle two, whatever the order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 1, 100, 2])).toBe(6);
});

test('the exponent is that of the power law nearest to the times', () => {
  const sizes = [10, 100, 1000, 10_000];
  expect(exponent(sizes.map((size) => [size, 3 * size ** 2]))).toBeCloseTo(2);
  expect(exponent(sizes.map((size) => [size, 0.2 * size]))).toBeCloseTo(1);
  expect(exponent(sizes.map((size) => [size, 7]))).toBeCloseTo(0);
  expect(
    exponent([
      [10, 1.2],
      [100, 10],
      [1000, 80],
    ]),
  ).toBeCloseTo(Math.log10(80 / 1.2) / 2);
});
