// The script's public functions as a page calls them: typed, so that a misspelt name or a wrong request does not compile.
import type * as api from '../../server/api.ts';
import type * as entry from '../../server/entry.ts';
import { callWords } from './messages.ts';

type Server = Omit<typeof entry, 'pages'> & typeof api;
/** The name of a public function. */
export type CallName = keyof Server;
/** What a function takes. */
export type Request<Name extends CallName> = Parameters<Server[Name]>;
type Reply<Name extends CallName> = Awaited<ReturnType<Server[Name]>>;
/** What a function answers where it worked; one that answers nothing has done so by coming back. */
export type Answer<Name extends CallName> = [Reply<Name>] extends [{ ok: boolean }]
  ? Extract<Reply<Name>, { ok: true }>
  : { ok: true };
/** The same, or what went wrong in one sentence. */
export type Outcome<Name extends CallName> = Answer<Name> | { ok: false; message: string };

interface Run {
  withSuccessHandler(handler: (value: unknown) => void): Run;
  withFailureHandler(handler: (error: Error) => void): Run;
  [name: string]: unknown;
}

declare const google: {
  script: { run: Run; host: { close(): void; setWidth(pixels: number): void; setHeight(pixels: number): void } };
};

/** Rejects where no answer came: no connection, no permission, or an execution that was stopped. */
export async function callScript<Name extends CallName>(name: Name, ...request: Request<Name>): Promise<Outcome<Name>> {
  const value = await new Promise((resolve, reject) => {
    const run = google.script.run.withSuccessHandler(resolve).withFailureHandler(reject);
    // Google refuses dates, and nobody knows what it makes of what is undefined in an object.
    (run[name] as (...request: unknown[]) => void)(...JSON.parse(JSON.stringify(request)));
  });
  if (value !== null && value !== undefined) return value as Outcome<Name>;
  // What opens a dialog answers nothing. Google also gives nothing in place of an answer that it cannot send.
  if (!name.startsWith('open')) throw new Error(callWords.noAnswer);
  return { ok: true } as Outcome<Name>;
}

/** Closes the dialog or sidebar that the page is in. */
export function closePage(): void {
  google.script.host.close();
}

/** Gives the dialog that the page is in another size, in pixels. */
export function resizePage(width: number, height: number): void {
  google.script.host.setWidth(width);
  google.script.host.setHeight(height);
}

/** Gives the dialog that the page is in another height, in pixels. */
export function setPageHeight(height: number): void {
  google.script.host.setHeight(height);
}
