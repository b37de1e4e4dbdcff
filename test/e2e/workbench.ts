// Starts a workbench of its own for a test, and speaks to its page as a person does: with keys and clicks.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Download, FrameLocator, Page } from 'playwright-core';
import type { BookSnapshot, SheetSnapshot } from '../../workbench/protocol.ts';
import { launchBrowser } from './chromium.ts';

/** The project's folder, from which every command starts. */
const ROOT = process.cwd();

/** A running workbench with a folder of its own. */
export interface Workbench {
  url: string;
  /** Where it saves. */
  data: string;
  /** Ends the process and leaves the folder. */
  stop(): Promise<void>;
}

/** Starts a workbench on a free port, that of this project or of another built checkout; resolves when it says where it is. */
export async function startWorkbench(args: string[] = [], data = newFolder(), root = ROOT): Promise<Workbench> {
  const child = spawn(
    process.execPath,
    [join(root, 'build/workbench/main.js'), '--no-open', '--port', '0', '--data', data, ...args],
    { cwd: root },
  );
  const url = await addressOf(child);
  return {
    url,
    data,
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done());
        child.kill('SIGTERM');
      }),
  };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kaizen-workbench-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      if (url !== undefined) found(url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => failed(new Error(`The workbench ended: ${said}`)));
  });
}

/** What was downloaded; by a stream, since the browser that a run shares keeps its files to itself. */
export async function contentOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** One browser window on the workbench. */
export class Desk {
  readonly page: Page;
  /** Requests that went anywhere but to this machine. */
  readonly strayRequests: string[] = [];
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('request', (request) => {
      if (!/^(?:http:\/\/127\.0\.0\.1:|data:|blob:|about:)/.test(request.url())) this.strayRequests.push(request.url());
    });
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async open(browser: Browser, url: string): Promise<Desk> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const desk = new Desk(await context.newPage());
    await desk.page.goto(url);
    await desk.page.waitForFunction(() => window.workbench !== undefined);
    await desk.page.evaluate(() => window.workbench.ready);
    return desk;
  }

  /** Waits until everything done so far has been judged and painted. */
  async idle(): Promise<void> {
    await this.page.evaluate(() => window.workbench.idle());
  }

  /** Clicks an item of the add-on's menu. */
  async choose(item: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: 'Kaizen Log' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Jumps to a cell with the name box. */
  async goTo(a1: string): Promise<void> {
    const box = this.page.getByLabel('Name box', { exact: false });
    await box.fill(a1);
    await box.press('Enter');
    await this.idle();
  }

  /** Types into a cell and presses Enter. */
  async type(a1: string, text: string): Promise<void> {
    await this.goTo(a1);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await this.idle();
  }

  /** Pastes rows of cells from another program. */
  async paste(a1: string, rows: string[][]): Promise<void> {
    await this.goTo(a1);
    await this.page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      rows.map((row) => row.join('\t')).join('\n'),
    );
    await this.page.keyboard.press('Control+v');
    await this.idle();
  }

  /** What the page shows in a cell. */
  cell(sheet: string, a1: string): Promise<string | undefined> {
    return this.page.evaluate(([name, cell]) => window.workbench.cellText(name ?? '', cell ?? ''), [sheet, a1]);
  }

  /** The book as the host keeps it; as text through the browser, which takes seconds to hand out so many cells one by one. */
  async snapshot(): Promise<BookSnapshot> {
    const text = await this.page.evaluate(async () => {
      const token = document.querySelector<HTMLMetaElement>('meta[name="workbench-token"]')?.content ?? '';
      return (await fetch('/snapshot', { headers: { 'X-Workbench-Token': token } })).text();
    });
    return JSON.parse(text);
  }

  /** Resolves when the cell shows this text; rejects with what it shows instead after ten seconds. */
  async shows(sheet: string, a1: string, text: string): Promise<void> {
    try {
      await this.page.waitForFunction(
        ([name, cell, wanted]) => window.workbench.cellText(name ?? '', cell ?? '') === wanted,
        [sheet, a1, text],
        { timeout: 10_000 },
      );
    } catch {
      throw new Error(`${sheet}!${a1} shows "${await this.cell(sheet, a1)}" and not "${text}".`);
    }
  }

  /** The inside of the add-on's dialog with this title. */
  dialog(title: string): FrameLocator {
    return this.page.getByRole('dialog', { name: title }).frameLocator('iframe');
  }

  /** Chooses *Check register…*; hands out its page, which takes the sidebar's place. */
  async check(): Promise<FrameLocator> {
    await this.choose('Check register…');
    return this.page.locator('#sidebar[aria-label="Check register"]').frameLocator('iframe');
  }
}

declare global {
  interface Window {
    workbench: {
      ready: Promise<void>;
      idle(): Promise<void>;
      cellText(sheetName: string, a1: string): string | undefined;
      noteText(sheetName: string, a1: string): string | undefined;
      cells(sheetName: string): SheetSnapshot['cells'] | undefined;
      selectCell(sheetName: string, a1: string): boolean;
      rowHeight(sheetName: string, row: number): number | undefined;
    };
  }
}

/** The one browser of a test file. */
export { launchBrowser };
