import { chinese } from '../../ruleset/zh/index.js';
import { provide } from '../parts.js';

provide({ chinese });
