import { html, type Html } from './html.ts';

/** The cards that the pages offer, by Stripe's test ids. */
const offered = [
  ['pm_card_visa', 'A good card (4242)'],
  ['pm_card_visa_chargeDeclined', 'A card that is declined (0002)'],
  ['pm_card_chargeCustomerFail', 'A card that is taken, and declined at every charge (0341)'],
  ['pm_card_authenticationRequired', 'A card whose bank asks at every payment, 3-D Secure (3184)'],
  ['pm_card_authenticationRequiredOnSetup', 'A card whose bank asks once, 3-D Secure (3155)'],
] as const;

export function cardChoice(legend: string): Html {
  const choices = offered.map(
    ([id, name], index) =>
      html`<label class="choice"
        ><input type="radio" name="card" value="${id}" ${index === 0 ? 'checked' : ''} /> ${name}</label
      >`,
  );
  return html`<fieldset>
    <legend>${legend}</legend>
    ${choices}
  </fieldset>`;
}

/** The step in between, of a card's bank. */
export function bankQuestion(path: string, fields: Readonly<Record<string, string>>, amount: string): Html {
  const kept = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<h1>Your bank asks</h1>
    <p>Confirm the payment of ${amount}? On the real page, this is your bank’s own question (3-D Secure).</p>
    <form method="post" action="${path}">
      ${kept}
      <div class="actions">
        <button class="main" name="bank" value="confirm">Confirm the payment</button>
        <button name="bank" value="refuse">Refuse it</button>
      </div>
    </form>`;
}
