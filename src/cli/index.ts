export { THRESHOLDS } from './analyze.js';
export { FAIL_ON } from './diff.js';
export { EXIT, type ExitStatus, type Io } from './io.js';
export { checkOutput } from './output.js';
export { run } from './run.js';
