import { describe, expect, it } from 'vitest';
import { fingerprint, normalizeClause } from '../../src/report/fingerprint.js';

const id = 'third-party/vague-recipients';

describe('fingerprint', () => {
  it('is 16 hexadecimal digits', () => {
    expect(fingerprint(id, 'we share data', 0)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is the same for what typesetting changes', () => {
    const plain = fingerprint(id, `we share your "data" with the user's partners - always`, 0);
    expect(fingerprint(id, '  We share  your “data”\nwith the user’s partners – always ', 0)).toBe(plain);
    expect(fingerprint(id, `(a) we share your "data" with the user's partners - always`, 0)).toBe(plain);
    expect(fingerprint(id, `• we share your "data" with the user's partners - always`, 0)).toBe(plain);
  });

  it('differs by words, rule and number among equals', () => {
    const all = [
      fingerprint(id, 'we share data', 0),
      fingerprint(id, 'we share data', 1),
      fingerprint(id, 'we share no data', 0),
      fingerprint('third-party/vague-purpose', 'we share data', 0),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('normalizeClause', () => {
  it('keeps a first word that is no list mark', () => {
    expect(normalizeClause('I agree. A partner')).toBe('i agree. a partner');
  });
});
