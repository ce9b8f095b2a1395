import { describe, expect, it } from 'vitest';
import { chooseContent } from '../../../src/document/html/content.js';
import { parsePage } from '../../../src/document/html/parse.js';
import { segmentPage } from '../../../src/document/html/segment.js';
import { POLICY, policy, read, texts } from './page.js';

const links = (words: string): string =>
  words
    .split(' ')
    .map((word) => `<li><a href="/${word}">${word} page</a></li>`)
    .join('');
const MENU = `<ul>${links('home products support careers news stores')}</ul>`;
const TITLE = '<h1>Privacy notice</h1>';
const READ = ['Privacy notice', ...POLICY];

const TERMS = [
  'You must not post unlawful, obscene or defamatory material, and you grant us a licence to what you post.',
  'Everything comes without warranty of any kind, and our liability for damages of any sort is excluded.',
  'You will indemnify and hold harmless the company from any claim that arises out of your negligence.',
  'All trademarks and copyright in these pages belong to their owners, and infringement is prosecuted.',
  'Any dispute goes to arbitration in the jurisdiction where the company has its seat, under its governing law.',
];
const terms = [...TERMS, ...TERMS].map((text) => `<p>${text}</p>`).join('');

describe('what is left out', () => {
  it.each([
    ['menus above and below', `${MENU}${TITLE}${policy()}${MENU}`],
    [
      'landmarks',
      `<nav>${POLICY[0]}</nav><main>${TITLE}${policy()}</main><footer><p>Our company makes good things for all people everywhere.</p></footer>`,
    ],
    [
      'roles',
      `<div role="navigation"><p>Ways through this site</p></div>${TITLE}${policy()}<div role="contentinfo"><p>Call us to request information about your visit.</p></div>`,
    ],
    [
      'scripts, styles and templates',
      `<style>p{}</style>${TITLE}<script>we("collect")</script>${policy()}<template><p>We collect data</p></template><noscript>Turn on scripts</noscript>`,
    ],
    [
      'a cookie banner in a dialog',
      `<div role="dialog"><p>We use cookies to collect information.</p></div>${TITLE}${policy()}`,
    ],
    [
      'a cookie banner in a plain box, with the button that answers it',
      `<div><div><p>We use cookies to collect information and share it with our advertising partners.</p></div><div><a href="/cookies">More</a><button>Accept all</button></div></div>${TITLE}${policy()}`,
    ],
    [
      'a large dialog of cookie choices',
      `${TITLE}${policy()}<div role="dialog"><p>${POLICY[2]}</p><p>Necessary cookies store information for this site.</p></div>`,
    ],
    [
      'a notice beyond the menu',
      `<div><p>We use cookies to collect information for advertising.</p></div><header>${MENU}</header>${TITLE}${policy()}`,
    ],
    ['buttons', `${TITLE}${policy().replace('\n', '<button>Download as file</button>')}`],
    [
      'a sign-in form',
      `${TITLE}${policy().replace('\n', '<form><label>Sign in</label> <label>Password</label></form>')}`,
    ],
    ['a menu amid the policy', `${TITLE}${policy().replace('\n', `<div>${MENU}</div>`)}`],
    [
      'hidden messages',
      `${TITLE}${policy().replace('\n', '<div style="display: none">Saved. Close</div><p hidden>Done!</p>')}`,
    ],
    ['a line of copyright', `<div>${TITLE}${policy()}<p>© 2020 Example. All rights reserved.</p></div>`],
    ['links back to the top', `${TITLE}${policy().replace('\n', '<p><a href="#">Back to top</a></p>')}`],
  ])('%s', (_, html) => {
    expect(texts(`<html><body>${html}</body></html>`)).toEqual(READ);
  });

  it('what readers wrote, save a first paragraph that could be the policy’s', () => {
    const comment = '<p>I really loved how they fixed my bike last summer, great folks!</p>';
    expect(texts(`${TITLE}${policy()}<div>${comment.repeat(9)}</div>`).slice(0, -1)).toEqual(READ);
  });
});

