import { day, type Said, short, type Turn } from './said.ts';

/** Of whom and what is told. */
type About = Pick<Turn, 'number' | 'scac'>;

function status(
  { number, scac }: About,
  at7: string,
  { stop, minute, signed }: { stop?: number; minute: number; signed?: boolean },
): Said {
  // Early today, so that all has happened already, one after another.
  const time = `00${String(minute).padStart(2, '0')}`;
  return {
    functional: 'QM',
    segments: [
      'ST*214*0001',
      `B10*PRO-${short(number)}*${number}*${scac}`,
      'N1*SH*Northgate Outfitters*92*NG',
      'N3*2200 Canal Road',
      'N4*Joliet*IL*60435*US',
      'N1*CN*Test Dock Madison*92*TD-2',
      'N3*418 Orchard Lane',
      'N4*Madison*WI*53703*US',
      'LX*1',
      `AT7*${at7}*${day(-1)}*${time}*LT`,
      'MS1*Madison*WI*US',
      ...(stop ? [`L11*${stop}*QN`] : []),
      ...(signed ? ['K1*SIGNED BY R ALVAREZ'] : []),
    ],
  };
}

const statuses: Readonly<Record<string, (about: About) => Said>> = {
  'pickup-appointment': (about) => status(about, '**AA*NA', { stop: 1, minute: 1 }),
  'delivery-appointment': (about) => status(about, '**AB*NA', { stop: 2, minute: 2 }),
  'arrived-pickup': (about) => status(about, 'X3*NS**', { stop: 1, minute: 10 }),
  'departed-pickup': (about) => status(about, 'AF*NS**', { stop: 1, minute: 20 }),
  'en-route': (about) => status(about, 'X6*NS**', { minute: 25 }),
  delayed: (about) => status(about, 'SD*AO**', { minute: 28 }),
  'arrived-delivery': (about) => status(about, 'X1*NS**', { stop: 2, minute: 30 }),
  delivered: (about) => status(about, 'D1*NS**', { stop: 2, minute: 40, signed: true }),
};

const answer = ({ number, scac }: About, code: string): Said => ({
  functional: 'GF',
  segments: [
    'ST*990*0001',
    `B1*${scac}*${number}*${day()}*${code}`,
    ...(code === 'A' ? [] : ['K1*No driver on that day']),
  ],
});

/** @param total cents */
const invoice = ({ number, scac }: About, total: number): Said => ({
  functional: 'IM',
  segments: [
    'ST*210*0001',
    `B3**INV-${short(number)}*${number}*PP**${day()}*${total}****${scac}`,
    'N1*BT*Northgate Outfitters*92*NG',
    'N1*SH*Test Dock Joliet*92*TD-1',
    'N1*CN*Test Dock Madison*92*TD-2',
    'LX*1',
    'L5*1*Palletised goods',
    'L0*1***18400*G***22*PLT**L',
    'L1*1*1200*FR*120000****400',
    'LX*2',
    'L1*2***9600****405',
    `L3*18400*G***${total}******22*L`,
  ],
});

const advice = ({ number, scac }: About): Said => ({
  functional: 'AG',
  segments: [
    'ST*824*0001',
    `BGN*00*ADV-${short(number)}*${day()}`,
    `OTI*TA*SI*${number}*NORTHGATE*${scac}*${day()}**1*0001*204*004010`,
  ],
});

/** What a carrier says at its turn. */
export function carrierSays({ scenario, frame, number, scac }: Turn): Said {
  const about = { number, scac };
  const known = statuses[frame];
  if (known) return known(about);
  if (frame === 'broken')
    return { functional: 'GF', segments: ['ST*990*0001', `B1*${scac}**${day()}*A`, `N9*CN*${number}`] };
  if (frame === 'invoice') return invoice(about, scenario === 'invoice-mismatched' ? 99_900 : 129_600);
  if (frame === 'advice') return advice(about);
  if (frame === 'answer' && scenario === 'tender-decline') return answer(about, 'D');
  if (frame === 'answer' && scenario === 'tender-counter') return answer(about, 'B');
  return answer(about, 'A');
}
