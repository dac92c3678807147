import { describe, expect, it } from 'vitest';
import { changed, checked, codesOf, standards } from './support.ts';

const n4 = (country: string) => codesOf(checked(changed('945', { 'N4*': `N4*SOMEWHERE**10115*${country}` })));

describe('codes of ISO that the runtime knows', () => {
  it.each(['US', 'BR', 'AU', 'CN', 'GB', 'PT', 'DE', 'IN', 'UK', 'MEX', 'BRA', 'GBR', 'CAN'])(
    'country %s is no finding',
    (code) => {
      expect(n4(code)).toEqual([]);
    },
  );

  it('a country that nobody has is a note', () => {
    expect(n4('QX')).toEqual(['x12.element.code-unlisted']);
    expect(n4('QQQ')).toEqual(['x12.element.code-unlisted']);
  });

  it('countries and currencies are known in every version, by name', () => {
    for (const version of standards.versions) {
      const { elements } = standards.forVersion(version)!.definition;
      expect(elements.get('26')!.codes!.get('BR'), version).toBe('Brazil');
      expect(elements.get('100')!.codes!.get('JPY'), version).toBe('Japanese Yen');
    }
  });
});
