export { chineseTexts } from './locale/zh/index.js';
export { chinese } from './ruleset/zh/index.js';
