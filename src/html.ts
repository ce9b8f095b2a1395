export { readHtml } from './document/html/index.js';
