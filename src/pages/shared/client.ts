// The script's public functions as seen from a page: typed, so that a misspelt call does not compile.
import type * as api from '../../server/api.ts';
import type * as entry from '../../server/entry.ts';

type Server = Omit<typeof entry, 'pageCalls'> & typeof api;

/** Every public function as a promise of its result. */
export type Client = {
  [Name in keyof Server]: (...args: Parameters<Server[Name]>) => Promise<Awaited<ReturnType<Server[Name]>>>;
};

interface Run {
  withSuccessHandler(handler: (value: unknown) => void): Run;
  withFailureHandler(handler: (error: Error) => void): Run;
  [name: string]: unknown;
}

declare const google: {
  script: { run: Run; host: { close(): void; setWidth(pixels: number): void; setHeight(pixels: number): void } };
};

/** Calls reject with the platform's own error: no connection, no permission, or an execution that was stopped. */
export const client = new Proxy({} as Client, {
  get:
    (_, name: string) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const run = google.script.run.withSuccessHandler(resolve).withFailureHandler(reject);
        (run[name] as (...args: unknown[]) => void)(...args);
      }),
});

/** Closes the dialog or sidebar that the page is in. */
export function closePage(): void {
  google.script.host.close();
}

/** Gives the dialog that the page is in another size, in pixels. */
export function resizePage(width: number, height: number): void {
  google.script.host.setWidth(width);
  google.script.host.setHeight(height);
}
