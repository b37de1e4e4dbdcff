// Columns that somebody moves while the register gives them their rules: no entry is refused by the rule of another column.
import { expect, test } from '@jest/globals';
import { overlapAt } from '../../../workbench/host/faults.ts';
import { ACTS } from '../proofs/in-between/acts.ts';
import { OPERATIONS, type Operation } from '../proofs/in-between/operations.ts';
import { opened, storeOf } from '../proofs/in-between/register.ts';
import type { Workbook } from '../workbook.ts';

/** By header, what the rule of the row below the last experiment allows. */
function rules(workbook: Workbook): Record<string, string> {
  const [header = []] = workbook.values('Experiments');
  const { validations } = workbook.sheet('Experiments');
  return Object.fromEntries(
    header.map((name, at) => {
      const rule = validations.find(
        ({ area }) => area.column <= at && at < area.column + area.columns && area.row <= 6 && 6 < area.row + area.rows,
      );
      return [String(name), rule === undefined ? 'anything' : `${rule.kind} ${rule.values.join(', ')}`];
    }),
  );
}

/** An execution that took the rules off has ended before it gave them back. */
const lifted = () => {
  const workbook = (OPERATIONS['a check'] as Operation).prepare();
  const properties = workbook.store.loadProperties();
  workbook.store.saveProperties({ ...properties, document: { ...properties.document, rulesLifted: '1' } });
  return opened(workbook.store);
};
const OURS = Object.entries({
  'a check that gives them back': { prepare: lifted, run: (workbook: Workbook) => workbook.ask('checkLog') },
  ...Object.fromEntries(['a check', 'a new form saved'].map((name) => [name, OPERATIONS[name] as Operation])),
});

test.each(OURS)('%s leaves each column the rule of its own, whenever somebody moves one', (_, { prepare, run }) => {
  const store = storeOf(prepare);
  const whole = opened(store);
  run(whole);
  const wanted = rules(whole);
  const wrong: string[] = [];
  for (const name of ['move a column', 'insert a column'] as const) {
    let calls = 0;
    const counted = opened(store);
    counted.host.beforeCall = () => {
      calls += 1;
    };
    run(counted);
    for (let at = name === 'move a column' ? 1 : 6; at <= calls; at += 11) {
      const workbook = opened(store);
      let method = '';
      const act = overlapAt(at, () => {
        workbook.host.beforeCall = undefined;
        ACTS[name]?.(workbook);
      });
      workbook.host.beforeCall = (call) => {
        method = call.method;
        act();
      };
      run(workbook);
      const now = rules(workbook);
      for (const [header, rule] of Object.entries(wanted))
        if (now[header] !== rule)
          wrong.push(`${name} before call ${at}, ${method}: ${header} allows ${now[header]}, not ${rule}`);
    }
  }
  expect(wrong).toEqual([]);
});
