import type { Block, Directive, Note, Section } from './model.js';

/** What a reader of one format hands back; the room's face makes a `PolicyDocument` of it. */
export interface ReadResult {
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly directives: readonly Directive[];
  readonly notes: readonly Note[];
}
