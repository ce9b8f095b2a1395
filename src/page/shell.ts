import type { Element, ElementContent, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { PageWords } from '../locale/index.js';
import { script, scriptHash, style, styleHash } from './assets.generated.js';
import { ENGLISH_READER, type Reader } from './reader.js';
import { shown } from './words.js';

/** Nothing but the page's own style and script, told by their hashes: whatever else got in would not run, load or send. */
const policy = (): string =>
  [
    "default-src 'none'",
    `style-src '${styleHash}'`,
    `script-src '${scriptHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

export interface Shell {
  readonly title: string;
  /** A comment before all else, by which files are told that are written anew. */
  readonly mark?: string | undefined;
  /** What stands in the bar that stays at the top: links and buttons. */
  readonly bar: readonly ElementContent[];
  readonly main: readonly ElementContent[];
  /** What the keyboard does, for the help. */
  readonly keys: readonly (readonly [key: string, does: string])[];
  /** Where to skip to. */
  readonly skips: readonly (readonly [id: string, name: string])[];
}

/** A whole page in one file: it needs no network, and reads and prints without its script. */
export function pageOf(
  { title, mark, bar, main, keys, skips }: Shell,
  { locale, words }: Reader = ENGLISH_READER,
): string {
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy() }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', title),
    h('style', style),
  ]);
  const body = h('body', [
    h(
      'nav',
      { className: 'skips', ariaLabel: words.shell.skip },
      skips.map(([id, name]) => h('a', { href: `#${id}` }, name)),
    ),
    h('header', { className: 'bar' }, [...bar, ...tools(words)]),
    h('main', [...main]),
    helpDialog(keys, words),
    h('footer', { className: 'colophon' }, h('p', words.shell.colophon)),
    h('script', script),
  ]);
  const before: RootContent[] = mark === undefined ? [] : [{ type: 'comment', value: mark }];
  const html = h('html', { lang: locale.lang }, [head, body]);
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, ...before, html] })}\n`;
}

/** The last part of a path, for bars and titles. */
export function fileName(path: string): string {
  return shown(path.split('/').at(-1) || path);
}

/** Buttons that go from one thing to the one before and the next, by their names. */
export function steps(previous: string, next: string): Element {
  return h('span', { className: ['steps', 'needs-script'] }, [
    h('button', { type: 'button', dataDo: 'previous', ariaLabel: previous }, '↑'),
    h('button', { type: 'button', dataDo: 'next', ariaLabel: next }, '↓'),
  ]);
}

/** What only a script can do is hidden where none runs. */
function tools({ shell }: PageWords): Element[] {
  return [
    h('button', { type: 'button', className: 'needs-script', dataDo: 'theme', ariaLabel: shell.theme }, '◐'),
    h('button', { type: 'button', className: 'needs-script', dataDo: 'help', ariaLabel: shell.help }, '?'),
  ];
}

function helpDialog(keys: Shell['keys'], { shell }: PageWords): Element {
  return h('dialog', { id: 'help', ariaLabelledBy: 'help-title' }, [
    h('h2', { id: 'help-title' }, shell.keyboard),
    h(
      'dl',
      keys.flatMap(([key, does]) => [
        h(
          'dt',
          key.split(' ').map((one) => h('kbd', one)),
        ),
        h('dd', does),
      ]),
    ),
    // Keys that are a single character must be possible to turn off (WCAG 2.1.4): speech input types them by accident.
    h('p', h('label', [h('input', { type: 'checkbox', dataDo: 'keys', checked: true }), shell.useKeys])),
    h('form', { method: 'dialog' }, h('button', { type: 'submit' }, shell.close)),
  ]);
}
