import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { readArguments } from '../../workbench/arguments.ts';

test('without arguments everything is as usual', () => {
  expect(readArguments([], false)).toEqual({
    port: 4173,
    open: true,
    fresh: false,
    empty: false,
    log: undefined,
    dist: resolve('dist'),
    data: resolve('.workbench'),
    help: false,
  });
});

test('everything can be named', () => {
  const args = ['--port', '0', '--no-open', '--fresh', '--log', 'a.md', '--dist', '/d', '--data', '/w'];
  expect(readArguments(args, false)).toMatchObject({
    port: 0,
    open: false,
    fresh: true,
    log: resolve('a.md'),
    dist: '/d',
    data: '/w',
  });
});

test('under continuous integration no browser is opened', () => {
  expect(readArguments([], true).open).toBe(false);
});

test.each(['abc', '-1', '65536', '1.5', ''])('the port %j is refused with one sentence', (port) => {
  expect(() => readArguments([`--port=${port}`], false)).toThrow(/^--port .*: choose a number from 0 to 65535\.$/);
});

test.each([['--prot'], ['--port'], ['log.md']])('%s is refused with one sentence', (argument) => {
  expect(() => readArguments([argument], false)).toThrow(/^[^\n]+: --help lists what there is\.$/);
});
