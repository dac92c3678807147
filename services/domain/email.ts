import { visible } from './visible-text.ts';

/** What the sign-in form takes as an e-mail address; `EmailAddress` in the contract has the same pattern, which a test compares. */
export const emailPattern = /^[^\s@]+@[^\s@]+$/;
const longest = 254;

export const isEmail = (text: string): boolean =>
  text.length <= longest && emailPattern.test(text) && visible(text) === text;
