import { StripeFault } from '../request/errors.ts';

/** What happens to a card: when it is attached, and at each charge. */
export type Card = {
  readonly brand: 'visa' | 'mastercard' | 'amex';
  readonly last4: string;
  /** Refused already when it is attached. */
  readonly attaching?: Decline;
  readonly charging: Decline | 'paid' | 'authentication' | 'authentication-once';
};
export type Decline = { readonly code: string; readonly decline_code: string; readonly message: string };

/** What comes of a charge: nothing wrong, a card that said no, or a person who has to confirm. */
export type Outcome =
  { readonly is: 'paid' } | { readonly is: 'declined' | 'authentication'; readonly decline: Decline };

const decline = (decline_code: string, message: string, code = 'card_declined'): Decline => ({
  code,
  decline_code,
  message,
});
const declined = decline('generic_decline', 'Your card was declined.');
const insufficient = decline('insufficient_funds', 'Your card has insufficient funds.');
const lost = decline('lost_card', 'Your card was declined.');
const expired = decline('expired_card', 'Your card has expired.', 'expired_card');
const incorrectCvc = decline('incorrect_cvc', "Your card's security code is incorrect.", 'incorrect_cvc');
const processing = decline(
  'processing_error',
  'An error occurred while processing your card. Try again in a little bit.',
  'processing_error',
);

const visa = (last4: string, charging: Card['charging'] = 'paid', attaching?: Decline): Card => ({
  brand: 'visa',
  last4,
  charging,
  ...(attaching ? { attaching } : {}),
});

/** https://docs.stripe.com/testing: payment methods that stand for cards, and what each does. */
export const testCards: Readonly<Record<string, Card>> = {
  pm_card_visa: visa('4242'),
  pm_card_visa_debit: visa('5556'),
  pm_card_mastercard: { brand: 'mastercard', last4: '4444', charging: 'paid' },
  pm_card_amex: { brand: 'amex', last4: '8431', charging: 'paid' },
  pm_card_chargeCustomerFail: visa('0341', declined),
  pm_card_chargeDeclined: visa('0002', declined, declined),
  pm_card_visa_chargeDeclined: visa('0002', declined, declined),
  pm_card_chargeDeclinedInsufficientFunds: visa('9995', insufficient, insufficient),
  pm_card_visa_chargeDeclinedInsufficientFunds: visa('9995', insufficient, insufficient),
  pm_card_chargeDeclinedLostCard: visa('9987', lost, lost),
  pm_card_visa_chargeDeclinedLostCard: visa('9987', lost, lost),
  pm_card_chargeDeclinedExpiredCard: visa('0069', expired, expired),
  pm_card_chargeDeclinedIncorrectCvc: visa('0127', incorrectCvc, incorrectCvc),
  pm_card_chargeDeclinedProcessingError: visa('0119', processing, processing),
  // 4000 0027 6000 3184: asks at every payment, on and off session.
  pm_card_authenticationRequired: visa('3184', 'authentication'),
  // 4000 0025 0000 3155: asks unless it was set up before for payments off session.
  pm_card_authenticationRequiredOnSetup: visa('3155', 'authentication-once'),
  pm_card_authenticationRequiredSetupForOffSession: visa('3155', 'authentication-once'),
};

export const cardError = ({ code, decline_code, message }: Decline): StripeFault =>
  new StripeFault(402, { type: 'card_error', code, decline_code, message });
