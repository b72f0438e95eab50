/** Where the SDK's version of the API (2026-10-28) is another one than the examples' (2026-08-21), and why. */
export const knownDifferences: Readonly<Record<string, string>> = {
  'product unknown tax_details': 'The SDK demands it: it came after the examples.',
  'subscription unknown items.data[].current_trial': 'The SDK demands it: trial offers came after the examples.',
  'subscription_item unknown current_trial': 'As on a subscription.',
  'subscription unknown cancellation_details.feedback_option':
    'The SDK demands it: options of one’s own came after the examples.',
  'subscription unknown trial_settings.end_behavior.billing_cycle_anchor':
    'The SDK demands it: it came after the examples.',
  'invoice missing subscription': 'The SDK has it under parent.subscription_details alone.',
  'invoice unknown lines.data[].pricing.price_details':
    'The examples show a line without a price; the SDK has it there.',
  'line_item unknown pricing.price_details': 'As on an invoice.',
  'payment_intent unknown allowed_payment_method_types': 'The SDK demands it: it came after the examples.',
  'payment_intent unknown payment_record': 'The SDK demands it: it came after the examples.',
  'checkout.session unknown allowed_payment_method_types': 'The SDK demands it: it came after the examples.',
  'charge unknown payment_method_details.card.electronic_commerce_indicator':
    'The SDK demands it: it came after the examples.',
  'billing_portal.configuration unknown features.subscription_pause':
    'The SDK demands it: pausing came after the examples.',
  'billing_portal.configuration unknown features.subscription_cancel.cancellation_reason.feedback_options':
    'As on a subscription.',
};
