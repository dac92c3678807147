import { numbersIn } from '../numbers.ts';

const form = /^CT-[A-Z0-9]{2,10}-[A-Z0-9]{6}/;

/** Whether a number is one of certification, such as `CT-ACCEPT-7K2M9Q`. Nothing of Odoo's is called so. */
export const isFixture = (number: string): boolean => form.test(number);

/** Whether an event belongs to a test of the sandbox: it is kept, and is nothing for Odoo or for the team. */
export const isOfTest = (of: {
  readonly environment: string;
  readonly subject: string;
  readonly data: Record<string, unknown>;
}): boolean => of.environment === 'sandbox' && (isFixture(of.subject) || numbersIn(of.data).some(isFixture));
