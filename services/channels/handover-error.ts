import type { ErrorCode } from '../domain/error-catalogue.ts';
import { CodedError, type ErrorDetail } from '../domain/errors.ts';
import type { NewExchange } from '../domain/exchange.ts';

/** A failed handover that has more to say for the log than its reason. */
export class HandoverError extends CodedError {
  readonly exchange: NewExchange;
  /** The partner has the bytes and refuses them in its receipt. */
  readonly isReceipt: boolean;

  constructor(code: ErrorCode, more: ErrorDetail & { readonly exchange: NewExchange; readonly isReceipt?: boolean }) {
    super(code, more);
    this.exchange = more.exchange;
    this.isReceipt = more.isReceipt ?? false;
  }
}
