// What ships: whose code it is, under which licence, and that it runs nothing but itself.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type AnyNode, parse } from 'acorn';
import { BUNDLES, bundleCode, bundleText, bytesBySource, metafileOf } from './bundles.ts';

const ROOT = resolve(__dirname, '..');
const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause'];

const json = (path: string) => JSON.parse(readFileSync(resolve(ROOT, path), 'utf8'));
const isTheirs = (path: string) => path.includes('node_modules/');
const packageOf = (path: string) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[0] ?? '';

/** The folders of the packages in a bundle. */
function packagesIn(bundle: string): string[] {
  const paths = [...bytesBySource(bundle)].filter(([path, bytes]) => bytes > 0 && isTheirs(path));
  return [...new Set(paths.map(([path]) => packageOf(path)))];
}

describe.each(BUNDLES)('%s', (bundle) => {
  test('begins with the name, version, licence and copyright of every package in it', () => {
    const code = bundleCode(bundle);
    const head = bundle.endsWith('.js') ? code.slice(0, code.indexOf('*/')) : bundleText(bundle).split('-->')[0];
    const packages = packagesIn(bundle).map((folder) => json(`${folder}/package.json`));
    expect(packages.length).toBeGreaterThan(0);
    for (const { name, version, license } of packages) {
      expect(ALLOWED).toContain(license);
      expect(head).toContain(`\n${name} ${version} (${license}): Copyright `);
    }
    expect(head?.match(/^\S+ \S+ \([^)]+\): Copyright /gm)).toHaveLength(packages.length);
    expect(head).toContain('WITHOUT WARRANTY OF ANY KIND');
  });

  test('holds the whole terms of every licence, to the last word', () => {
    const words = (text: string) => text.replace(/\W+/g, ' ').trim();
    const head = words(bundleText(bundle).slice(0, 40_000));
    for (const folder of packagesIn(bundle)) {
      const file = readdirSync(resolve(ROOT, folder)).find((name) => /^licen[cs]e(\.|$)/i.test(name)) ?? '';
      const licence = readFileSync(resolve(ROOT, folder, file), 'utf8');
      const terms = licence.slice(licence.search(/^[ \t]*(?:Permission|Redistribution)/m));
      expect(words(terms).length).toBeGreaterThan(400);
      expect(head).toContain(words(terms));
    }
  });

  test('runs no code that came as text and asks nobody for anything', () => {
    expect(foreignCode(bundleCode(bundle))).toEqual([]);
  });
});

test('package.json lists as dependencies exactly the packages that our shipped code imports, each at one version', () => {
  const imported = BUNDLES.flatMap((bundle) =>
    Object.entries(metafileOf(bundle).inputs)
      .filter(([path]) => !isTheirs(path))
      .flatMap(([, { imports }]) => imports.map(({ path }) => path).filter(isTheirs)),
  );
  const names = [...new Set(imported.map((path) => json(`${packageOf(path)}/package.json`).name))];
  const { dependencies, devDependencies } = json('package.json');
  expect(Object.keys(dependencies).sort()).toEqual(names.sort());
  for (const version of Object.values({ ...dependencies, ...devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

/** What would run text as code, load code, or reach out of the page. */
const REACHING = new Set([
  ...['eval', 'Function', 'importScripts', 'execScript', 'Worker', 'SharedWorker', 'WebAssembly'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon', 'UrlFetchApp', 'RTCPeerConnection'],
]);
/** Methods of such a name that a package has of its own: MiniSearch's map of words looks one up, and makes it where it is not there. */
const OWN = new Set(['this._index.fetch']);
const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate']);

/** The places of such code, each as the text that stands there. */
function foreignCode(code: string): string[] {
  const found: string[] = [];
  const visit = (node: AnyNode) => {
    const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
    const isTextTimer =
      isCall &&
      TIMERS.has(nameOf(node.callee)) &&
      ['Literal', 'TemplateLiteral', 'BinaryExpression'].includes(node.arguments[0]?.type ?? '');
    const isScript = isCall && nameOf(node.callee).startsWith('createElement') && hasText(node.arguments, 'script');
    const isOwn = (part: AnyNode) => OWN.has(code.slice(part.start, part.end));
    const isReaching = isCall && REACHING.has(nameOf(node.callee)) && !isOwn(node.callee);
    const isMember = node.type === 'MemberExpression' && !isOwn(node);
    const isHandedOut = isMember && REACHING.has(nameOf(node)) && nameOf(node) !== 'Function';
    const isMadeOfCode = isCall && nameOf(node.callee) === 'constructor' && hasText(node.arguments);
    if (node.type === 'ImportExpression' || isTextTimer || isScript || isReaching || isHandedOut || isMadeOfCode) {
      found.push(code.slice(node.start, Math.min(node.end, node.start + 80)));
    }
    for (const part of Object.values(node).flat()) {
      if (typeof part === 'object' && part !== null && 'type' in part) visit(part as AnyNode);
    }
  };
  visit(parse(code, { ecmaVersion: 2020 }));
  return found;
}

/** The last name of what is called or looked up, `a.b` and `a['b']` alike; of `(0, f)` that of f. */
function nameOf(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'SequenceExpression') return nameOf(node.expressions.at(-1) as AnyNode);
  if (node.type !== 'MemberExpression') return '';
  return node.property.type === 'Literal' ? String(node.property.value) : node.computed ? '' : nameOf(node.property);
}

function hasText(nodes: readonly AnyNode[], text?: string): boolean {
  return nodes.some(
    (node) => node.type === 'Literal' && typeof node.value === 'string' && node.value === (text ?? node.value),
  );
}

test.each([
  'eval("1")',
  '(0, eval)("1")',
  'globalThis["eval"]("1")',
  'const run = window.eval; run("1")',
  'new Function("return 1")()',
  'Function("return 1")()',
  '(() => 1).constructor("return 1")()',
  'import("https://example.com/x.js")',
  'setTimeout("alert(1)", 1)',
  'document.createElement("script").src = "https://example.com/x.js"',
  'document.createElementNS("http://www.w3.org/1999/xhtml", "script")',
  'fetch("https://example.com")',
  'const send = window.fetch; send("https://example.com")',
  'this.index.fetch("https://example.com")',
  'new XMLHttpRequest()',
  'navigator.sendBeacon("/x")',
  'new WebSocket("wss://example.com")',
  'UrlFetchApp.fetch("https://example.com")',
])('the look for such code finds %s', (code) => {
  expect(foreignCode(code)).not.toEqual([]);
});
