import { expect, test } from '@jest/globals';
import { followsOf } from '../../../src/domain/experiment/follows.ts';

test.each([
  ['**Follows:** [K-BIZ-001]', ['K-BIZ-001']],
  ['**Follows**: K-BIZ-001', ['K-BIZ-001']],
  ['**follows:** [K-BIZ-001] and [K-OPS-12], again [K-BIZ-001]', ['K-BIZ-001', 'K-OPS-12']],
  ['**Owner:** Mira\n**Follows:** [K-OPS-003]\n**Note:** not [K-OPS-004]', ['K-OPS-003']],
  ['**Follows:**\n- [K-OPS-003]\n- [K-OPS-004]\n\nand [K-OPS-005]', ['K-OPS-003', 'K-OPS-004']],
  ['**Follows:** [K-BIZ-001] since 2026-02-11, as phase-2 of it', ['K-BIZ-001']],
  ['**Follows:** nothing', []],
  ['**Owner:** [K-BIZ-001]', []],
  ['', []],
])('%j follows %j', (other, ids) => {
  expect(followsOf(other)).toEqual(ids);
});
