export { type MarkedText, parseMarks } from './marks.js';
export { type Example, type ExampleFailure, examplesOf, testRule } from './test-rule.js';
