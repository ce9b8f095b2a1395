import { chinese as language } from '../../clause/zh/index.js';
import type { LanguagePack } from '../language-pack.js';
import { lexicons, variants } from './lexicon.generated.js';

/** Reads policies in Chinese, simplified and traditional. */
export const chinese: LanguagePack = { language, lexicons, variants };
