export { chinese } from './ruleset/zh/index.js';
