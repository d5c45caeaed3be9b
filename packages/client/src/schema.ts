// Generated from the API document by `npm run client:types`. Not to be edited.
export interface paths {
  '/external/api/v1/subscription_system/change_product': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Upgrade, downgrade or change the package of a subscription */
    put: operations['changeProduct'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/subscription_system/preview_change_product': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a change would come to now, and a quote that binds for 15 minutes; writes nothing */
    post: operations['previewChangeProduct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/accounts/cancel_product_change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Take back the change that waits for the end of the period */
    put: operations['cancelProductChange'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/subscription_system/cancel_payway_provisioned_subscription': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Let a recurring subscription end at the end of its period */
    put: operations['cancelSubscription'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/subscription_system/reactivate_payway_provisioned_subscription': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Take a cancellation back before it has taken effect */
    put: operations['reactivateSubscription'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/subscription_system/subscription_number': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Set the number that another system knows a subscription by */
    put: operations['setSubscriptionNumber'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/subscription_system/customer_number': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Set the number that another system knows an account by */
    put: operations['setCustomerNumber'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/userproducts/{accountId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All user products of an account, oldest first */
    get: operations['listUserProducts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/userproducts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Set type, state or dates of a user product */
    put: operations['updateUserProduct'];
    /** Give an account a package */
    post: operations['createUserProduct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/me/change_product': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Upgrade, downgrade or change the package of one of the own subscriptions */
    put: operations['changeOwnProduct'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/me/cancel_product_change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Take back the change that waits in one of the own subscriptions */
    put: operations['cancelOwnProductChange'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/me/available_product_changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which of these packages one of the own subscriptions may be changed to */
    get: operations['listAvailableProductChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The packages on sale, or all of them with include_inactive; with id or product_code, of which at most one is taken, that one whether or not it is on sale */
    get: operations['listProducts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/products/payment_periods': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The payment periods of a package, disabled ones too; exactly one of product_id, product_code and id, which means product_id, names the package */
    get: operations['listPaymentPeriods'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/subscription/get_by_account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All user products of an account in their rich form, oldest first */
    get: operations['listSubscriptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/subscription_system/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was asked of the user products of an account, decided and came of it, oldest first; what was just answered is among it. `next` is null at the end */
    get: operations['listChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v2/me/pending_package_changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What waits for the end of a period in the own subscriptions */
    get: operations['listOwnPendingChanges'];
    /** The same, asked in a body; nothing is written */
    put: operations['askForOwnPendingChanges'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The log of events, in its order. `next` is the `after` to go on with, now or later; it is null where nothing follows yet, and then the same `after` is asked again. With `type`, a page may be empty and still have a `next` */
    get: operations['listEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/webhook_endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where events are sent */
    get: operations['listWebhookEndpoints'];
    put?: never;
    /** Have events sent from now on; the secret that signs them is told this once */
    post: operations['registerWebhookEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/webhook_endpoints/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of the addresses that events are sent to */
    get: operations['findWebhookEndpoint'];
    /** Change where events are sent, which, or whether; what is left out stays */
    put: operations['updateWebhookEndpoint'];
    post?: never;
    /** Send nothing more, and forget what waits */
    delete: operations['removeWebhookEndpoint'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/webhook_endpoints/{id}/rotate_secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new secret, told this once; the old one signs too for some hours (24 unless told) */
    post: operations['rotateWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/webhook_endpoints/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send the events between two events once more, neither of them included; both are optional */
    post: operations['replayWebhookEvents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/webhook_endpoints/{id}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was sent to an endpoint and what came of it, in the order of the log */
    get: operations['listWebhookDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/test_clock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What time it is for an organisation that is not live */
    get: operations['readTestClock'];
    /** Move the clock of an organisation that is not live; everything due is applied first */
    put: operations['setTestClock'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/authorization/access_token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A token for a client, by its id and secret */
    post: operations['issueAccessToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether this process runs */
    get: operations['readLiveness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether this process may be sent requests */
    get: operations['readReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description Why a request was refused; nothing was written */
    Problem: {
      /** @description docs/errors.md says what each means */
      code: string;
      /** @description For people; it may be worded differently later */
      message: string;
      /** @description The parameter or header at fault */
      field?: string;
      /** @description All faults, the first included, where there is more than one */
      errors?: components['schemas']['Fault'][];
    };
    Fault: {
      /** @description docs/errors.md says what each means */
      code: string;
      /** @description For people; it may be worded differently later */
      message: string;
      /** @description The parameter or header at fault */
      field?: string;
    };
  };
  responses: {
    /** @description - `unauthorized`: the token is missing, malformed, expired, or its client is disabled. What to do: get a new token. */
    unauthorized: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `insufficient_scope`: the token lacks the scope that `WWW-Authenticate` names. What to do: ask for that scope. */
    insufficient_scope: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `not_found`: account, user product, package, period or whatever an id names is unknown here or not this account’s; or no such address. What to do: check the ids. */
    not_found: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `request_timeout`: the request took too long to arrive. What to do: send it again. */
    request_timeout: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `version_mismatch`: the version in `If-Match`, or what the `quote` had pinned, no longer holds. What to do: read the user product again, or ask for a new quote, and decide anew. */
    version_mismatch: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `payload_too_large`: the body is above 100 kB. What to do: send a smaller body. */
    payload_too_large: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request. */
    idempotency_key_reused: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `headers_too_large`: the headers are too large. What to do: send fewer or shorter ones. */
    headers_too_large: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `internal_server_error`: something unexpected went wrong; it is logged with the request’s `X-Request-Id`. What to do: send it again; report the id. */
    internal_server_error: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `service_unavailable`: the database cannot be reached, or others kept changing the same user product; the request may or may not have been done. What to do: send the same again after `Retry-After` seconds: a repeat is recognised. */
    service_unavailable: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `too_many_requests`: the client sends more requests a minute than it may; at the token endpoint, the address does. What to do: wait for `Retry-After` seconds. */
    too_many_requests: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `user_product_ended`: broken is the rule that a user product that a change has ended takes no more writes. What to do: use the account’s active one: `GET userproducts` lists it. */
    user_product_ended: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds. */
    idempotency_key_in_use: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server. */
    bad_request: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
    /** @description - `organisation_is_live`: broken is the rule that a live organisation has no test clock. What to do: use an organisation that is not live. */
    organisation_is_live: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
    'Idempotency-Key': string;
    /**
     * @description The `version` of the user product, in quotes: 412 where it has moved.
     * @example "3"
     */
    'If-Match': string;
  };
  requestBodies: never;
  headers: {
    /** @description The client’s own, if it sent a sane one, else a new one */
    'X-Request-Id': string;
    /** @description `true`: the kept answer to the same `Idempotency-Key`, byte for byte */
    'Idempotent-Replayed': 'true';
    /** @description In seconds */
    'Retry-After': number;
    /** @description What is missing, as RFC 6750 says it */
    'WWW-Authenticate': string;
    /** @description Requests in a window */
    'RateLimit-Limit': number;
    /** @description What is left of them */
    'RateLimit-Remaining': number;
    /** @description Seconds until the window ends */
    'RateLimit-Reset': number;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  changeProduct: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of the user product, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account_id: string;
          user_product_id: string;
          package_code: string;
          target_period_id: string;
          default_behaviour?: boolean;
          quote?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      /**
       * @description - `user_product_not_active`: broken is the rule that the user product is `activated`. What to do: use the account’s active one: `GET userproducts` lists it.
       *     - `user_product_not_tulo_provisioned`: broken is the rule that it is provisioned by `tulo`. What to do: change it where it is provisioned.
       *     - `subscription_type_not_supported`: broken is the rule that it is recurring or limited, and has an end. What to do: it cannot be changed.
       *     - `source_not_changeable`: broken is the rule that what it is on is a package or a campaign that still exists. What to do: it cannot be changed.
       *     - `target_not_changeable`: broken is the rule that the target is a package or a campaign. What to do: choose another package.
       *     - `same_package`: broken is the rule that the target is another package; for an explicit change another package or another period. What to do: nothing to do.
       *     - `integration_code_not_supported`: broken is the rule that neither package has an integration code, or that integration is listed in `EXPORTING_INTEGRATIONS`. What to do: list the integration there, or use an explicit change.
       *     - `subscription_type_mismatch`: broken is the rule that a recurring source needs a recurring period, a limited one a limited period. What to do: choose a period of its type.
       *     - `payment_period_mismatch`: broken is the rule that the target period has the source period’s payment method. What to do: choose a period with that method.
       *     - `payment_period_disabled`: broken is the rule that the target period is enabled. What to do: choose another period, or enable this one.
       *     - `target_not_on_sale`: broken is the rule that now lies in the target’s sales period, and it is not archived. What to do: choose another package.
       *     - `free_period_not_allowed`: broken is the rule that an upgrade’s target has a price above 0. What to do: choose another period.
       *     - `downgrade_requires_recurring`: broken is the rule that a downgrade’s source is recurring. What to do: let it end, then sell the other package.
       *     - `currency_mismatch`: broken is the rule that all prices are in one currency; where they are not, only this is answered. What to do: choose another period.
       *     - `carried_time_too_long`: broken is the rule that an upgrade carries no more than 100 years. What to do: choose a period with a higher price.
       *     - `nothing_to_carry_over`: broken is the rule that an upgrade of a limited subscription has value left. What to do: sell the target as a new user product.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['version_mismatch'];
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      /**
       * @description - `too_many_requests`: the client sends more requests a minute than it may; at the token endpoint, the address does. What to do: wait for `Retry-After` seconds.
       *     - `too_many_idempotency_keys`: 32 keys were used on this user product within 24 hours. What to do: wait for `Retry-After` seconds, or send it without a key: a repeat is recognised.
       */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  previewChangeProduct: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account_id: string;
          user_product_id: string;
          package_code: string;
          target_period_id: string;
          default_behaviour?: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            item: {
              allowed: boolean;
              kind: ('upgrade' | 'downgrade' | 'change') | null;
              rule: string | null;
              effective_at: string | null;
              target_package: {
                id: string;
                code: string;
                name: string | null;
                tags: {
                  name: string;
                  type: string;
                }[];
              } | null;
              target_period: {
                id: string;
                payment_method: string;
                /** @enum {unknown} */
                type: 'recurring' | 'limited' | 'single';
                /** @enum {unknown} */
                iteration_type: 'day' | 'week' | 'month' | 'year';
                iteration_length: number;
                price: number;
              } | null;
              valid_to: string | null;
              amounts: {
                currency: string;
                value_left: number;
                value_carried: number;
                next_renewal: number | null;
              } | null;
              refusals: {
                code: string;
                message: string;
                facts: Record<string, never>;
              }[];
              quote: string | null;
              expires_at: string | null;
            };
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      413: components['responses']['payload_too_large'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  cancelProductChange: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of the user product, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account_id: string;
          user_product_id: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      /**
       * @description - `no_pending_change`: broken is the rule that a change waits for the end of the period. What to do: nothing to do.
       *     - `user_product_ended`: broken is the rule that a user product that a change has ended takes no more writes. What to do: use the account’s active one: `GET userproducts` lists it.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['version_mismatch'];
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      /**
       * @description - `too_many_requests`: the client sends more requests a minute than it may; at the token endpoint, the address does. What to do: wait for `Retry-After` seconds.
       *     - `too_many_idempotency_keys`: 32 keys were used on this user product within 24 hours. What to do: wait for `Retry-After` seconds, or send it without a key: a repeat is recognised.
       */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  cancelSubscription: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of the user product, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account_id: string;
          user_product_id: string;
          cancellation_reason_id?: string;
          credit_invoice_if_sent?: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      /**
       * @description - `user_product_ended`: broken is the rule that a user product that a change has ended takes no more writes. What to do: use the account’s active one: `GET userproducts` lists it.
       *     - `user_product_not_active`: broken is the rule that the user product is `activated`. What to do: use the account’s active one: `GET userproducts` lists it.
       *     - `user_product_not_tulo_provisioned`: broken is the rule that it is provisioned by `tulo`. What to do: change it where it is provisioned.
       *     - `user_product_not_recurring`: broken is the rule that only a recurring subscription is cancelled. What to do: let it end.
       *     - `package_not_cancellable`: broken is the rule that its package lets the customer cancel. What to do: it runs until it is changed or ended by the publisher.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['version_mismatch'];
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      /**
       * @description - `too_many_requests`: the client sends more requests a minute than it may; at the token endpoint, the address does. What to do: wait for `Retry-After` seconds.
       *     - `too_many_idempotency_keys`: 32 keys were used on this user product within 24 hours. What to do: wait for `Retry-After` seconds, or send it without a key: a repeat is recognised.
       */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  reactivateSubscription: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of the user product, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account_id: string;
          user_product_id: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      /**
       * @description - `user_product_ended`: broken is the rule that a user product that a change has ended takes no more writes. What to do: use the account’s active one: `GET userproducts` lists it.
       *     - `user_product_not_cancelled`: broken is the rule that only a cancelled user product whose period has not ended is reactivated. What to do: nothing to do, or sell it as a new user product.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['version_mismatch'];
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      /**
       * @description - `too_many_requests`: the client sends more requests a minute than it may; at the token endpoint, the address does. What to do: wait for `Retry-After` seconds.
       *     - `too_many_idempotency_keys`: 32 keys were used on this user product within 24 hours. What to do: wait for `Retry-After` seconds, or send it without a key: a repeat is recognised.
       */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  setSubscriptionNumber: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of the user product, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account_id: string;
          user_product_id: string;
          subscription_number: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      409: components['responses']['user_product_ended'];
      412: components['responses']['version_mismatch'];
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      /**
       * @description - `too_many_requests`: the client sends more requests a minute than it may; at the token endpoint, the address does. What to do: wait for `Retry-After` seconds.
       *     - `too_many_idempotency_keys`: 32 keys were used on this user product within 24 hours. What to do: wait for `Retry-After` seconds, or send it without a key: a repeat is recognised.
       */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  setCustomerNumber: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account_id: string;
          customer_number: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      409: components['responses']['idempotency_key_in_use'];
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  listUserProducts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        accountId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              order_id: string | null;
              /** Format: date-time */
              created: string;
              /** Format: date-time */
              updated: string;
              product_code: string;
              title_code: string | null;
              /** Format: date-time */
              valid_from: string;
              valid_to: string | null;
              provision_service: string;
              /** @enum {unknown} */
              subscription_type: 'recurring' | 'limited' | 'single';
              /** @enum {unknown} */
              state: 'activated' | 'cancelled' | 'deactivated' | 'pending' | 'frozen';
              has_pending_change_request: boolean;
              external_start_date: string | null;
              version: number;
            }[];
          };
        };
      };
      400: components['responses']['bad_request'];
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  updateUserProduct: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of the user product, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account_id: string;
          product_id: string;
          /** @enum {string} */
          subscription_type?: 'recurring' | 'limited';
          /** @enum {string} */
          state?: 'activated' | 'deactivated';
          valid_from?: string;
          valid_to?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      /**
       * @description - `user_product_ended`: broken is the rule that a user product that a change has ended takes no more writes. What to do: use the account’s active one: `GET userproducts` lists it.
       *     - `no_payment_period`: broken is the rule that the package has a payment period of that subscription type. What to do: choose the other type, or add a period to the package.
       *     - `valid_to_not_after_valid_from`: broken is the rule that `valid_to` lies after `valid_from`. What to do: correct the dates.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['version_mismatch'];
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      /**
       * @description - `too_many_requests`: the client sends more requests a minute than it may; at the token endpoint, the address does. What to do: wait for `Retry-After` seconds.
       *     - `too_many_idempotency_keys`: 32 keys were used on this user product within 24 hours. What to do: wait for `Retry-After` seconds, or send it without a key: a repeat is recognised.
       */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  createUserProduct: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account_id: string;
          package_code: string;
          /** @enum {string} */
          subscription_type: 'recurring' | 'limited';
          valid_from: string;
          valid_to: string;
          payment_period_id?: string;
        };
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `no_payment_period`: broken is the rule that the package has a payment period of that subscription type. What to do: choose the other type, or add a period to the package.
       *     - `valid_to_not_after_valid_from`: broken is the rule that `valid_to` lies after `valid_from`. What to do: correct the dates.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  changeOwnProduct: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of the user product, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          id: string;
          package_code: string;
          target_period_id?: string;
          default_behaviour?: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      /**
       * @description - `insufficient_scope`: the token lacks the scope that `WWW-Authenticate` names. What to do: ask for that scope.
       *     - `identity_required`: the token names no account, which the addresses under `/me` need. What to do: use the token of a signed-in account.
       */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      /**
       * @description - `user_product_not_active`: broken is the rule that the user product is `activated`. What to do: use the account’s active one: `GET userproducts` lists it.
       *     - `user_product_not_tulo_provisioned`: broken is the rule that it is provisioned by `tulo`. What to do: change it where it is provisioned.
       *     - `subscription_type_not_supported`: broken is the rule that it is recurring or limited, and has an end. What to do: it cannot be changed.
       *     - `source_not_changeable`: broken is the rule that what it is on is a package or a campaign that still exists. What to do: it cannot be changed.
       *     - `target_not_changeable`: broken is the rule that the target is a package or a campaign. What to do: choose another package.
       *     - `same_package`: broken is the rule that the target is another package; for an explicit change another package or another period. What to do: nothing to do.
       *     - `integration_code_not_supported`: broken is the rule that neither package has an integration code, or that integration is listed in `EXPORTING_INTEGRATIONS`. What to do: list the integration there, or use an explicit change.
       *     - `subscription_type_mismatch`: broken is the rule that a recurring source needs a recurring period, a limited one a limited period. What to do: choose a period of its type.
       *     - `payment_period_mismatch`: broken is the rule that the target period has the source period’s payment method. What to do: choose a period with that method.
       *     - `payment_period_disabled`: broken is the rule that the target period is enabled. What to do: choose another period, or enable this one.
       *     - `target_not_on_sale`: broken is the rule that now lies in the target’s sales period, and it is not archived. What to do: choose another package.
       *     - `free_period_not_allowed`: broken is the rule that an upgrade’s target has a price above 0. What to do: choose another period.
       *     - `downgrade_requires_recurring`: broken is the rule that a downgrade’s source is recurring. What to do: let it end, then sell the other package.
       *     - `currency_mismatch`: broken is the rule that all prices are in one currency; where they are not, only this is answered. What to do: choose another period.
       *     - `carried_time_too_long`: broken is the rule that an upgrade carries no more than 100 years. What to do: choose a period with a higher price.
       *     - `nothing_to_carry_over`: broken is the rule that an upgrade of a limited subscription has value left. What to do: sell the target as a new user product.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['version_mismatch'];
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      /**
       * @description - `too_many_requests`: the client sends more requests a minute than it may; at the token endpoint, the address does. What to do: wait for `Retry-After` seconds.
       *     - `too_many_idempotency_keys`: 32 keys were used on this user product within 24 hours. What to do: wait for `Retry-After` seconds, or send it without a key: a repeat is recognised.
       */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  cancelOwnProductChange: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of the user product, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          id: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      /**
       * @description - `insufficient_scope`: the token lacks the scope that `WWW-Authenticate` names. What to do: ask for that scope.
       *     - `identity_required`: the token names no account, which the addresses under `/me` need. What to do: use the token of a signed-in account.
       */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      /**
       * @description - `no_pending_change`: broken is the rule that a change waits for the end of the period. What to do: nothing to do.
       *     - `user_product_ended`: broken is the rule that a user product that a change has ended takes no more writes. What to do: use the account’s active one: `GET userproducts` lists it.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      412: components['responses']['version_mismatch'];
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      /**
       * @description - `too_many_requests`: the client sends more requests a minute than it may; at the token endpoint, the address does. What to do: wait for `Retry-After` seconds.
       *     - `too_many_idempotency_keys`: 32 keys were used on this user product within 24 hours. What to do: wait for `Retry-After` seconds, or send it without a key: a repeat is recognised.
       */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  listAvailableProductChanges: {
    parameters: {
      query: {
        id: string;
        product_codes: string;
        has_custom_target_period?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            item: {
              upgrades: string[];
              downgrades: string[];
            };
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      /**
       * @description - `insufficient_scope`: the token lacks the scope that `WWW-Authenticate` names. What to do: ask for that scope.
       *     - `identity_required`: the token names no account, which the addresses under `/me` need. What to do: use the token of a signed-in account.
       */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  listProducts: {
    parameters: {
      query?: {
        id?: string;
        product_code?: string;
        product_type?: 'package' | 'campaign' | 'bundle' | 'single_sale';
        title_code?: string;
        tags?: string;
        include_inactive?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              product_code: string;
              integration_code: string | null;
              title_code: string | null;
              name: string;
              description: string | null;
              rank: number;
              customer_can_cancel: boolean;
              vat_code: string | null;
              valid_from: string | null;
              valid_to: string | null;
              tags: {
                name: string;
                type: string;
              }[];
              expired: boolean;
              price_periods: {
                id: string;
                payment_method: string;
                /** @enum {unknown} */
                type: 'recurring' | 'limited' | 'single';
                /** @enum {unknown} */
                iteration_type: 'day' | 'week' | 'month' | 'year';
                iteration_length: number;
                price: number;
                enabled: boolean;
                details: {
                  name: string;
                  type: string;
                };
              }[];
            }[];
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  listPaymentPeriods: {
    parameters: {
      query?: {
        product_id?: string;
        product_code?: string;
        id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              payment_method: string;
              /** @enum {unknown} */
              type: 'recurring' | 'limited' | 'single';
              /** @enum {unknown} */
              iteration_type: 'day' | 'week' | 'month' | 'year';
              iteration_length: number;
              price: number;
              enabled: boolean;
              details: {
                name: string;
                type: string;
              };
            }[];
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  listSubscriptions: {
    parameters: {
      query: {
        account_id: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              order_id: string | null;
              /** Format: date-time */
              created: string;
              /** Format: date-time */
              updated: string;
              product_code: string;
              title_code: string | null;
              /** Format: date-time */
              valid_from: string;
              valid_to: string | null;
              provision_service: string;
              /** @enum {unknown} */
              subscription_type: 'recurring' | 'limited' | 'single';
              /** @enum {unknown} */
              state: 'activated' | 'cancelled' | 'deactivated' | 'pending' | 'frozen';
              has_pending_change_request: boolean;
              external_start_date: string | null;
              version: number;
              subscription_number: string | null;
              subscription_next_price: number | null;
              payment_option: string;
              payment_option_details: {
                period_id: string;
                /** @enum {unknown} */
                iteration_type: 'day' | 'week' | 'month' | 'year';
                iteration_length: number;
                price: number;
              };
              campaign_end_date: string | null;
              subscription_end_date: string | null;
            }[];
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  listChanges: {
    parameters: {
      query: {
        account_id: string;
        user_product_id?: string;
        limit?: number;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              user_product_id: string;
              successor_id: string | null;
              /** @enum {unknown} */
              kind: 'upgrade' | 'downgrade' | 'change';
              /** @enum {unknown} */
              behaviour: 'default' | 'explicit';
              /** @enum {unknown} */
              state: 'created' | 'applied' | 'cancelled' | 'superseded' | 'failed';
              rule: string;
              requirements: {
                code: string;
                passed: boolean;
                facts: {
                  [key: string]: string | number | boolean | null;
                };
              }[];
              /** Format: date-time */
              requested_at: string;
              requested_by: string;
              /** Format: date-time */
              effective_at: string;
              target_package: {
                id: string;
                code: string;
                name: string | null;
                tags: {
                  name: string;
                  type: string;
                }[];
              };
              target_period: {
                id: string;
                payment_method: string;
                /** @enum {unknown} */
                type: 'recurring' | 'limited' | 'single';
                /** @enum {unknown} */
                iteration_type: 'day' | 'week' | 'month' | 'year';
                iteration_length: number;
                price: number;
              };
              amounts: {
                currency: string;
                value_left: number;
                value_carried: number;
                next_renewal: number | null;
              } | null;
              event_ids: string[];
            }[];
            next: string | null;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  listOwnPendingChanges: {
    parameters: {
      query?: {
        user_product_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              downgrades: {
                id: string;
                /** @constant */
                state: 'created';
                /** Format: date-time */
                created: string;
                target_package: {
                  id: string;
                  code: string;
                  name: string | null;
                  tags: {
                    name: string;
                    type: string;
                  }[];
                };
                price_description: string;
                /** Format: date-time */
                change_date: string;
              }[];
              changes: {
                id: string;
                /** @constant */
                state: 'created';
                /** Format: date-time */
                created: string;
                target_package: {
                  id: string;
                  code: string;
                  name: string | null;
                  tags: {
                    name: string;
                    type: string;
                  }[];
                };
                price_description: string;
                /** Format: date-time */
                change_date: string;
              }[];
            };
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      /**
       * @description - `insufficient_scope`: the token lacks the scope that `WWW-Authenticate` names. What to do: ask for that scope.
       *     - `identity_required`: the token names no account, which the addresses under `/me` need. What to do: use the token of a signed-in account.
       */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  askForOwnPendingChanges: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          user_product_id?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              downgrades: {
                id: string;
                /** @constant */
                state: 'created';
                /** Format: date-time */
                created: string;
                target_package: {
                  id: string;
                  code: string;
                  name: string | null;
                  tags: {
                    name: string;
                    type: string;
                  }[];
                };
                price_description: string;
                /** Format: date-time */
                change_date: string;
              }[];
              changes: {
                id: string;
                /** @constant */
                state: 'created';
                /** Format: date-time */
                created: string;
                target_package: {
                  id: string;
                  code: string;
                  name: string | null;
                  tags: {
                    name: string;
                    type: string;
                  }[];
                };
                price_description: string;
                /** Format: date-time */
                change_date: string;
              }[];
            };
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      /**
       * @description - `insufficient_scope`: the token lacks the scope that `WWW-Authenticate` names. What to do: ask for that scope.
       *     - `identity_required`: the token names no account, which the addresses under `/me` need. What to do: use the token of a signed-in account.
       */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      413: components['responses']['payload_too_large'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  listEvents: {
    parameters: {
      query?: {
        limit?: number;
        after?: string;
        user_product_id?: string;
        type?:
          | 'package_upgrade'
          | 'package_downgrade'
          | 'package_downgrade_completed'
          | 'package_change'
          | 'package_change_completed'
          | 'package_change_cancelled'
          | 'package_change_failed'
          | 'package_change_undone'
          | 'user_product_created'
          | 'user_product_updated'
          | 'user_product_cancelled'
          | 'user_product_uncancelled'
          | 'user_product_renewed'
          | 'user_product_deactivated';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              sequence: number;
              /** @enum {unknown} */
              type:
                | 'package_upgrade'
                | 'package_downgrade'
                | 'package_downgrade_completed'
                | 'package_change'
                | 'package_change_completed'
                | 'package_change_cancelled'
                | 'package_change_failed'
                | 'package_change_undone'
                | 'user_product_created'
                | 'user_product_updated'
                | 'user_product_cancelled'
                | 'user_product_uncancelled'
                | 'user_product_renewed'
                | 'user_product_deactivated';
              /** Format: date-time */
              occurred_at: string;
              organisation_id: string;
              account_id: string;
              user_product_id: string;
              subscription_id: string;
              change_id: string | null;
              before: {
                user_product: {
                  id: string;
                  subscription_id: string;
                  order_id: string | null;
                  subscription_number: string | null;
                  external_start_date: string | null;
                  /** @enum {unknown} */
                  created_from:
                    'import' | 'api' | 'upgrade' | 'downgrade' | 'package_change' | 'undo';
                  /** Format: date-time */
                  created: string;
                  /** Format: date-time */
                  updated: string;
                  product_code: string;
                  title_code: string | null;
                  period: {
                    id: string;
                    payment_method: string;
                    /** @enum {unknown} */
                    type: 'recurring' | 'limited' | 'single';
                    /** @enum {unknown} */
                    iteration_type: 'day' | 'week' | 'month' | 'year';
                    iteration_length: number;
                    price: number;
                    currency: string;
                  };
                  /** @enum {unknown} */
                  subscription_type: 'recurring' | 'limited' | 'single';
                  /** @enum {unknown} */
                  state: 'activated' | 'cancelled' | 'deactivated' | 'pending' | 'frozen';
                  provision_service: string;
                  /** Format: date-time */
                  valid_from: string;
                  valid_to: string | null;
                  anchor: {
                    /** Format: date-time */
                    at: string;
                    billing_day: number;
                  };
                  cancelled_at: string | null;
                  cancellation: {
                    reason_id: string | null;
                    credit_invoice_if_sent: boolean;
                  } | null;
                  pending_change: {
                    id: string;
                    /** @enum {unknown} */
                    kind: 'downgrade' | 'change';
                    /** Format: date-time */
                    created: string;
                    /** Format: date-time */
                    change_date: string;
                    target_package: {
                      id: string;
                      code: string;
                    };
                    target_period: {
                      id: string;
                      payment_method: string;
                      /** @enum {unknown} */
                      type: 'recurring' | 'limited' | 'single';
                      /** @enum {unknown} */
                      iteration_type: 'day' | 'week' | 'month' | 'year';
                      iteration_length: number;
                      price: number;
                      currency: string;
                    };
                  } | null;
                  version: number;
                };
                package: {
                  id: string;
                  code: string;
                  kind: ('package' | 'campaign' | 'bundle' | 'single_sale') | null;
                  name: string | null;
                  rank: number | null;
                };
              } | null;
              after: {
                user_product: {
                  id: string;
                  subscription_id: string;
                  order_id: string | null;
                  subscription_number: string | null;
                  external_start_date: string | null;
                  /** @enum {unknown} */
                  created_from:
                    'import' | 'api' | 'upgrade' | 'downgrade' | 'package_change' | 'undo';
                  /** Format: date-time */
                  created: string;
                  /** Format: date-time */
                  updated: string;
                  product_code: string;
                  title_code: string | null;
                  period: {
                    id: string;
                    payment_method: string;
                    /** @enum {unknown} */
                    type: 'recurring' | 'limited' | 'single';
                    /** @enum {unknown} */
                    iteration_type: 'day' | 'week' | 'month' | 'year';
                    iteration_length: number;
                    price: number;
                    currency: string;
                  };
                  /** @enum {unknown} */
                  subscription_type: 'recurring' | 'limited' | 'single';
                  /** @enum {unknown} */
                  state: 'activated' | 'cancelled' | 'deactivated' | 'pending' | 'frozen';
                  provision_service: string;
                  /** Format: date-time */
                  valid_from: string;
                  valid_to: string | null;
                  anchor: {
                    /** Format: date-time */
                    at: string;
                    billing_day: number;
                  };
                  cancelled_at: string | null;
                  cancellation: {
                    reason_id: string | null;
                    credit_invoice_if_sent: boolean;
                  } | null;
                  pending_change: {
                    id: string;
                    /** @enum {unknown} */
                    kind: 'downgrade' | 'change';
                    /** Format: date-time */
                    created: string;
                    /** Format: date-time */
                    change_date: string;
                    target_package: {
                      id: string;
                      code: string;
                    };
                    target_period: {
                      id: string;
                      payment_method: string;
                      /** @enum {unknown} */
                      type: 'recurring' | 'limited' | 'single';
                      /** @enum {unknown} */
                      iteration_type: 'day' | 'week' | 'month' | 'year';
                      iteration_length: number;
                      price: number;
                      currency: string;
                    };
                  } | null;
                  version: number;
                };
                package: {
                  id: string;
                  code: string;
                  kind: ('package' | 'campaign' | 'bundle' | 'single_sale') | null;
                  name: string | null;
                  rank: number | null;
                };
              } | null;
            }[];
            next: string | null;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  listWebhookEndpoints: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              url: string;
              types:
                | (
                    | 'package_upgrade'
                    | 'package_downgrade'
                    | 'package_downgrade_completed'
                    | 'package_change'
                    | 'package_change_completed'
                    | 'package_change_cancelled'
                    | 'package_change_failed'
                    | 'package_change_undone'
                    | 'user_product_created'
                    | 'user_product_updated'
                    | 'user_product_cancelled'
                    | 'user_product_uncancelled'
                    | 'user_product_renewed'
                    | 'user_product_deactivated'
                  )[]
                | null;
              enabled: boolean;
              /** Format: date-time */
              created: string;
            }[];
          };
        };
      };
      400: components['responses']['bad_request'];
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  registerWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          url: string;
          types?:
            | (
                | 'package_upgrade'
                | 'package_downgrade'
                | 'package_downgrade_completed'
                | 'package_change'
                | 'package_change_completed'
                | 'package_change_cancelled'
                | 'package_change_failed'
                | 'package_change_undone'
                | 'user_product_created'
                | 'user_product_updated'
                | 'user_product_cancelled'
                | 'user_product_uncancelled'
                | 'user_product_renewed'
                | 'user_product_deactivated'
              )[]
            | null;
          enabled?: boolean;
        };
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            item: {
              id: string;
              url: string;
              types:
                | (
                    | 'package_upgrade'
                    | 'package_downgrade'
                    | 'package_downgrade_completed'
                    | 'package_change'
                    | 'package_change_completed'
                    | 'package_change_cancelled'
                    | 'package_change_failed'
                    | 'package_change_undone'
                    | 'user_product_created'
                    | 'user_product_updated'
                    | 'user_product_cancelled'
                    | 'user_product_uncancelled'
                    | 'user_product_renewed'
                    | 'user_product_deactivated'
                  )[]
                | null;
              enabled: boolean;
              /** Format: date-time */
              created: string;
              secret: string;
            };
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `too_many_webhook_endpoints`: broken is the rule that an organisation has at most 50 webhook endpoints. What to do: remove one that is no longer needed.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  findWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            item: {
              id: string;
              url: string;
              types:
                | (
                    | 'package_upgrade'
                    | 'package_downgrade'
                    | 'package_downgrade_completed'
                    | 'package_change'
                    | 'package_change_completed'
                    | 'package_change_cancelled'
                    | 'package_change_failed'
                    | 'package_change_undone'
                    | 'user_product_created'
                    | 'user_product_updated'
                    | 'user_product_cancelled'
                    | 'user_product_uncancelled'
                    | 'user_product_renewed'
                    | 'user_product_deactivated'
                  )[]
                | null;
              enabled: boolean;
              /** Format: date-time */
              created: string;
            };
          };
        };
      };
      400: components['responses']['bad_request'];
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  updateWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          url?: string;
          types?:
            | (
                | 'package_upgrade'
                | 'package_downgrade'
                | 'package_downgrade_completed'
                | 'package_change'
                | 'package_change_completed'
                | 'package_change_cancelled'
                | 'package_change_failed'
                | 'package_change_undone'
                | 'user_product_created'
                | 'user_product_updated'
                | 'user_product_cancelled'
                | 'user_product_uncancelled'
                | 'user_product_renewed'
                | 'user_product_deactivated'
              )[]
            | null;
          enabled?: boolean;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            item: {
              id: string;
              url: string;
              types:
                | (
                    | 'package_upgrade'
                    | 'package_downgrade'
                    | 'package_downgrade_completed'
                    | 'package_change'
                    | 'package_change_completed'
                    | 'package_change_cancelled'
                    | 'package_change_failed'
                    | 'package_change_undone'
                    | 'user_product_created'
                    | 'user_product_updated'
                    | 'user_product_cancelled'
                    | 'user_product_uncancelled'
                    | 'user_product_renewed'
                    | 'user_product_deactivated'
                  )[]
                | null;
              enabled: boolean;
              /** Format: date-time */
              created: string;
            };
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      409: components['responses']['idempotency_key_in_use'];
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  removeWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is no body */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      409: components['responses']['idempotency_key_in_use'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  rotateWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          overlap_hours?: number;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            item: {
              secret: string;
            };
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      409: components['responses']['idempotency_key_in_use'];
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  replayWebhookEvents: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          after?: string;
          before?: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            item: {
              queued: number;
            };
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `replay_too_large`: broken is the rule that one call sends again at most 10,000 places of the event log. What to do: replay in several ranges.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  listWebhookDeliveries: {
    parameters: {
      query?: {
        limit?: number;
        after?: string;
        state?: 'pending' | 'delivered' | 'failed' | 'dead';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              event_id: string;
              /** @enum {unknown} */
              type:
                | 'package_upgrade'
                | 'package_downgrade'
                | 'package_downgrade_completed'
                | 'package_change'
                | 'package_change_completed'
                | 'package_change_cancelled'
                | 'package_change_failed'
                | 'package_change_undone'
                | 'user_product_created'
                | 'user_product_updated'
                | 'user_product_cancelled'
                | 'user_product_uncancelled'
                | 'user_product_renewed'
                | 'user_product_deactivated';
              /** @enum {unknown} */
              state: 'pending' | 'delivered' | 'failed' | 'dead';
              tries: number;
              replays: number;
              next_attempt_at: string | null;
              attempts: {
                /** Format: date-time */
                at: string;
                status: number | null;
                failure: string | null;
                duration_ms: number;
                answer: string | null;
              }[];
            }[];
            next: string | null;
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  readTestClock: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            item: {
              /** Format: date-time */
              now: string;
              applied?: number;
            };
          };
        };
      };
      400: components['responses']['bad_request'];
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      409: components['responses']['organisation_is_live'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  setTestClock: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          now: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            item: {
              /** Format: date-time */
              now: string;
              applied?: number;
            };
          };
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, or it broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this endpoint does not know the field that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field or a header is missing, of the wrong type, too long, or not of its format. What to do: correct what `field` names.
       */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['unauthorized'];
      403: components['responses']['insufficient_scope'];
      404: components['responses']['not_found'];
      408: components['responses']['request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `organisation_is_live`: broken is the rule that a live organisation has no test clock. What to do: use an organisation that is not live.
       *     - `clock_moves_forward_only`: broken is the rule that a test clock moves forward only. What to do: set a later instant.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Problem'];
        };
      };
      413: components['responses']['payload_too_large'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  issueAccessToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          client_id?: string;
          /** Format: password */
          client_secret?: string;
          /** @enum {unknown} */
          grant_type: 'none' | 'client_credentials';
          /** @description Scopes of the client, with spaces between */
          scope: string;
        };
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            access_token: string;
            /** @constant */
            token_type: 'Bearer';
            /** @description In seconds */
            expires_in: number;
            scope: string;
          };
        };
      };
      /** @description The form is not one, or asks for what is not there */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {unknown} */
            error:
              'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';
            error_description: string;
          };
        };
      };
      /** @description The client is unknown or disabled, or its secret is wrong */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {unknown} */
            error:
              'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';
            error_description: string;
          };
        };
      };
      408: components['responses']['request_timeout'];
      /** @description The form is above 10 kB */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {unknown} */
            error:
              'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';
            error_description: string;
          };
        };
      };
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  readLiveness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It runs */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            status: 'live';
          };
        };
      };
      408: components['responses']['request_timeout'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  readReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It may */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            status: 'ready';
          };
        };
      };
      408: components['responses']['request_timeout'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      /** @description It may not: what fails is named */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                status: 'not_ready';
                /** @description What fails */
                failing: string[];
              }
            | components['schemas']['Problem'];
        };
      };
    };
  };
}
