// Importing this gives Vitest's `expect` the matchers; "fineprint/matchers" has them without Vitest.
import { expect } from 'vitest';
import { type FineprintMatchers, matchers } from './index.js';

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: the declaration that is extended says so
  interface Matchers<T = any> extends FineprintMatchers {}
}

expect.extend({ ...matchers });

export {
  createMatchers,
  type ExpectedProfile,
  type FindingFilter,
  type FineprintMatchers,
  type Matchers,
  matchers,
  type Outcome,
  type Subject,
} from './index.js';
export { testRules } from './test-rules.js';
