import type { ExampleOutcome, RuleProblemAt, Told } from '../messages.js';

/** A rule may come from a stranger: a list of more than this would keep the page busy, and nobody reads it. */
const MOST_SHOWN = 100;

/** Tells what is wrong with the rule, each with a button that leads to its place, and what came of its examples. */
export function showRule({ problems, examples }: Told, editor: HTMLTextAreaElement): void {
  fill('#rule-problems', problems, (problem) => problemItem(problem, editor));
  // Those that fail come first, as they are what is looked for.
  const isWell = ({ failure }: ExampleOutcome): number => Number(failure === undefined);
  fill(
    '#rule-examples',
    [...examples].sort((a, b) => isWell(a) - isWell(b)),
    exampleItem,
  );
  editor.setAttribute('aria-invalid', String(problems.length > 0));
}

function fill<T>(list: string, things: readonly T[], itemOf: (thing: T) => HTMLElement): void {
  const items = things.slice(0, MOST_SHOWN).map(itemOf);
  if (things.length > MOST_SHOWN) {
    const rest = document.createElement('li');
    rest.textContent = `and ${things.length - MOST_SHOWN} more`;
    items.push(rest);
  }
  document.querySelector(list)?.replaceChildren(...items);
}

function problemItem({ line, column, message }: RuleProblemAt, editor: HTMLTextAreaElement): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = `Line ${line}, column ${column}`;
  button.addEventListener('click', () => {
    const at = offsetOf(editor.value, line, column);
    editor.focus();
    editor.setSelectionRange(at, at);
  });
  const item = document.createElement('li');
  item.append(button, ` ${message}`);
  return item;
}

function exampleItem({ kind, example, failure }: ExampleOutcome): HTMLElement {
  const item = document.createElement('li');
  item.className = failure === undefined ? 'good' : 'error';
  const mark = document.createElement('span');
  mark.className = 'answer';
  mark.textContent = failure === undefined ? `✓ ${kind === 'bad' ? 'found' : 'left alone'}` : `✕ ${kind}`;
  const quote = document.createElement('q');
  quote.textContent = example.trim();
  item.append(mark, ' ', quote);
  if (failure !== undefined) item.append(` ${failure}`);
  return item;
}

/** Lines and columns count from 1. */
function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}
