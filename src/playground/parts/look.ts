import { pageLook } from '../../page/index.js';
import { provide } from '../parts.js';

provide({ look: pageLook });
