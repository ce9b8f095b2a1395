export { EXIT, type ExitStatus, type Io } from './io.js';
export { run } from './run.js';
