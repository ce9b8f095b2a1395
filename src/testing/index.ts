export { clearingOf, type ExampleRun, examplesOf, runExamples } from './run-examples.js';
export { testRule } from './test-rule.js';
