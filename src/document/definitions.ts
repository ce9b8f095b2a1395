import type { Block, Definition } from './model.js';

export function definitionsOf(_blocks: readonly Block[]): Definition[] {
  return [];
}
