// What the workbench is asked for on its command line.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface WorkbenchArguments {
  port: number;
  /** Whether to open the browser. */
  open: boolean;
  /** Whether to set aside what was saved and start over. */
  fresh: boolean;
  /** Whether a new book stays an empty spreadsheet instead of getting the sample. */
  empty: boolean;
  /** A log to import at the start. */
  log: string | undefined;
  /** Folder with the built add-on. */
  dist: string;
  /** Folder that everything is saved to. */
  data: string;
  help: boolean;
}

export const USAGE = `npm start -- [options]

  --port N     listen on this port (4173)
  --no-open    do not open the browser
  --fresh      start over; what was saved is kept in a folder beside
  --empty      begin with an empty spreadsheet instead of the sample
  --log FILE   import this log at the start
  --dist DIR   the built add-on (dist)
  --data DIR   where everything is saved (.workbench)
`;

/** Throws an Error with one sentence for what cannot be understood. `ci`: never opens a browser. */
export function readArguments(args: string[], ci: boolean): WorkbenchArguments {
  const { values } = parse(args);
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65535) {
    throw new Error(`--port ${values.port} is no port: choose a number from 0 to 65535.`);
  }
  return {
    port,
    open: !values['no-open'] && !ci,
    fresh: values.fresh,
    empty: values.empty,
    log: values.log === undefined ? undefined : resolve(values.log),
    dist: resolve(values.dist),
    data: resolve(values.data),
    help: values.help,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4173' },
        'no-open': { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        log: { type: 'string' },
        dist: { type: 'string', default: 'dist' },
        data: { type: 'string', default: '.workbench' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    // Node's own message names the argument in its first sentence.
    throw new Error(`${(error as Error).message.split('. ')[0]}: --help lists what there is.`);
  }
}
