import type { Delimiters, Segment } from '../model.ts';
import type { GroupHead, InterchangeHead } from './read-sink.ts';

/** What an ISA says. */
export function interchangeHead(isa: Segment, delimiters: Delimiters): InterchangeHead {
  return {
    header: isa,
    sender: { qualifier: isa.text(5).trim(), id: isa.text(6).trim() },
    receiver: { qualifier: isa.text(7).trim(), id: isa.text(8).trim() },
    date: isa.text(9),
    time: isa.text(10),
    version: isa.text(12),
    control: isa.text(13),
    ackRequested: isa.text(14) === '1',
    usage: isa.text(15),
    delimiters,
  };
}

/** What a GS says; nothing where it is missing. */
export function groupHead(gs: Segment | undefined): GroupHead {
  const text = (element: number) => gs?.text(element) ?? '';
  return {
    header: gs,
    functionalId: text(1),
    sender: text(2).trim(),
    receiver: text(3).trim(),
    date: text(4),
    time: text(5),
    control: text(6),
    version: text(8).trim(),
  };
}
