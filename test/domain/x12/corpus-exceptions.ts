/**
 * Files of the corpus that break the 004010 standard inside their sets: what they break, and why it is the file that is wrong.
 * Each fault as element or segment and kind of finding; `any` where a program's template was filled with placeholders.
 */
export const brokenFiles: Readonly<Record<string, { readonly faults: string | 'any'; readonly because: string }>> = {
  ...Object.fromEntries(
    ['204/AlejoCode-nodejsEdiMapperToJSON__markdown.edi', '204/AlejoCode-nodejsEdiMapperToJSON__markdownIow.edi']
      .concat(['210', '214', '990'].map((set) => `${set}/AlejoCode-nodejsEdiMapperToJSON__${set}.edi`))
      .map((file) => [file, { faults: 'any', because: 'A template: one list of segments under several set codes.' }]),
  ),
  '204/apimeister-x12-types__test_204_L256.edi': {
    faults: 'L11-01 conditional-missing, G62-03 conditional-missing, AT5-03 exclusive',
    because: 'L11 with a qualifier alone, G62 with a time and no qualifier for it, AT5 with a code and its text.',
  },
  '204/apimeister-x12-types__test_204_L264.edi': {
    faults: 'AT5-03 exclusive, N7-16 conditional-missing, LH1 unexpected',
    because:
      'AT5 with a code and its text; N7 with a tare weight and no qualifier for it; LH1 without the L5 and G61 that open its loops.',
  },
  '210/xlate-staedi__ts210_80char.edi': {
    faults: 'N4 unknown, L3-06 character',
    because: 'Wrapped at 80 characters in the middle of segments.',
  },
  '810/bots-edi-bots-plugins__810_3.x12': {
    faults: 'IT1-04 conditional-missing',
    because: 'Lines with quantity and unit and no price, which P020304 wants together.',
  },
  '810/kputnam-stupidedi__1.edi': {
    faults: 'IT1-03 conditional-missing',
    because: 'Lines with quantity and price and no unit, which P020304 wants together.',
  },
  '846/github-text-index-43847535171__846_targetcorp.txt': {
    faults: 'BIA missing',
    because: 'Made up by its author: a set without its header.',
  },
  '850/BerryWorksSoftware-edireader__ContextAwareSaxAdapterTest_L192.edi': {
    faults: 'BEG-05 missing, SCH-05 missing, SCH-06 date, SCH-07 time',
    because: 'An order of 1995 in the layout of 003xxx under GS08 004010.',
  },
  ...Object.fromEntries(
    ['850-004010-03', '850-004010-05', '850-004010-07', 'inbound_850-004010-05', 'inbound_850-004010-07'].map(
      (name) => [
        `850/bots-edi-bots-plugins__${name}.x12`,
        { faults: 'DTM-06 conditional-missing', because: 'DTM with a format in DTM-05 and nothing in that format.' },
      ],
    ),
  ),
  '850/olmelabs-EdiEngine__850.SyntaxNotes.ERR.edi': {
    faults: 'PO1-07 conditional-missing, PO4-06 conditional-missing',
    because: 'Made to break these two rules.',
  },
  '855/kputnam-stupidedi__2.edi': {
    faults: 'PO1-03 too-long, SCH-02 too-long',
    because: 'DZN as unit, which has two characters.',
  },
  '855/kputnam-stupidedi__po-ack-minor-changes.edi': {
    faults: 'ACK-03 conditional-missing',
    because: 'ACK with a quantity and no unit.',
  },
  '856/apimeister-x12-types__test_856_L5.edi': { faults: 'HL missing', because: 'A ship notice of BSN alone.' },
  '856/apimeister-x12-types__test_856_L78.edi': { faults: 'DTM-02 date', because: 'A date of three digits.' },
  '856/kputnam-stupidedi__2.edi': {
    faults: 'N1-04 character, N1-05 character, N1-06 too-long, N1-07 too-many, PRF out-of-order, HL-02 parent',
    because: 'Another segment terminator than its ISA declares in some places.',
  },
  '940/apimeister-x12-types__test_940_L50.edi': {
    faults: 'N4-02 too-long, G61-04 conditional-missing',
    because: 'A state of three digits; G61 with the kind of a number and no number.',
  },
  '940/apimeister-x12-types__test_940_L99.edi': {
    faults: 'W01-15 character',
    because: 'A line break inside a segment.',
  },
  '945/apimeister-x12-types___945_test_L378.edi': {
    faults: 'N1 missing, W12-06 conditional-missing',
    because: 'A set cut down for a test: no party, and an item without a product id.',
  },
  ...Object.fromEntries(
    ['L384', 'L410'].map((place) => [
      `945/apimeister-x12-types___945_test_${place}.edi`,
      {
        faults: 'N1-02 conditional-missing, N1-03 conditional-missing, W10-01 too-short',
        because: 'N1 with an id and nothing that says of what kind; W10-01 takes two characters.',
      },
    ]),
  ),
  ...Object.fromEntries(
    ['940', '943', '944', '945'].map((set) => [
      `${set}/github-text-index-66246115618__${set}.txt`,
      {
        faults: 'any',
        because: 'Made up by its author: 940-like segments in sets that do not have them, elements shifted.',
      },
    ]),
  ),
  '943/github-text-index-68545979519__943.txt': {
    faults: 'W27 missing, W04-07 conditional-missing, W03 missing',
    because: 'Made up by its author: no carrier and total, and product ids before their qualifiers.',
  },
  '944/github-text-index-68545979519__944.txt': {
    faults: 'W07-07 conditional-missing, W14 missing',
    because: 'Made up by its author: no total, and product ids before their qualifiers.',
  },
  '945/github-text-index-68545979519__945.txt': {
    faults: 'W12 unexpected',
    because: 'Made up by its author: W12 without the LX that opens its loop.',
  },
};
