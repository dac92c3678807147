import { writeFile } from 'node:fs/promises';
import { agreementNamed, readAgreement } from '../flows/journey/agreement.ts';
import { agreementPdf } from '../flows/journey/agreement-pdf.ts';
import { signAgreement } from '../flows/journey/sign-agreement.ts';
import type { AgreementOptions, PdfOptions, SignOptions } from './agreement-commands.ts';
import { exitCodes } from './exit-codes.ts';
import { inTransaction, partnerCalled } from './partner-choice.ts';

const time = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Prints who has signed the agreement as it is now, and what differs from what was signed before. */
export async function signatures({ partner, json }: AgreementOptions): Promise<number> {
  const agreement = await inTransaction(async ({ tx, tools }) =>
    readAgreement(tools.standards, tx, await partnerCalled(tx, partner)),
  );
  const { hash, signatures: under, signedBefore, versions } = agreement;
  if (json) console.log(JSON.stringify({ hash, signatures: under, signedBefore, versions }));
  else {
    console.log(`SHA-256 ${hash}`);
    for (const side of ['partner', 'team'] as const) {
      const found = under.find((one) => one.side === side);
      console.log(`${side.padEnd(8)} ${found ? `${found.name}, ${found.title}, ${time(found.at)}` : 'not signed'}`);
    }
    for (const { side, at, differences } of signedBefore) {
      console.log(`The ${side} signed another text on ${time(at)}. Since then:`);
      for (const { where, before = 'nothing', after = 'nothing' } of differences)
        console.log(`  ${where}: ${before} → ${after}`);
    }
  }
  return under.length === 2 ? exitCodes.fine : exitCodes.findings;
}

/** Signs for the team: the partner signs in the portal, as a person of its own. */
export async function sign({ partner, name, title = '', json }: SignOptions): Promise<number> {
  const hash = await inTransaction(async ({ tx, tools, who }) => {
    const orgId = await partnerCalled(tx, partner);
    const { hash: present } = await readAgreement(tools.standards, tx, orgId);
    await signAgreement(tools, tx, { orgId, side: 'team', hash: present, name, title, ...who });
    return present;
  });
  console.log(json ? JSON.stringify({ signed: hash, side: 'team', name, title }) : `Signed for the team: ${hash}`);
  return exitCodes.fine;
}

/** Writes the agreement as PDF. */
export async function pdf(file: string, { partner, hash, json }: PdfOptions): Promise<number> {
  const found = await inTransaction(async ({ tx, tools }) =>
    agreementNamed(tools.standards, tx, await partnerCalled(tx, partner), hash),
  );
  await writeFile(file, await agreementPdf(found));
  console.log(json ? JSON.stringify({ file, hash: found.hash }) : `${file} has the agreement ${found.hash}.`);
  return exitCodes.fine;
}
