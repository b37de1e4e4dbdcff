import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { launchBrowser, startSharedBrowsers } from './chromium.ts';

test('a browser starts and draws text', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent('<p style="display:inline-block">What was learnt</p>');
  expect((await page.locator('p').boundingBox())?.width).toBeGreaterThan(20);
  await browser.close();
});

test('what the pages of one worker copy, those of another do not paste', async () => {
  const server = createServer((_, response) => response.end('<p>A page</p>')).listen(0, '127.0.0.1');
  const before = { ...process.env };
  const end = await startSharedBrowsers(2);
  const pageOf = async (worker: string) => {
    process.env.JEST_WORKER_ID = worker;
    const browser = await launchBrowser();
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return page;
  };
  try {
    const [one, other] = [await pageOf('1'), await pageOf('2')];
    await other.evaluate(() => navigator.clipboard.writeText('of the other'));
    await one.evaluate(() => navigator.clipboard.writeText('of the one'));
    expect(await other.evaluate(() => navigator.clipboard.readText())).toBe('of the other');
  } finally {
    await end();
    Object.assign(process.env, before);
    server.close();
  }
});
