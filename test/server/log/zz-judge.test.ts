import { expect, test } from '@jest/globals';
import { copied, Workbook } from '../workbook.ts';

interface X {
  n: number;
  title: string;
  status: string;
  date: string;
  hyp: string;
  res: string;
  learn: string;
  free: string;
}
const XS: X[] = [
  {
    n: 1,
    title: 'Kiln at night',
    status: 'done',
    date: '2026-01-12',
    hyp: 'Night power is cheaper',
    res: '12 % less cost',
    learn: 'Load it by six',
    free: 'The potter on duty kept a *diary*.',
  },
  {
    n: 2,
    title: 'Glaze by weight',
    status: 'running',
    date: '2026-02-03',
    hyp: 'Weighing beats scooping',
    res: '',
    learn: '',
    free: '```sh\n# not a heading\n### [K-1] nor this\nweigh --all\n```',
  },
  {
    n: 3,
    title: 'Thinner cups',
    status: 'dropped',
    date: '2026-02-20',
    hyp: 'Thin walls dry sooner',
    res: 'Nine of forty cracked',
    learn: 'Not below 4 mm',
    free: '> "Too thin." (a customer)\n\n- loose one\n- loose two',
  },
  {
    n: 4,
    title: 'Shelf by the door',
    status: 'done',
    date: '2026-03-01',
    hyp: 'Less walking',
    res: '300 steps fewer',
    learn: 'Keep it',
    free: '<!-- ask again in May -->',
  },
];
const p2 = (n: number) => String(n).padStart(2, '0');
const p3 = (n: number) => String(n).padStart(3, '0');
const cap = (t: string) => t.charAt(0).toUpperCase() + t.slice(1);
type Shape = {
  name: string;
  head: string;
  tail?: string;
  sep: string;
  block: (x: X) => string;
  isRow?: boolean;
  groups?: Record<string, string>;
  by?: (x: X) => string;
};
const SHAPES: Shape[] = [
  {
    name: 'h2 ID colon, bold labels, hr',
    head: '# Pottery experiments\n\nWe try things.\n\n',
    sep: '\n\n---\n\n',
    block: (x) =>
      `## P-${p2(x.n)}: ${x.title}\n\n**Status**: ${cap(x.status)}\n**Date**: ${x.date}\n**Hypothesis**: ${x.hyp}\n**Result**: ${x.res || 'tbd'}\n**Learning**: ${x.learn || 'tbd'}\n\n${x.free}`,
  },
  {
    name: 'h3 Experiment N dash, bullets',
    head: '# Studio log\n\n## 2026\n\n',
    sep: '\n\n',
    block: (x) =>
      `### Experiment ${x.n} — ${x.title}\n\n- **Status:** ${cap(x.status)}\n- **Started:** ${x.date}\n- **Hypothesis:** ${x.hyp}\n- **Outcome:** ${x.res}\n- **Lesson:** ${x.learn}\n\n${x.free}`,
  },
  {
    name: 'subheadings',
    head: '# Experiments\n\n',
    sep: '\n\n',
    block: (x) =>
      `## EXP-${p3(x.n)} ${x.title}\n\nStatus: ${cap(x.status)}\nDate: ${x.date}\n\n### Hypothesis\n\n${x.hyp}\n\n### Results\n\n${x.res || 'Not yet.'}\n\n${x.free}\n\n### What we learned\n\n${x.learn || 'Nothing yet.'}`,
  },
  {
    name: 'dated newest first',
    head: '# Trials\n\n',
    sep: '\n\n',
    block: (x) =>
      `## ${x.date} ${x.title}\n\n**Status:** ${cap(x.status)}\n**Hypothesis:** ${x.hyp}\n**Result:** ${x.res}\n\n${x.free}`,
  },
  {
    name: 'table of fields',
    head: '# Experiment log\n\n',
    sep: '\n\n',
    block: (x) =>
      `## [${x.n}] ${x.title}\n\n| Field | Value |\n| --- | --- |\n| Status | ${cap(x.status)} |\n| Started | ${x.date} |\n| Hypothesis | ${x.hyp} |\n| Result | ${x.res} |\n| Learning | ${x.learn} |\n\n${x.free}`,
  },
  {
    name: 'one table',
    head: '# Experiments\n\n| ID | Title | Status | Started | Hypothesis | Result | Learning |\n| --- | --- | --- | --- | --- | --- | --- |\n',
    sep: '\n',
    isRow: true,
    tail: '\n\nAsk the potter before you add a row.',
    block: (x) => `| E${p2(x.n)} | ${x.title} | ${cap(x.status)} | ${x.date} | ${x.hyp} | ${x.res} | ${x.learn} |`,
  },
  {
    name: 'sections by status, h3 number',
    head: '# Log\n\n',
    sep: '\n\n',
    groups: { running: '## In progress', done: '## Done', dropped: '## Abandoned' },
    by: (x) => x.status,
    block: (x) =>
      `### ${x.n}. ${x.title}\n\n*${x.date}*\n\n**Hypothesis:** ${x.hyp}\n**Result:** ${x.res}\n**Learned:** ${x.learn}\n\n${x.free}`,
  },
  {
    name: 'title then (ID)',
    head: '# Experiments\n\n',
    sep: '\n\n* * *\n\n',
    block: (x) =>
      `### ${x.title} (K-${p3(x.n)})\n\nStatus: ${x.status}\nStart date: ${x.date}\nWhy: ${x.hyp}\nWhat happened: ${x.res}\nTakeaway: ${x.learn}\n\n${x.free}`,
  },
  {
    name: 'bold label on own line',
    head: '# Improvements\n\n',
    sep: '\n\n',
    block: (x) =>
      `## IMP-${x.n}: ${x.title}\n\n**Status**\n${cap(x.status)}\n\n**Date**\n${x.date}\n\n**Hypothesis**\n${x.hyp}\n\n**Outcome**\n${x.res || 'open'}\n\n${x.free}`,
  },
  {
    name: 'inline dots',
    head: '# Experiments\n\n',
    sep: '\n\n',
    block: (x) =>
      `## EXP-${x.n} · ${x.title}\n\n**Status:** ${cap(x.status)} · **Started:** ${x.date}\n\n**Hypothesis:** ${x.hyp}\n\n**Result:** ${x.res || 'n/a'}\n\n${x.free}`,
  },
  {
    name: 'crlf bullets outside colon',
    head: '# Test log\r\n\r\n',
    sep: '\r\n\r\n',
    block: (x) =>
      `## T-${p2(x.n)} — ${x.title}\n\n* **State**: ${cap(x.status)}\n* **Since**: ${x.date}\n* **Assumption**: ${x.hyp}\n* **Observed**: ${x.res}\n\n${x.free}`.replace(
        /\n/g,
        '\r\n',
      ),
  },
  {
    name: 'front matter with comment',
    head: '---\ntitle: Pots # working title\n# kept by hand\ntags: [a, b]\n---\n\n# Pots\n\n*Last updated: 3 March 2026*\n\n',
    sep: '\n\n---\n\n',
    block: (x) =>
      `### [POT-${p3(x.n)}] ${x.title}\n**Date:** ${x.date}\n**Status:** ${({ done: 'Completed', running: 'Active', dropped: 'Dropped' } as Record<string, string>)[x.status]}\n\n**Hypothesis:**\n${x.hyp}\n\n**Actual Result:**\n${x.res || '(pending)'}\n\n#### Notes of the day\n\n${x.free}`,
  },
  {
    name: 'german',
    head: '# Versuche\n\n',
    sep: '\n\n',
    block: (x) =>
      `## Versuch ${x.n}: ${x.title}\n\n- **Status:** ${({ done: 'Abgeschlossen', running: 'Läuft', dropped: 'Abgebrochen' } as Record<string, string>)[x.status]}\n- **Beginn:** ${x.date.split('-').reverse().join('.')}\n- **Hypothese:** ${x.hyp}\n- **Ergebnis:** ${x.res}\n- **Gelernt:** ${x.learn}\n\n${x.free}`,
  },
  {
    name: 'emoji front status',
    head: '# Experiments\n\n',
    sep: '\n\n',
    block: (x) =>
      `## ${({ done: '✅', running: '🔄', dropped: '❌' } as Record<string, string>)[x.status]} EXP-${p2(x.n)}: ${x.title}\n\n**Hypothesis:** ${x.hyp}\n**Started:** ${x.date}\n**Result:** ${x.res}\n**Learning:** ${x.learn}\n\n${x.free}`,
  },
  {
    name: 'h1 per experiment',
    head: '',
    sep: '\n\n',
    block: (x) =>
      `# X${x.n} ${x.title}\n\n**Status:** ${cap(x.status)}\n**Date:** ${x.date}\n\n## Hypothesis\n\n${x.hyp}\n\n## Result\n\n${x.res || 'open'}\n\n${x.free}`,
  },
  {
    name: 'details',
    head: '# Experiments\n\n',
    sep: '\n\n',
    block: (x) =>
      `<details>\n<summary>EXP-${x.n}: ${x.title}</summary>\n\n**Status:** ${cap(x.status)}\n**Started:** ${x.date}\n**Hypothesis:** ${x.hyp}\n**Result:** ${x.res}\n\n${x.free}\n\n</details>`,
  },
  {
    name: 'quoted labels',
    head: '# Experiments\n\n',
    sep: '\n\n',
    block: (x) =>
      `## EXP-${x.n}: ${x.title}\n\n> **Status:** ${cap(x.status)}\n> **Started:** ${x.date}\n\n**Hypothesis:** ${x.hyp}\n\n**Result:** ${x.res || 'open'}\n\n${x.free}`,
  },
  {
    name: 'we believe cards',
    head: '# Test cards\n\n',
    sep: '\n\n',
    block: (x) =>
      `## Test card ${x.n}: ${x.title}\n\nStatus: ${cap(x.status)}\nDate: ${x.date}\n\n**We believe that** ${x.hyp}\n\n**We observed** ${x.res || 'nothing yet'}\n\n${x.free}`,
  },
  {
    name: 'underlined',
    head: 'Experiments\n===========\n\n',
    sep: '\n\n',
    block: (x) =>
      `EXP-${x.n}: ${x.title}\n${'-'.repeat(8 + x.title.length)}\n\nStatus: ${cap(x.status)}\nDate: ${x.date}\nHypothesis: ${x.hyp}\nResult: ${x.res}\n\n${x.free.replace('```sh\n# not a heading\n### [K-1] nor this\nweigh --all\n```', 'plain')}`,
  },
  {
    name: 'item with fields',
    head: '# Experiments\n\n',
    sep: '\n',
    block: (x) =>
      `- **EXP-${p3(x.n)} ${x.title}**\n  - Status: ${cap(x.status)}\n  - Started: ${x.date}\n  - Hypothesis: ${x.hyp}\n  - Result: ${x.res}`,
  },
  {
    name: 'decisions',
    head: '# Decision log\n\n',
    sep: '\n\n',
    block: (x) =>
      `## ADR-${String(x.n).padStart(4, '0')}: ${x.title}\n\nDate: ${x.date}\n\nStatus: ${({ done: 'Accepted', running: 'Proposed', dropped: 'Rejected' } as Record<string, string>)[x.status]}\n\n### Context\n\n${x.hyp}\n\n### Decision\n\n${x.res || 'none'}\n\n### Consequences\n\n${x.free}`,
  },
  {
    name: 'ids tail level 4',
    head: '# Team\n\n## Kaizen\n\n### Experiments\n\n',
    sep: '\n\n',
    tail: '\n\n## Other things\n\nA closing paragraph.\n',
    block: (x) =>
      `#### ${x.n}) ${x.title}\n\n- Status: ${x.status}\n- Date: ${x.date}\n- Hypothesis: ${x.hyp}\n- Outcome: ${x.res}\n\n${x.free}`,
  },
  {
    name: 'long dates',
    head: '# Experiments\n\n',
    sep: '\n\n',
    block: (x) =>
      `## EXP-${x.n}: ${x.title}\n\n**Status:** ${cap(x.status)}\n**Started:** ${new Date(`${x.date}T00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}\n**Owner:** Jo\n**Hypothesis:** ${x.hyp}\n**Result:** ${x.res}\n\n${x.free}`,
  },
  {
    name: 'bom nbsp',
    head: '\uFEFF# Experiments\n\n',
    sep: '\n\n',
    block: (x) =>
      `## EXP-${x.n}:\u00a0${x.title}\n\n**Status:**\u00a0${cap(x.status)}  \n**Started:**\u00a0${x.date}  \n**Hypothesis:** ${x.hyp}  \n**Result:** ${x.res}  \n\n${x.free}`,
  },
  {
    name: 'status in brackets at the end',
    head: '# Experiments\n\n',
    sep: '\n\n',
    block: (x) =>
      `### EXP-${x.n} ${x.title} [${x.status}]\n\n**Hypothesis:** ${x.hyp}\n**Date:** ${x.date}\n**Result:** ${x.res}\n**Learning:** ${x.learn}\n\n${x.free}`,
  },
  {
    name: 'yaml fence',
    head: '# Experiments\n\n',
    sep: '\n\n',
    block: (x) =>
      `## EXP-${x.n}: ${x.title}\n\n\`\`\`yaml\nstatus: ${x.status}\nstarted: ${x.date}\nowner: Jo\n\`\`\`\n\n**Hypothesis:** ${x.hyp}\n\n**Result:** ${x.res || 'open'}\n\n${x.free}`,
  },
  {
    name: 'bold lines',
    head: '# Experiments\n\n',
    sep: '\n\n',
    block: (x) =>
      `**EXP-${p3(x.n)} — ${x.title}**\n\nStatus: ${cap(x.status)}\nStarted: ${x.date}\nHypothesis: ${x.hyp}\nResult: ${x.res}\n\n${x.free.startsWith('`') ? 'plain' : x.free}`,
  },
  {
    name: 'french',
    head: '# Essais\n\n',
    sep: '\n\n',
    block: (x) =>
      `## Essai ${x.n} : ${x.title}\n\n**Statut :** ${({ done: 'Terminé', running: 'En cours', dropped: 'Abandonné' } as Record<string, string>)[x.status]}\n**Début :** ${x.date}\n**Hypothèse :** ${x.hyp}\n**Résultat :** ${x.res}\n\n${x.free}`,
  },
  {
    name: 'no ids, table labels in sections',
    head: '# Things we tried\n\n',
    sep: '\n\n',
    groups: { running: '## Now', done: '## Tried', dropped: '## Gave up' },
    by: (x) => x.status,
    block: (x) =>
      `### ${x.title}\n\n- Started: ${x.date}\n- Why: ${x.hyp}\n- Result: ${x.res}\n- Lesson: ${x.learn}\n\n${x.free}`,
  },
  {
    name: 'nested table and html',
    head: '# Experiments\n\n<!-- toc -->\n\n',
    sep: '\n\n---\n\n',
    block: (x) =>
      `## EXP-${x.n} | ${x.title}\n\n**Status:** ${cap(x.status)}\n**Date:** ${x.date}\n**Hypothesis:** ${x.hyp}\n**Result:**\n\n| day | pots |\n| --- | --- |\n| Mon | ${x.n} |\n\n**Learning:** ${x.learn}\n\n<div>\n\n${x.free}\n\n</div>`,
  },
  {
    name: 'italic line',
    head: '# Experiments\n\n',
    sep: '\n\n',
    block: (x) =>
      `## EXP-${x.n}: ${x.title}\n\n*Status: ${x.status} · Started: ${x.date}*\n\n**Hypothesis:** ${x.hyp}\n\n**Result:** ${x.res || 'open'}\n\n${x.free}`,
  },
];

