// The page that tries what pages get from the script, and shows the report.
import type { Seen } from '../../../src/platform/behaviour.ts';
import { pages } from '../pages.ts';

interface Reporter {
  withSuccessHandler(handler: (lines: string[]) => void): Reporter;
  reportPages(seen: Seen[]): void;
}

declare const google: { script: { run: Reporter } };

async function main(): Promise<void> {
  const seen: Seen[] = [];
  for (const { see } of pages) {
    try {
      seen.push(await see());
    } catch (error) {
      seen.push(`threw ${String(error)}`);
    }
  }
  google.script.run
    .withSuccessHandler((lines) => {
      const report = document.getElementById('report');
      if (report) report.textContent = lines.join('\n');
    })
    .reportPages(seen);
}

main();
