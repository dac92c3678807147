import { once } from 'node:events';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import type { Guide } from '../domain/guide/guide.ts';
import { lintStream } from '../domain/lint/lint-stream.ts';
import { agreedIn } from '../domain/translate/read-x12.ts';
import { checkStream } from '../domain/x12/check/check-stream.ts';
import type { BytesAt } from '../domain/x12/inspect/format-inspection.ts';
import { InspectionOutline } from '../domain/x12/inspect/inspection-outline.ts';
import { DocumentChanged, jsonPrinter, textPrinter } from '../domain/x12/inspect/print-inspection.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import type { Rules } from './mapping-files.ts';

/** Output is handed over in pieces of this size. */
const PIECE_CHARS = 64 * 1024;

/**
 * `inspect` for a file of any size, in constant memory: it is read twice, since what is said of a group and an interchange stands before their sets and is
 * known only after them. Prints what `inspect` prints for a small one; answers the exit code.
 */
export async function inspectLarge(
  file: string,
  { standards, tradeRules }: Rules,
  guides: readonly Guide[],
  json: boolean,
): Promise<number> {
  const fd = openSync(file, 'r');
  try {
    const items = () =>
      lintStream(
        checkStream(createReadStream(file, { fd, start: 0, autoClose: false }), standards, {
          agreed: agreedIn(guides),
        }),
        {
          guides,
          tradeRules,
        },
      );
    const outline = new InspectionOutline();
    for await (const item of items()) outline.take(item);
    const printer = json ? jsonPrinter(outline) : textPrinter(outline, bytesOf(fd));
    let text = printer.begin();
    for await (const item of items()) {
      text += printer.take(item);
      if (text.length < PIECE_CHARS) continue;
      await print(text);
      text = '';
    }
    await print(`${text}${printer.end()}${json ? '' : '\n'}`);
    const { standard, guide, business } = outline.summary.counts;
    return standard + guide + business > 0 ? exitCodes.findings : exitCodes.fine;
  } catch (error) {
    if (error instanceof DocumentChanged) throw new UsageError(`${file} cannot be read: ${error.message}`);
    throw error;
  } finally {
    closeSync(fd);
  }
}

const bytesOf =
  (fd: number): BytesAt =>
  (from, to) => {
    const bytes = Buffer.alloc(to - from);
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, from));
  };

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
