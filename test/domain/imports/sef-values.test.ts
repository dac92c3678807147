import { expect, test } from 'vitest';
import { previewImport } from '../../../services/domain/imports/preview-import.ts';
import { standards } from '../x12/support.ts';
import { sefLayout } from './layouts.ts';

// Lists of values in SEF (.VALLISTS), bound to places of sets (.VALREFS).

const guideOf = async (more: string) => {
  const { guide } = await previewImport(Buffer.from(`${sefLayout}${more}`), { standards, fileName: 'advice.sef' });
  const firstLine = sefLayout.split('\n').length;
  const lost = guide!.notes.filter(({ kind }) => kind === 'lost');
  return {
    text: guide!.text,
    lost: lost.map(({ origin, message }) => [origin && 'line' in origin ? origin.line! - firstLine + 1 : 0, message]),
  };
};

test('the literals of a list are the codes of the places that are bound to it, by number or by segment', async () => {
  const { text, lost } = await guideOf(
    '.VALLISTS\nCARRIERS="Ours"\n\'BHFT\n\'KSTL,\'QSTL\nTERMS="x"\'CC\n.VALREFS\n945//W27//2=CARRIERS\n/14///1=TERMS\n',
  );
  expect(lost).toEqual([]);
  expect(text).toMatch(/ W27:\n {4}[^§]*?"02": \{[^}]*codes: \[ BHFT, KSTL, QSTL \]/);
  expect(text).toMatch(/ W03:\n {4}elements:\n {6}"01": \{ codes: \[ CC \] \}/);
});

test('whatever of them is not in the guide is told with its line', async () => {
  const { lost } = await guideOf(
    [
      ...['.VALLISTS', 'SENDER=&^[0-9]+$', "CARRIERS='BHFT", "ALONE='X", 'ODD=plain', '.VALREFS'],
      ...[
        '//ISA//6=SENDER',
        '945//W27//2=CARRIERS',
        '//GS//2=CARRIERS',
        '945/99///1=CARRIERS',
        '//W27//3=NONE',
        'here=CARRIERS',
      ],
      ...['945//W06//2=ODD', '945//W06//4=SENDER', ''],
    ].join('\n'),
  );
  expect(lost).toEqual([
    [2, expect.stringContaining('SENDER has the pattern “^[0-9]+$”')],
    [5, expect.stringContaining('“plain” in it is neither')],
    [12, expect.stringContaining('“here=CARRIERS” of a list of values is not understood')],
    [7, expect.stringContaining('says nothing of the envelope (ISA)')],
    [9, expect.stringContaining('says nothing of the envelope (GS)')],
    [10, expect.stringContaining('no set of the file has an element at this place')],
    [11, expect.stringContaining('no list of values NONE')],
    [14, expect.stringContaining('no set of the file has an element at this place')],
    [4, expect.stringContaining('ALONE is bound to no place')],
  ]);
});
