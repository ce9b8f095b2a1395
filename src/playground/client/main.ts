// The script of the playground. Nothing of what is typed leaves the page: the page's own policy forbids every request.
import {
  all,
  createSelection,
  type Filters,
  filterFindings,
  followView,
  listenToKeys,
  listenToTheme,
  onDo,
} from '../../page/client/index.js';
import type { Desk, Request, Told } from '../messages.js';
import { startAnalysis } from './analysis.js';
import { makeEdits } from './edit.js';
import { deskAsJson, readFile, save } from './files.js';
import { loadPart } from './parts.js';
import { showRule } from './rule-panel.js';

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const fields = {
  text: byId<HTMLTextAreaElement>('text'),
  before: byId<HTMLTextAreaElement>('before'),
  rule: byId<HTMLTextAreaElement>('rule'),
  preset: byId<HTMLSelectElement>('preset'),
  format: byId<HTMLSelectElement>('format'),
};
const result = byId('result');
const status = byId('status');
const chooser = byId<HTMLInputElement>('file');
/** Panels that are closed count for nothing, and keep what was typed. */
const isOpen = (id: string): boolean => !byId(`${id}-panel`).hidden;

document.documentElement.classList.add('script');
const selection = createSelection();
const lookAgain = followView();
let filters: Filters | undefined;
let form: Element | null = null;
/** Why a file was not opened. It stands until something else is asked for, whatever answer is still on its way. */
let refusal = '';

const code = URL.createObjectURL(new Blob([byId('worker').textContent ?? ''], { type: 'text/javascript' }));
const analysis = startAnalysis(() => new Worker(code), loadPart, {
  edited: (edits) => makeEdits(result, edits),
  told: show,
  waits: () => say('Reading … a long text takes its time'),
  failed: say,
  cleared: () => result.replaceChildren(),
});

/** Says what goes on, unless a file was refused: that stands. */
function say(message: string): void {
  status.textContent = refusal || message;
}

function show(told: Told, { page }: Request): void {
  showRule(told, fields.rule);
  byId('welcome').hidden = !told.empty;
  document.body.classList.toggle('empty', told.empty);
  say(told.summary);
  const found = document.querySelector('.filters');
  if (found !== form) {
    form = found;
    filters = filterFindings(() => selection.refresh());
  } else filters?.refresh();
  selection.refresh();
  lookAgain();
  if (page && told.page !== undefined) save('fineprint-report.html', 'text/html', told.page);
}

function desk(): Desk {
  return {
    text: fields.text.value,
    format: fields.format.value as Desk['format'],
    preset: fields.preset.value,
    before: isOpen('before') ? fields.before.value : '',
    rule: isOpen('rule') ? fields.rule.value : '',
  };
}

function ask(page = false): void {
  refusal = '';
  analysis.ask({ desk: desk(), page });
}

function toggle(id: 'before' | 'rule', open = !isOpen(id)): void {
  byId(`${id}-panel`).hidden = !open;
  for (const button of all(`[data-do="${id}"]`)) button.setAttribute('aria-expanded', String(open));
  // On a narrow screen the card that is looked at would lie over the editor.
  if (open) selection.clear();
  if (open) fields[id].focus();
  ask();
}

async function open(files: ArrayLike<File>, into: 'text' | 'before' = 'text'): Promise<void> {
  const [file, ...others] = Array.from(files);
  if (!file) return;
  try {
    if (others.length > 0)
      throw new Error(
        `${others.length + 1} files at once: drop one alone, or each where it belongs in "Compare"`,
      );
    const found = await readFile(file);
    if (into === 'before') fields.before.value = found.text ?? '';
    else put(found);
    ask();
  } catch (error) {
    refusal = (error as Error).message;
    say(refusal);
  }
}

/** Puts what was opened on the desk. */
function put(found: Partial<Desk>): void {
  fields.text.value = found.text ?? '';
  fields.format.value = found.format ?? 'auto';
  const { preset } = found;
  if (preset && all<HTMLOptionElement>('option', fields.preset).some(({ value }) => value === preset))
    fields.preset.value = preset;
  for (const id of ['before', 'rule'] as const) {
    const text = found[id];
    if (text === undefined) continue;
    fields[id].value = text;
    toggle(id, text !== '');
  }
  // From its beginning: browsers leave the cursor behind what was put in.
  fields.text.setSelectionRange(0, 0);
  fields.text.focus();
}

for (const field of Object.values(fields)) field.addEventListener('input', () => ask());
onDo('open', () => chooser.click());
chooser.addEventListener('change', () => {
  void open(chooser.files ?? []).then(() => {
    chooser.value = '';
  });
});
addEventListener('dragover', (event) => {
  // Words that are dragged are the browser's business.
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
});
addEventListener('drop', (event) => {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  const isOlder = (event.target as Element).closest('#before-panel') !== null;
  void open(event.dataTransfer.files, isOlder ? 'before' : 'text');
});
onDo('before', () => toggle('before'));
onDo('rule', () => toggle('rule'));
onDo('save-page', () => ask(true));
onDo('save-desk', () => save('fineprint-playground.json', 'application/json', deskAsJson(desk())));
onDo('example', () => {
  put({ text: byId('example').textContent?.trim() ?? '', format: 'markdown' });
  ask();
});
onDo('inline', () => document.querySelector('.sides')?.classList.toggle('inline'));
onDo('unfold', () => {
  const folds = all<HTMLDetailsElement>('.fold');
  const opened = folds.some((fold) => !fold.open);
  for (const fold of folds) fold.open = opened;
});
listenToKeys({
  next: () => selection.step(1),
  previous: () => selection.step(-1),
  search: () => filters?.focus(),
  leave: () => {
    if (!selection.clear()) filters?.reset();
  },
});
listenToTheme();
ask();
