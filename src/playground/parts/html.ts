import { readHtml } from '../../document/html/index.js';
import { provide } from '../parts.js';

provide({ html: readHtml });
