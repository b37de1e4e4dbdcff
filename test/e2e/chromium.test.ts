import { expect, test } from '@jest/globals';
import { launchBrowser } from './chromium.ts';

test('a browser starts and draws text', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent('<p style="display:inline-block">What was learnt</p>');
  expect((await page.locator('p').boundingBox())?.width).toBeGreaterThan(20);
  await browser.close();
});
