export { examplesOf, testRule } from './test-rule.js';
