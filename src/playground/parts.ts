import type { HtmlReader } from '../document/index.js';
import type { LanguagePack, Locate, Rule, RuleProblem } from '../ruleset/index.js';
import type { Look } from './look.js';

/** A rule that was read, and what leads from its parts to their places in the YAML; or what is wrong with it. */
export type RuleRead =
  | { readonly rule: Rule; readonly locate: Locate }
  | { readonly problems: readonly RuleProblem[] };

/** What most policies do without. Each part is a bundle of its own, which the page loads when the worker first needs it. */
export interface Parts {
  readonly html: HtmlReader;
  readonly chinese: LanguagePack;
  readonly rule: (yaml: string) => RuleRead;
  /** Of pages that are saved. */
  readonly look: Look;
}

export type PartName = keyof Parts;

/** Where bundles that know nothing of each other meet: the scripts of the parts fill it, the worker looks. */
const scope = globalThis as { fineprintParts?: Partial<Parts> };

/** The parts that are there so far. */
export function partsSoFar(): Partial<Parts> {
  scope.fineprintParts ??= {};
  return scope.fineprintParts;
}

/** Adds parts. */
export function provide(parts: Partial<Parts>): void {
  Object.assign(partsSoFar(), parts);
}

/** Thrown where a part is missing: the page is to load it and to ask again. */
export class PartNeeded extends Error {
  override readonly name = 'PartNeeded';

  constructor(readonly part: PartName) {
    super(`the part "${part}" is needed`);
  }
}
