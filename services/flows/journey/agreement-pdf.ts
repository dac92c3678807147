import PDFDocument from 'pdfkit';
import { type AgreementText, lineWords } from '../../domain/journey/agreement-text.ts';
import type { SignatureRow } from '../../store/journey/signatures.ts';

const ink = '#1b1f24';
const faint = '#5b6470';
const [left, width, wordWidth] = [56, 483, 110];

interface Signed {
  readonly text: AgreementText;
  readonly hash: string;
  readonly signatures: readonly SignatureRow[];
}

/** The agreement as PDF: its documents with all terms, its hash, and who has signed it. The same agreement with the same signatures is always the same bytes. */
export function agreementPdf({ text, hash, signatures }: Signed): Promise<Buffer> {
  // Nothing of the moment goes in: whoever downloads it twice can compare the two.
  const made = signatures.map(({ at }) => at.getTime()).reduce((a, b) => Math.max(a, b), 0);
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 56, bottom: 64, left, right: 56 },
    bufferPages: true,
    info: { Title: `Agreement ${text.company} and ${text.partner}`, Subject: hash, CreationDate: new Date(made) },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => void chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.fillColor(ink).font('Helvetica-Bold').fontSize(18).text('Agreement on the exchange of documents');
  pdf
    .moveDown(0.4)
    .font('Helvetica')
    .fontSize(11)
    .text(`between ${plain(text.company)} and ${plain(text.partner)}`);
  for (const line of text.documents) {
    const { Document: name = '', ...words } = lineWords(line);
    heading(pdf, name);
    for (const [word, says] of Object.entries(words)) row(pdf, word, says);
  }
  if (text.deviations.length > 0) {
    heading(pdf, 'Deviations from the standard');
    for (const { guide, place, what, reason } of text.deviations)
      row(pdf, `${guide} ${place}`, `${what}. Reason: ${reason}`);
  }
  heading(pdf, 'For all documents');
  row(
    pdf,
    'Control numbers',
    `An interchange control number is not used again by its sender for ${text.controlNumberDays} days.`,
  );
  row(pdf, 'Retention', text.retention);
  heading(pdf, 'Signatures');
  for (const side of ['partner', 'team'] as const)
    signatureRow(
      pdf,
      text,
      side,
      signatures.find((one) => one.side === side),
    );
  row(pdf, 'SHA-256', hash);
  footers(pdf, hash);
  pdf.end();
  return whole;
}

type Pdf = InstanceType<typeof PDFDocument>;

/** The fonts of PDF itself have Latin-1 only. */
const plain = (text: string) => text.replace(/[^\u0020-\u007e\u00a0-\u00ff]/gu, '?');

function heading(pdf: Pdf, text: string): void {
  if (pdf.y > 690) pdf.addPage();
  pdf.moveDown(1.1).fillColor(ink).font('Helvetica-Bold').fontSize(11.5).text(plain(text), left, pdf.y, { width });
  pdf.moveDown(0.2);
}

function row(pdf: Pdf, word: string, says: string): void {
  if (pdf.y > 740) pdf.addPage();
  const top = pdf.y;
  pdf.font('Helvetica').fontSize(9.5).fillColor(faint).text(plain(word), left, top, { width: wordWidth });
  const after = pdf.y;
  pdf.fillColor(ink).text(plain(says), left + wordWidth, top, { width: width - wordWidth });
  pdf.y = Math.max(pdf.y, after) + 2;
  pdf.x = left;
}

function signatureRow(
  pdf: Pdf,
  text: AgreementText,
  side: SignatureRow['side'],
  signed: SignatureRow | undefined,
): void {
  const who = side === 'team' ? text.company : text.partner;
  const says = signed
    ? `${signed.name}${signed.title === '' ? '' : `, ${signed.title}`}, on ${signed.at.toISOString().slice(0, 19).replace('T', ' ')} UTC, by ${signed.actor}`
    : 'not signed';
  row(pdf, `For ${who}`, says);
}

function footers(pdf: Pdf, hash: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let nth = start; nth < start + count; nth += 1) {
    pdf.switchToPage(nth);
    // A footer below the margin would otherwise begin a page of its own.
    pdf.page.margins.bottom = 0;
    pdf.font('Helvetica').fontSize(7.5).fillColor(faint);
    pdf.text(`${hash}    ${nth - start + 1} of ${count}`, left, 800, { width, lineBreak: false });
  }
}
