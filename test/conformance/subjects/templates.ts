// HtmlService: pages and templates, and what is escaped in them.
import { documented, errorOf, likely, type Subject, unknown } from '../../../src/platform/behaviour.ts';

const OUTPUT = 'reference/html/html-output';
const TEMPLATES = 'guides/html/templates';

function evaluated(template: string, value: unknown): string {
  return Object.assign(HtmlService.createTemplate(template), { value }).evaluate().getContent();
}

export const templates: Subject = {
  title: 'Pages and templates',
  behaviours: [
    documented(`${OUTPUT}#getContent`, 'a page has the content it was made of', '<b>ebb</b>', () =>
      HtmlService.createHtmlOutput('<b>ebb</b>').getContent(),
    ),
    documented(`${OUTPUT}#append`, 'append adds as it is, appendUntrusted escapes', '<b>&lt;i&gt;', () =>
      HtmlService.createHtmlOutput('').append('<b>').appendUntrusted('<i>').getContent(),
    ),
    documented(`${OUTPUT}#clear`, 'a page can be emptied', '', () =>
      HtmlService.createHtmlOutput('ebb').clear().getContent(),
    ),
    documented(`${OUTPUT}#setTitle`, 'a page has a title and a size', ['Tides', 300, 200], () => {
      const page = HtmlService.createHtmlOutput('ebb').setTitle('Tides').setWidth(300).setHeight(200);
      return [page.getTitle(), page.getWidth(), page.getHeight()];
    }),
    documented(
      'reference/html/html-service#createHtmlOutputFromFile',
      'a page comes from a file of the project',
      true,
      () => HtmlService.createHtmlOutputFromFile('plain').getContent().indexOf('<p>A plain page</p>') >= 0,
    ),
    likely(
      'reference/html/html-service#createHtmlOutputFromFile',
      'a file that is not there is named',
      'No HTML file named nowhere was found.',
      () => errorOf(() => HtmlService.createHtmlOutputFromFile('nowhere')),
    ),
    documented(
      'reference/html/html-service#createTemplateFromFile',
      'a template comes from a file of the project',
      true,
      () => {
        const template = Object.assign(HtmlService.createTemplateFromFile('greeting'), { value: 'crew' });
        return template.evaluate().getContent().indexOf('<p>Hello, crew</p>') >= 0;
      },
    ),
    documented(TEMPLATES, 'a printing scriptlet shows a variable of the template', '<p>5</p>', () =>
      evaluated('<p><?= value ?></p>', 5),
    ),
    documented(TEMPLATES, 'a scriptlet runs code', '<i>0</i><i>1</i>', () =>
      evaluated('<? for (let i = 0; i < value; i++) { ?><i><?= i ?></i><? } ?>', 2),
    ),
    documented(TEMPLATES, 'a printing scriptlet escapes markup', '<p>&lt;b&gt; &amp; &lt;/b&gt;</p>', () =>
      evaluated('<p><?= value ?></p>', '<b> & </b>'),
    ),
    documented(TEMPLATES, 'a force-printing scriptlet does not escape', '<p><b>ebb</b></p>', () =>
      evaluated('<p><?!= value ?></p>', '<b>ebb</b>'),
    ),
    documented(
      TEMPLATES,
      'a value in an attribute cannot end the attribute',
      true,
      () => evaluated('<p title="<?= value ?>">x</p>', '"><script>').indexOf('"><script>') < 0,
    ),
    unknown(TEMPLATES, 'quotes are escaped as numbers', '<p title="&#34; &#39;">x</p>', () =>
      evaluated('<p title="<?= value ?>">x</p>', '" \''),
    ),
    documented(
      TEMPLATES,
      'a value in a script cannot end the script',
      true,
      () => evaluated('<script>var a = <?= value ?>;</script>', '</script><b>').indexOf('</script><b>') < 0,
    ),
    likely(TEMPLATES, 'a text in a script is a quoted text', "<script>var a = 'ebb';</script>", () =>
      evaluated('<script>var a = <?= value ?>;</script>', 'ebb'),
    ),
    likely(TEMPLATES, 'a number in a script is a number', '<script>var a = 5;</script>', () =>
      evaluated('<script>var a = <?= value ?>;</script>', 5),
    ),
    likely(
      TEMPLATES,
      'an address that runs script is disarmed',
      true,
      () => evaluated('<a href="<?= value ?>">x</a>', 'javascript:alert(1)').indexOf('javascript:') < 0,
    ),
    unknown(TEMPLATES, 'null is printed as nothing', '<p></p>', () => evaluated('<p><?= value ?></p>', null)),
    documented(TEMPLATES, 'a template calls functions of the script', '<p>conformance</p>', () =>
      evaluated('<p><?= projectName() ?></p>', ''),
    ),
    likely(
      TEMPLATES,
      'a variable that was never set is an error',
      true,
      () => errorOf(() => HtmlService.createTemplate('<?= buoy ?>').evaluate()) !== null,
    ),
    documented(
      'reference/html/html-template#getRawContent',
      'a template gives its text back',
      '<p><?= value ?></p>',
      () => HtmlService.createTemplate('<p><?= value ?></p>').getRawContent(),
    ),
  ],
};
