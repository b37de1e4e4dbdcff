import { expect, test } from '@jest/globals';
import { entityReader } from '../../../src/domain/register/entities.ts';

const read = entityReader(['Group', 'Mill Lane', 'Quay Street', 'Holding', 'Holding Asia', 'Cross-entity', 'A+B (C)']);

test.each([
  ['Mill Lane', ['Mill Lane']],
  ['  mill   lane ', ['Mill Lane']],
  ['Mill Lane, Quay Street', ['Mill Lane', 'Quay Street']],
  ['Group (first Quay Street), then cross-entity', ['Group', 'Quay Street', 'Cross-entity']],
  ['Mill Lane, the new shop', ['Mill Lane', 'the new shop']],
  ['Two shops (Pier, Dock); Annex', ['Two shops (Pier, Dock)', 'Annex']],
  ['Holding Asia', ['Holding Asia']],
  ['Holding and Holding Asia', ['Holding', 'Holding Asia']],
  ['Shareholding', ['Shareholding']],
  ['Annex, annex', ['Annex']],
  ['a+b (c)', ['A+B (C)']],
  ['', []],
  [' , ;\n', []],
])('"%s" names %j', (text, entities) => {
  expect(read(text)).toEqual(entities);
});

test('without known entities every part is one of its own', () => {
  expect(entityReader([])('Mill Lane, Annex')).toEqual(['Mill Lane', 'Annex']);
});
