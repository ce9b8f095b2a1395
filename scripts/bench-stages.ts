import { analyzeDocument } from '../src/analyze/index.js';
import { readClauses } from '../src/clause/index.js';
import { buildReport } from '../src/report/build.js';
import { parsePolicy } from '../src/report/index.js';
import { builtinRuleSet } from '../src/ruleset/index.js';
import { sentences, tokenize } from '../src/text/index.js';
