import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { mergedMetadata } from '../customers/customer-object.ts';
import { badRequest } from '../request/errors.ts';
import type { Parsed } from '../request/kinds.ts';
import { listRoute, route } from '../request/route.ts';
import { featuresFrom, keepProducts, nothing } from './features.ts';
import { openPortal } from './open-portal.ts';
import {
  configurationCreate,
  configurationList,
  configurationRetrieve,
  configurationUpdate,
  portalSessionCreate,
} from './parameters.ts';

type Configuration = Stripe.BillingPortal.Configuration;
const kind = 'billing_portal.configuration';

function createConfiguration(account: Account, params: Parsed<typeof configurationCreate>): Configuration {
  const created = account.now();
  const id = account.newId(kind);
  keepProducts(account, id, params.features);
  const configuration: Configuration = {
    id,
    object: kind,
    active: true,
    application: null,
    business_profile: {
      headline: params.business_profile?.headline ?? null,
      privacy_policy_url: params.business_profile?.privacy_policy_url ?? null,
      terms_of_service_url: params.business_profile?.terms_of_service_url ?? null,
    },
    created,
    default_return_url: params.default_return_url ?? null,
    features: featuresFrom(nothing, params.features),
    is_default: account.store.table(kind).size === 0,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: params.metadata ?? {},
    name: params.name ?? null,
    updated: created,
  };
  return account.add(kind, configuration, 'billing_portal.configuration.created');
}

export const portalRoutes = [
  route('POST /v1/billing_portal/configurations', configurationCreate, createConfiguration),
  route('GET /v1/billing_portal/configurations/:id', configurationRetrieve, (account, _, id = '') =>
    account.get(kind, id),
  ),
  route('POST /v1/billing_portal/configurations/:id', configurationUpdate, (account, params, id = '') => {
    const before = account.get(kind, id);
    if (params.active === false && before.is_default)
      throw badRequest('You cannot deactivate your default configuration.', 'active');
    if (params.features) keepProducts(account, id, params.features);
    return account.change(
      kind,
      id,
      {
        active: params.active ?? before.active,
        business_profile: { ...before.business_profile, ...params.business_profile },
        default_return_url:
          params.default_return_url === undefined ? before.default_return_url : params.default_return_url,
        features: params.features ? featuresFrom(before.features, params.features) : before.features,
        metadata: mergedMetadata(before.metadata ?? {}, params.metadata),
        name: params.name === undefined ? before.name : params.name,
        updated: account.now(),
      },
      'billing_portal.configuration.updated',
    );
  }),
  listRoute('GET /v1/billing_portal/configurations', configurationList, (account, { active, is_default }) =>
    account.store
      .newestFirst(kind)
      .filter(
        (each) =>
          (active === undefined || each.active === active) &&
          (is_default === undefined || each.is_default === is_default),
      ),
  ),
  route('POST /v1/billing_portal/sessions', portalSessionCreate, openPortal),
];