function build(s: Shape): { text: string; blocks: string[] } {
  const nl = s.head.includes('\r\n') ? '\r\n' : '\n';
  const blocks = XS.map(s.block);
  let body = '';
  if (s.groups && s.by) {
    const by = s.by;
    body = Object.entries(s.groups)
      .map(
        ([k, h]) =>
          `${h}\n\n${XS.filter((x) => by(x) === k)
            .map((x) => s.block(x))
            .join(s.sep)}`,
      )
      .join('\n\n');
  } else body = blocks.join(s.sep);
  return { text: s.head + body + (s.tail ?? nl), blocks };
}
const problems: string[] = [];
const say = (p: string) => problems.push(p);
const stat = { read: 0, edits: 0, good: 0 };
function exported(w: Workbook): string | undefined {
  const preview = w.ask('previewExport') as unknown as { questions: { key: string; seal: string }[] };
  if (!preview.questions) {
    say(`preview: ${JSON.stringify(preview).slice(0, 200)}`);
    return undefined;
  }
  const answers = Object.fromEntries(preview.questions.map(({ key, seal }) => [key, { seal, choice: 'register' }]));
  const r = w.ask('exportLog', { answers });
  if (!(r as { ok: boolean }).ok) {
    say(`export: ${JSON.stringify(r).slice(0, 300)}`);
    return undefined;
  }
  return Object.values(w.driveTexts())[0] ?? '';
}
const PASS = /^(?:[ \t]*|---|\* \* \*|\(none yet\)|.*last updated.*)$/i;
test.each(SHAPES)('$name', (s) => {
  const { text, blocks } = build(s);
  const w0 = new Workbook();
  const got = w0.ask('importLog', { name: 'LOG.md', text });
  if (!got.ok) {
    say(`${s.name}: refused ${JSON.stringify(got).slice(0, 250)}`);
    return;
  }
  stat.read += 1;
  const [, ...rows] = w0.shorten().values('Experiments');
  const col = (w: Workbook, h: string) =>
    w
      .shorten()
      .values('Experiments')
      .slice(1)
      .map((r) => String(r[w.column(h)]));
  const titles = col(w0, 'Title');
  for (const x of XS) if (!titles.includes(x.title)) say(`${s.name}: title ${x.title} not in ${titles.join(' ; ')}`);
  const sts = col(w0, 'Status');
  const dates = col(w0, 'Date');
  const want: Record<string, string> = {
    done: 'Completed',
    running: s.name === 'decisions' ? 'Proposed' : 'Active',
    dropped: 'Dropped',
  };
  titles.forEach((t, i) => {
    const x = XS.find((one) => one.title === t);
    if (x && sts[i] !== want[x.status]) say(`${s.name}: status of ${t}: ${sts[i]}`);
    void dates;
  });
  if (exported(copiedOf(w0)) !== text) say(`${s.name}: unedited export differs`);
  for (const [bi, x] of XS.entries()) {
    const at = titles.indexOf(x.title);
    if (at < 0) continue;
    const others = blocks.filter((_, i) => i !== bi);
    for (const [header, value] of [
      ['Status', x.status === 'running' ? 'Dropped' : 'Active'],
      ['Title', 'Wholly new words'],
      ['Learning', 'Two | of them.\nAnd a second line'],
      ['Decision', 'Adopt'],
      ['Actual Result', 'Half as many'],
      ['', 'delete'],
    ] as const) {
      stat.edits += 1;
      const w = copiedOf(w0);
      const n = problems.length;
      const old = header === '' ? '' : (col(w0, header)[at] ?? '');
      if (header === '') w.host.act({ kind: 'delete-rows', sheet: w.sheet('Experiments').id, at: at + 1, count: 1 });
      else {
        const refused = w.type(at + 2, header, [value]);
        if (col(w, header)[at] !== value) continue;
        if (refused.length) say(`${s.name} ${x.title} ${header}: refused ${refused}`);
      }
      const after = exported(w);
      if (after === undefined) continue;
      const label = `${s.name} / ${x.title} / ${header || 'delete'}`;
      for (const b of others)
        if (after.split(b).length < 2) say(`${label}: another block changed: ${JSON.stringify(b.slice(0, 40))}`);
      if (!after.startsWith(s.head.replace(/\*Last.*\n/, '').slice(0, 20))) say(`${label}: head`);
      let rest = after;
      for (const b of [...others].sort((p, q) => q.length - p.length)) rest = rest.replace(b, () => '');
      const own = (header === '' ? '' : (blocks[bi] ?? '')).split(/\r?\n/).filter((l) => !PASS.test(l));
      const frame = (s.head + (s.tail ?? '') + Object.values(s.groups ?? {}).join('\n'))
        .split(/\r?\n/)
        .filter((l) => !PASS.test(l));
      const lines = rest.split(/\r?\n/).filter((l) => !PASS.test(l));
      const pool = [...lines];
      const gone = [...own, ...frame].filter((l) => {
        const k = pool.indexOf(l);
        if (k < 0) return true;
        pool.splice(k, 1);
        return false;
      });
      const bad = gone.filter((l) => !(old !== '' && old.includes(l.trim().replace(/^> /, ''))));
      if (bad.length > (header === '' ? 0 : 1)) say(`${label}: gone ${JSON.stringify(gone)}`);
      if (pool.length > (header === '' ? 0 : 4)) say(`${label}: come ${JSON.stringify(pool)}`);
      if (w.ask('exportLog').wasWritten !== false) say(`${label}: second export writes`);
      // read by a stranger
      const w2 = new Workbook();
      const again = w2.ask('importLog', { name: 'L.md', text: after });
      if (!again.ok) say(`${label}: stranger refused`);
      else if (header !== '') {
        const k = col(w2, 'Title').indexOf(header === 'Title' ? value : x.title);
        const cell = k < 0 ? 'no row' : col(w2, header)[k];
        if (cell !== value && !(s.isRow && header === 'Decision'))
          say(`${label}: a stranger reads ${JSON.stringify(cell)}`);
      }
      if (problems.length === n) stat.good += 1;
    }
  }
  // new row
  const w = copiedOf(w0);
  w.type(rows.length + 2, 'Title', ['Brand new pot']);
  const after = exported(w);
  stat.edits += 1;
  if (after !== undefined) {
    const n = problems.length;
    for (const b of blocks) if (!after.includes(b)) say(`${s.name} / new: block changed ${b.slice(0, 30)}`);
    if (!after.includes('Brand new pot')) say(`${s.name} / new: absent`);
    const w2 = new Workbook();
    if (!w2.ask('importLog', { name: 'L.md', text: after }).ok || !col(w2, 'Title').includes('Brand new pot'))
      say(`${s.name} / new: a stranger does not read it`);
    if (problems.length === n) stat.good += 1;
  }
});
const copiedOf = (w: Workbook) => copied(w.store);
test('all', () => {
  console.log(JSON.stringify(stat));
  console.log(problems.join('\n'));
  expect(1).toBe(1);
});
