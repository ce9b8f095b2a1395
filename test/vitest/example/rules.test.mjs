import { testRules } from 'fineprint/vitest';

await testRules('my-rules');
