/** Why a journey cannot go on, in a sentence. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** One thing that happened on the journey. */
export interface Told {
  /** Absent for what concerns the team alone. */
  readonly partner?: string;
  readonly step: string;
  readonly who: string;
  readonly says: string;
  /** Page of the portal on which it stands. */
  readonly link?: string;
}

export type Tell = (told: Told) => void;

/** Prints for people, or a JSON object per line. */
export function teller(url: string, isJson: boolean | undefined, from = Date.now()): Tell {
  return ({ link, ...told }) => {
    const whole = link === undefined ? undefined : url + link;
    const seconds = Math.round((Date.now() - from) / 1000);
    if (isJson) return console.log(JSON.stringify({ ...told, ...(whole && { link: whole }), seconds }));
    const { partner = 'Northgate Outfitters', step, who, says } = told;
    console.log(`${String(seconds).padStart(4)} s  ${partner.padEnd(24)} ${step.padEnd(16)} ${who}: ${says}`);
    if (whole !== undefined) console.log(`${''.padEnd(49)} ${whole}`);
  };
}
