// Menus, pages, templates, and what crosses between a page and the script.

import { describe, expect, it } from '@jest/globals';
import { benchFor, evaluate } from './script-host.ts';

describe('menus', () => {
  it('are told as onOpen built them', () => {
    const { host, events } = benchFor(`function onOpen(e) { const ui = SpreadsheetApp.getUi();
      ui.createMenu('Kaizen Log').addItem('Set up', 'setUp').addSeparator().addSubMenu(ui.createMenu('More').addItem('Check', 'check')).addToUi(); console.log(Object.keys(e).join()); }`);
    host.open();
    const menus = [
      {
        title: 'Kaizen Log',
        items: [
          { kind: 'item', label: 'Set up', functionName: 'setUp' },
          { kind: 'separator' },
          { kind: 'menu', menu: { title: 'More', items: [{ kind: 'item', label: 'Check', functionName: 'check' }] } },
        ],
      },
    ];
    expect(events).toEqual([{ kind: 'menus', menus }]);
    host.open();
    expect(host.menus()).toEqual(menus);
  });

  it('say what Sheets says when their function fails or is missing', () => {
    const { host, events } = benchFor(`function go() { SpreadsheetApp.getActive().getSheets()[0].getRange(0, 0); }`);
    expect(host.choose('go')).toEqual({ ok: false, message: 'Exception: The starting row of the range is too small.' });
    expect(host.choose('nowhere')).toEqual({ ok: false, message: 'Exception: Script function not found: nowhere' });
    expect(events.map(({ kind }) => kind)).toEqual(['failed', 'failed']);
  });
});

describe('pages', () => {
  it('open with their title and size, one sidebar and one dialog at a time', () => {
    const { host, events } = benchFor({
      script: `function side() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('side').setTitle('Log')); }
        function dialog() { SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>x').setWidth(600).setHeight(400), 'Import'); }`,
      pages: { side: '<p>side</p>' },
    });
    host.choose('side');
    host.choose('dialog');
    host.choose('side');
    expect(events).toEqual([
      { kind: 'page', frame: 'page-1', place: 'sidebar', title: 'Log', html: '<p>side</p>' },
      { kind: 'page', frame: 'page-2', place: 'modal', title: 'Import', html: '<p>x', width: 600, height: 400 },
      { kind: 'page-closed', frame: 'page-1' },
      { kind: 'page', frame: 'page-3', place: 'sidebar', title: 'Log', html: '<p>side</p>' },
    ]);
    host.closePage('page-2');
    host.closePage('page-2');
    expect(events.slice(4)).toEqual([{ kind: 'page-closed', frame: 'page-2' }]);
  });

  it('come from the project only', () => {
    expect(() => evaluate('HtmlService.createHtmlOutputFromFile("none");')).toThrow(
      'No HTML file named none was found.',
    );
    expect(() => evaluate('HtmlService.createHtmlOutputFromFile("../package");')).toThrow(
      'No HTML file named ../package was found.',
    );
  });

  it('tell a toast with its title and time', () => {
    const { host, events } = benchFor(
      `function main() { SpreadsheetApp.getActive().toast('Saved', 'Kaizen Log', 3); SpreadsheetApp.getActive().toast('Again'); }`,
    );
    host.choose('main');
    expect(events).toEqual([
      { kind: 'toast', title: 'Kaizen Log', message: 'Saved', seconds: 3 },
      { kind: 'toast', title: '', message: 'Again', seconds: 5 },
    ]);
  });

  it('ask in each of the forms of alert', () => {
    const asked: unknown[] = [];
    const { host } = benchFor(
      `function main() { const ui = SpreadsheetApp.getUi(); ui.alert('One'); ui.alert('Two', ui.ButtonSet.YES_NO); const answer = ui.alert('Title', 'Three', ui.ButtonSet.OK_CANCEL); return [answer === ui.Button.CLOSE, String(answer)]; }`,
      {
        answerAlert: (alert) => {
          asked.push(alert);
          return 'close';
        },
      },
    );
    expect(host.call('main', [])).toEqual({ ok: true, value: [true, 'CLOSE'] });
    expect(asked).toEqual([
      { title: '', message: 'One', buttons: ['ok'] },
      { title: '', message: 'Two', buttons: ['yes', 'no'] },
      { title: 'Title', message: 'Three', buttons: ['ok', 'cancel'] },
    ]);
  });

  it('do not count the time a person takes', () => {
    let time = 0;
    const answerAlert = () => {
      time += 3_000_000;
      return 'ok' as const;
    };
    const body = 'SpreadsheetApp.getUi().alert("Sure?"); return SpreadsheetApp.getActive().getName();';
    expect(evaluate(body, { now: () => time, answerAlert })).toBe('Bluewater Ferries');
  });

  it('fail in one sentence where nobody is there to answer', () => {
    expect(() => evaluate('SpreadsheetApp.getUi().alert("Sure?");')).toThrow('Nobody is there to answer: Sure?');
  });
});

