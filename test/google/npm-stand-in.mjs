// Stands in for npm where a command runs `npm run check`, which takes minutes: notes it and answers as it is told. All else goes to npm.
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';

const args = process.argv.slice(2);
appendFileSync(process.env.NPM_ASKED, `npm ${args.join(' ')}\n`);
if (args.join(' ') === 'run check') {
  process.exitCode = Number(process.env.CHECK_ENDS_WITH);
} else {
  const { status } = spawnSync(process.execPath, [process.env.REAL_NPM, ...args], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
