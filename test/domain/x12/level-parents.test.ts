import { describe, expect, it } from 'vitest';
import { type Level, levelParents } from '../../../services/domain/x12/check/level-parents.ts';

/** `1//S 2//O`: number, HL-02 and kind of each level. */
const levels = (text: string): Level[] =>
  text.split(' ').map((one) => {
    const [number = '', parent = '', code = ''] = one.split('/');
    return { number, parent, code };
  });
const parentsOf = (text: string, structure = '') =>
  levelParents(levels(text), () => structure).map(({ above, from }) =>
    above === undefined ? (from === 'number' ? 'top' : from) : `${above + 1} ${from}`,
  );

describe('the level above an HL whose HL-02 is empty', () => {
  it('is the nearest one before it whose kind stands further out', () => {
    expect(parentsOf('1//S 2//O 3//I 4//I 5//O 6//I', '0004')).toEqual([
      'top',
      '1 order',
      '2 order',
      '2 order',
      '1 order',
      '5 order',
    ]);
    expect(parentsOf('1//S 2//O 3//P 4//I 5//P 6//I', '0001')).toEqual([
      'top',
      '1 order',
      '2 order',
      '3 order',
      '2 order',
      '5 order',
    ]);
  });

  it('is told by the document where BSN-05 says nothing and each kind begins behind the innermost one so far', () => {
    expect(parentsOf('1//S 2//O 3//I 4//O 5//I')).toEqual(['top', '1 order', '2 order', '1 order', '4 order']);
    expect(parentsOf('1//S 2//O 3//I 4//O 5//P 6//I')).toEqual([
      'top',
      'unclear',
      'unclear',
      'unclear',
      'unclear',
      'unclear',
    ]);
  });

  it('goes with levels that name the one above', () => {
    expect(parentsOf('1//S 2/1/O 3//I 4/1/O 5//I', '0004')).toEqual([
      'top',
      '1 number',
      '2 order',
      '1 number',
      '4 order',
    ]);
  });

  it('is sought for an HL-02 that names itself, a later level or none, too', () => {
    expect(parentsOf('1//S 2/2/O 3/4/I 4/9/I', '0004')).toEqual(['top', '1 order', '2 order', '2 order']);
  });

  it('is nothing for the outermost kind, and the next one out where a level is skipped', () => {
    expect(parentsOf('1//S 2//I 3//S 4//I', '0004')).toEqual(['top', '1 order', 'top', '3 order']);
  });

  it('is unclear for a kind that stands outside of the first', () => {
    expect(parentsOf('1//O 2//S 3//I', '0004')).toEqual(['top', 'unclear', '2 order']);
  });
});
