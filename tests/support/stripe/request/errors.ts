import type Stripe from 'stripe';

export type ErrorBody = {
  readonly type: Stripe.RawErrorType;
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly decline_code?: string;
  readonly payment_intent?: Stripe.PaymentIntent;
  readonly payment_method?: Stripe.PaymentMethod;
};

/** An answer that is an error, in Stripe's shape. */
export class StripeFault extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

const invalid = (status: number, message: string, rest: Partial<ErrorBody>): StripeFault =>
  new StripeFault(status, { type: 'invalid_request_error', message, ...rest });

export const badRequest = (message: string, param?: string, code?: string): StripeFault =>
  invalid(400, message, { ...(param ? { param } : {}), ...(code ? { code } : {}) });

export const missingParameter = (param: string): StripeFault =>
  badRequest(`Missing required param: ${param}.`, param, 'parameter_missing');

export const unknownParameter = (param: string): StripeFault =>
  badRequest(`Received unknown parameter: ${param}`, param, 'parameter_unknown');

/** Stripe knows it, this double does not: refused, since a parameter that has no effect would be believed to have one. */
export const notImplemented = (param: string): StripeFault =>
  badRequest(`The local Stripe double does not implement this parameter: ${param}`, param, 'parameter_unknown');

export const noSuch = (kind: string, id: string, param = 'id', status = 404): StripeFault =>
  invalid(status, `No such ${kind}: '${id}'`, { code: 'resource_missing', param });

export const unknownPath = (method: string, path: string): StripeFault =>
  invalid(404, `Unrecognized request URL (${method}: ${path}). The local Stripe double does not answer it.`, {});

export const unauthorized = (message: string): StripeFault =>
  new StripeFault(401, { type: 'invalid_request_error', message });