describe('templates', () => {
  const page = (template: string, value: unknown) =>
    evaluate(
      `const t = HtmlService.createTemplateFromFile('page'); t.value = ${JSON.stringify(value)}; return t.evaluate().getContent();`,
      {},
      {},
      { pages: { page: template } },
    );

  it.each([
    ['<p><?= value ?></p>', '<b>&"\'', '<p>&lt;b&gt;&amp;&#34;&#39;</p>'],
    ['<p title="<?= value ?>">', '" onclick="x', '<p title="&#34; onclick=&#34;x">'],
    ['<a href="<?= value ?>">', 'javascript:alert(1)', '<a href="#zSafehtmlz">'],
    ['<a href="<?= value ?>">', 'https://example.com/?a=1&b=2', '<a href="https://example.com/?a=1&amp;b=2">'],
    ['<script>var a = <?= value ?>;</script>', '</script>', "<script>var a = '\\u003c\\u002fscript\\u003e';</script>"],
    [
      '<script>var a = "<?= value ?>";</script>',
      '"; alert(1); "',
      '<script>var a = "\\u0022\\u003b alert\\u00281\\u0029\\u003b \\u0022";</script>',
    ],
    ['<script>var a = <?= value ?>;</script>', 5, '<script>var a = 5;</script>'],
    [
      '<script>it("s"); // it\'s\nvar a = <?= value ?>;</script>',
      'x',
      "<script>it(\"s\"); // it's\nvar a = 'x';</script>",
    ],
    ['<p><?!= value ?></p>', '<b>bold</b>', '<p><b>bold</b></p>'],
    ['<? for (var i = 0; i < value; i++) { ?><i><?= i ?></i><? } ?>', 3, '<i>0</i><i>1</i><i>2</i>'],
    ["<!-- it's --><p><?= value ?></p>", '<', "<!-- it's --><p>&lt;</p>"],
    ['no scriptlets, $& and `ticks`', '', 'no scriptlets, $& and `ticks`'],
  ])('%s with %j', (template, value, html) => {
    expect(page(template, value)).toBe(html);
  });

  it('include other files and call functions of the script', () => {
    const script = `function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); } function main() { return HtmlService.createTemplateFromFile('page').evaluate().getContent(); }`;
    const { host } = benchFor({ script, pages: { page: '<?!= include("part") ?>!', part: '<b>part</b>' } });
    expect(host.call('main', [])).toEqual({ ok: true, value: '<b>part</b>!' });
  });

  it('fail with the error of their own code', () => {
    expect(() => page('<?= missing.thing ?>', 1)).toThrow('missing is not defined');
  });
});

describe('google.script.run', () => {
  const script = `
    function echo(...args) { return args; }
    function date() { return { deep: [1, { when: new Date() }] }; }
    function fun() { return { f: () => 1 }; }
    function range() { return SpreadsheetApp.getActive().getRange('A1'); }
    function holes() { return { list: [undefined, 1], gone: undefined, nan: NaN }; }
    function nothing() {}
    function fail() { const error = new TypeError('No tide'); error.code = 7; throw error; }
    function throwText() { throw 'just text'; }
    function hidden_() { return 1; }
    const arrow = () => 1;
    var later = function () { return 1; };
    class Boat {}
    function cycle() { const a = {}; a.a = a; return a; }`;
  const { host } = benchFor(script);

  it('passes plain data both ways', () => {
    const data = [{ text: 'ü', list: [1, [2]], none: null, yes: true }, 'x', 5];
    expect(host.call('echo', data)).toEqual({ ok: true, value: data });
  });

  it.each(['date', 'fun', 'range', 'cycle', 'nothing'])('gives null for the result of %s', (name) => {
    expect(host.call(name, [])).toEqual({ ok: true, value: null });
  });

  it('makes null of what is not there in an array, and drops it from an object', () => {
    expect(host.call('holes', [])).toEqual({ ok: true, value: { list: [null, 1], nan: null } });
  });

  it.each([
    [[new Date(0)], '0'],
    [[{ when: new Date(0) }], 'when'],
    [[() => 1], '0'],
    [[new Map()], '0'],
  ])('refuses illegal arguments', (args, name) => {
    expect(host.call('echo', args)).toEqual({ ok: false, message: `Failed due to illegal value in property: ${name}` });
  });

  it('lets the message of an error survive, and nothing else', () => {
    expect(host.call('fail', [])).toEqual({ ok: false, message: 'No tide' });
    expect(host.call('throwText', [])).toEqual({ ok: false, message: 'just text' });
  });

  it.each([
    'hidden_',
    'arrow',
    'later',
    'Boat',
    'eval',
    'Date',
    'SpreadsheetApp',
    'toString',
    'constructor',
    '__proto__',
    '',
  ])('calls top-level functions without trailing _ only: not %j', (name) => {
    expect(host.call(name, [])).toEqual({ ok: false, message: `Script function not found: ${name}` });
  });
});

describe('Utilities', () => {
  it.each([
    ['yyyy-MM-dd', 'Asia/Kuala_Lumpur', '2026-03-11'],
    ["EEEE, d MMMM yyyy 'at' HH:mm", 'UTC', 'Tuesday, 10 March 2026 at 20:05'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSZ", 'America/Los_Angeles', '2026-03-10T13:05:09.000-0700'],
    ["h:mm a, 'o''clock' XXX", 'UTC', "8:05 PM, o'clock Z"],
    ['dd/MM/yy w', 'GMT+2', '10/03/26 11'],
  ])('formats dates by %s in %s', (pattern, zone, text) => {
    expect(
      evaluate(
        `return Utilities.formatDate(new Date(Date.UTC(2026, 2, 10, 20, 5, 9)), ${JSON.stringify(zone)}, ${JSON.stringify(pattern)});`,
      ),
    ).toBe(text);
  });

  it('refuse what is no date', () => {
    expect(() => evaluate(`Utilities.formatDate('2026-01-01', 'UTC', 'yyyy');`)).toThrow(
      "don't match the method signature for Utilities.formatDate",
    );
  });
});
