// Patterns and rules: written down when an experiment is closed, kept in sheets and files of their own.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { emptyExperiment } from '../../src/domain/experiment/template.ts';
import { suggestionOf } from '../../src/domain/learnt/suggestion.ts';
import { Workbook } from './workbook.ts';

const log = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8');

function teaHouse(): Workbook {
  const workbook = new Workbook();
  workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: log });
  return workbook;
}

function close(workbook: Workbook, id: string, learnt: object, token = `close-${id}`) {
  const { ok: _, ...opened } = workbook.ask('readExperiment', { id, row: 0 }) as any;
  const experiment = {
    ...opened.experiment,
    status: 'Completed',
    decision: 'Adopt',
    actualResult: 'It held for three weeks.',
    learning: 'Guests take what stands beside the door.',
  };
  return workbook.ask('saveForm', { token, experiment, opened, learnt });
}

test('trial', () => {
  const workbook = teaHouse();
  console.log(workbook.values('Experiments').map((row) => row.slice(0, 3)));
  const { experiment } = workbook.ask('readExperiment', { id: 'K-TEA-001', row: 0 }) as any;
  console.log(close(workbook, 'K-TEA-001', { kind: 'pattern', entry: suggestionOf('pattern', { ...experiment, learning: 'Put it at the door.' }, '2026-03-02') }));
  console.log(workbook.sheetNames(), workbook.values('Patterns'));
  console.log(workbook.cell(workbook.rowOf('K-TEA-001'), 'Other fields'));
  console.log(workbook.ask('readLearnt'));
  console.log(workbook.ask('previewExport', { of: 'pattern' }), workbook.ask('exportLog', { of: 'pattern' }));
  console.log(workbook.ask('previewExport', {}), workbook.ask('exportLog', { }));
  console.log(workbook.driveTexts(), workbook.values('Settings'), workbook.printed);
});
