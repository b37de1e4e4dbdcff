// Loaded into the real clasp before it starts: sends what it asks of Google to the stand-in on this machine, and opens no browser.
// Of Google's several hundred APIs only those that clasp speaks to are loaded, since all of them take longer than what clasp does.
import childProcess from 'node:child_process';
import { EventEmitter } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import Module, { syncBuiltinESMExports } from 'node:module';

const SPOKEN = ['discovery', 'drive', 'logging', 'oauth2', 'script', 'serviceusage'];

const standIn = process.env.STAND_IN_FOR_GOOGLE;

// Other programs that a command starts inherit the setting that loads this file; they stay as they are.
if (/[\\/]clasp[\\/]/.test(process.argv[1] ?? '')) {
  https.request = (url, options, answered) => {
    const { host, pathname, search } = new URL(url);
    const path = `/${host}${pathname}${search}`;
    return http.request(standIn, { ...options, agent: undefined, path }, answered);
  };

  // Clasp starts programs only to open the browser, and waits for no more than that they started.
  childProcess.spawn = () => {
    const child = Object.assign(new EventEmitter(), { unref() {}, pid: 1 });
    setImmediate(() => child.emit('spawn'));
    return child;
  };
  syncBuiltinESMExports();

  const load = Module._load;
  Module._load = (request, parent, isMain) => {
    const isGoogles = /googleapis[\\/]build[\\/]src[\\/](?:apis[\\/])?index\.js$/.test(parent?.filename ?? '');
    const [, name] = (isGoogles && /^\.\/(?:apis\/)?([a-z]\w*)(?:\/v\w+)?$/.exec(request)) || [];
    const isLeftOut = name !== undefined && !['apis', 'googleapis', ...SPOKEN].includes(name);
    return isLeftOut ? { VERSIONS: {} } : load(request, parent, isMain);
  };
}