describe('what is kept', () => {
  it.each([
    ['a policy in a form', `<form action="/x">${TITLE}${policy()}<input type="submit"></form>`],
    [
      'a policy in layout tables',
      `<table><tr><td>${MENU}</td><td><table><tr><td>${TITLE}${policy()}</td></tr></table></td></tr></table>`,
    ],
    ['a policy in a footer or an aside', `${MENU}<footer>${TITLE}${policy()}</footer>`],
    [
      'a policy in a box whose class says footer',
      `<div class="sidebar nav footer ad">${TITLE}${policy()}</div>`,
    ],
    [
      'hidden parts of an accordion',
      `${TITLE}${POLICY.map((text) => `<div style="display:none"><p>${text}</p></div>`).join('')}`,
    ],
    [
      'a policy in pieces far apart',
      `${TITLE}<p>${POLICY[0]}</p><p>${POLICY[1]}</p><div>${MENU}</div><p>${POLICY[2]}</p><p>${POLICY[3]}</p>`,
    ],
    ['paragraphs made of line breaks', `<h1>Privacy notice</h1><div>${POLICY.join('<br>\n<br>')}</div>`],
    ['preformatted paragraphs', `<h1>Privacy notice</h1><pre>${POLICY.join('\r\n\r\n')}</pre>`],
  ])('%s', (_, html) => {
    expect(texts(`<body>${html}</body>`)).toEqual(READ);
  });

  it('an address at the end, an opening letter and a table of contents', () => {
    const contents =
      '<ul><li><a href="#a">What we do</a></li><li><a href="/privacy#b">Whom to ask</a></li></ul>';
    const html = `<div>${TITLE}<p>Hello there, dear reader of these pages.</p>${contents}<h2 id="a">What we do</h2>${policy()}
      <h2 id="b">Whom to ask</h2><p>Example Ltd</p><p>1 Some Street</p></div>${MENU}`;
    expect(texts(html)).toEqual([
      'Privacy notice',
      'Hello there, dear reader of these pages.',
      'What we do',
      'Whom to ask',
      'What we do',
      ...POLICY,
      'Whom to ask',
      'Example Ltd',
      '1 Some Street',
    ]);
  });

  it('a section on allowing cookies', () => {
    const html = `${TITLE}${policy()}<div><h2>Allow cookies</h2><p>You allow cookies that store information.</p></div>${policy()}`;
    expect(texts(html)).toContain('Allow cookies');
  });

  it('a list of links that the text announces, or that stands right under it', () => {
    const beside = `${TITLE}${policy()}<ul>${links('alpha beta gamma')}</ul>${policy()}`;
    expect(texts(beside)).toContain('beta page');
    const html = `${TITLE}${policy()}<p>You can opt out of advertising cookies at these networks:</p><ul>${links('alpha beta gamma')}</ul>${policy()}`;
    expect(texts(html)).toContain('beta page');
  });

  it('the short sentences of a snippet', () => {
    expect(texts('<p>We sell your data.</p>')).toEqual(['We sell your data.']);
    expect(
      texts('<h2>Sharing</h2><ul><li>We share data with partners.</li><li>And banks.</li></ul>'),
    ).toEqual(['Sharing', 'We share data with partners.', 'And banks.']);
  });

  it('tables and lists of few words between a title and its prose', () => {
    const cells = (tag: string, ...all: string[]): string =>
      `<tr>${all.map((each) => `<${tag}>${each}</${tag}>`).join('')}</tr>`;
    const table = `<table>${cells('th', 'What', 'Why')}${cells('td', 'Name', 'Orders').repeat(30)}</table>`;
    const html = `${MENU}<div><h1>Data protection notice</h1><p>Version 3</p><ul><li>orders</li><li>returns</li></ul>${table}${policy()}
      <h2>Seats</h2>${table}<p>Oslo office</p></div>${MENU}`;
    const read = texts(html);
    expect(read.slice(0, 5)).toEqual(['Data protection notice', 'Version 3', 'orders', 'returns', 'What']);
    expect(read.slice(-3)).toEqual(['Name', 'Orders', 'Oslo office']);
  });

  it('prose in a language whose words are not known', () => {
    const french = [
      'Nous recueillons votre nom, votre adresse et votre numéro de téléphone lorsque vous créez un compte chez nous.',
      'Ces renseignements sont transmis à nos partenaires, qui les emploient pour vous proposer leurs offres.',
    ];
    const html = `${MENU}<h1>Vie privée</h1>${french.map((text) => `<p>${text}</p>`).join('')}${MENU}`;
    expect(texts(html)).toEqual(['Vie privée', ...french]);
  });
});

describe('several documents on a page', () => {
  it('leaves out terms of use before and after the policy', () => {
    const html = `<h2>Terms of Use</h2>${terms}<h2>Privacy Policy</h2>${policy()}${policy()}<h2>Terms and Conditions</h2>${terms}`;
    expect(texts(html)).toEqual(['Privacy Policy', ...POLICY, ...POLICY]);
  });

  it('keeps a section on law in a policy', () => {
    const html = `${TITLE}${policy()}<h2>Disputes</h2><p>${TERMS[4]}</p><h2>More</h2>${policy()}`;
    expect(texts(html)).toContain(TERMS[4]);
  });

  it('reads terms alone, and says that they are no policy', () => {
    const { blocks, notes } = read(`<h1>Terms of Use</h1>${terms}`);
    expect(notes.map((note) => note.code)).toEqual(['no-policy-text']);
    expect(blocks.length).toBeLessThanOrEqual(11);
  });
});

describe('the cost of choosing', () => {
  it.each([
    ['paragraphs', '<p>We collect your data and share the information with our partners.</p>'],
    ['nested lists', '<ul><li>We collect data<ul><li>We share it</li></ul></li></ul>'],
    ['menus', MENU],
    ['buttons', '<div><p>Cookies</p><button>Accept</button></div>'],
    ['forms and asides', '<aside><form>Sign in</form></aside>'],
  ])('looks at %s in proportion to their number', (_, unit) => {
    const looks = (times: number): number => {
      const html = unit.repeat(times);
      const page = segmentPage(parsePage(html).root, html);
      let count = 0;
      const counted = <T extends object>(list: T): T =>
        new Proxy(list, {
          get(target, key, receiver) {
            count++;
            return Reflect.get(target, key, receiver);
          },
        });
      chooseContent({ ...page, segments: counted(page.segments), elements: counted(page.elements) });
      return count;
    };
    const [once, twice] = [looks(150), looks(300)];
    expect(once).toBeGreaterThan(150);
    expect(twice).toBeLessThanOrEqual(2.1 * once);
  });
});

describe('pages without a policy', () => {
  it.each([
    ['', 'empty'],
    ['<script>x</script><p> &nbsp; </p>', 'empty'],
    [MENU, 'no-policy-text'],
    ['<p>The match ended two to one after a late goal in the rain on Sunday evening.</p>', 'no-policy-text'],
  ])('%j: %s', (html, code) => {
    const { blocks, notes } = read(html);
    expect(blocks).toEqual([]);
    expect(notes.map((note) => note.code)).toEqual([code]);
  });
});
