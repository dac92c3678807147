import { toProblem } from '../../lib/problem.ts';
import classes from './odoo.module.css';

const names: Readonly<Record<string, string>> = {
  units: 'Units',
  receives: 'Gets from Odoo',
  operationTypeIds: 'Operation types',
  unitTolerance: 'Tolerance',
  unreserved: 'Without stock',
  overs: 'More than was ordered',
  warehouseCancels: 'The warehouse cancels',
  quarantineLocationId: 'Quarantine',
  trade: 'Orders and invoices',
  vendorId: 'vendor',
  customerId: 'customer',
  journalId: 'journal',
  freightProductId: 'product',
  tolerance: 'tolerance',
  unpricedFreight: 'freight without a price',
  from: 'Beginning',
  code: 'code',
  means: 'meaning',
};

/** `body/units/1/means` as people say it: "Units, line 2, meaning". */
function placeWords(place: string): string {
  return place
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? `line ${Number(part) + 1}` : (names[part] ?? part)))
    .join(', ');
}

/** What is wrong with a form, each with its place. */
export function FormErrors({ error }: { readonly error: unknown }) {
  if (!error) return null;
  const problem = toProblem(error);
  const errors = (error as { errors?: readonly { place: string; message: string }[] }).errors ?? [];
  return (
    <ul className={classes.errors} role="alert">
      {errors.length === 0 && <li>{problem.detail}</li>}
      {errors.map(({ place, message }) => (
        <li key={place}>
          {placeWords(place)} {message}
        </li>
      ))}
    </ul>
  );
}
