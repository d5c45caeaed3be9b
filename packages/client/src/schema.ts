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
    /**
     * Change the package of a subscription
     * @description An upgrade is carried out at once and answered with the id of the new user product. A downgrade, and a change (`default_behaviour: false`), wait for the end of the period and are answered with the id of the present one. The same request sent again is answered as it was, and done once.
     *
     *     Scope: `/external/subscription_system/w`.
     */
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
    /**
     * Preview a change
     * @description Tells what a change would come to now, or every requirement that refuses it, and gives a quote that holds for 15 minutes. Nothing is written.
     *
     *     Scope: `/external/subscription_system/w`.
     */
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
    /**
     * Take back a change
     * @description Takes back the change that waits for the end of the period.
     *
     *     Scope: `/external/account/w`.
     */
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
    /**
     * Cancel a subscription
     * @description Lets a recurring subscription end at the end of its period; until then it stays active. A change that waits is superseded. It can be taken back until it has taken effect.
     *
     *     Scope: `/external/subscription_system/w`.
     */
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
    /**
     * Reactivate a subscription
     * @description Takes a cancellation back before it has taken effect.
     *
     *     Scope: `/external/subscription_system/w`.
     */
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
    /**
     * Set the number of a subscription
     * @description Sets the number that another system knows the subscription by.
     *
     *     Scope: `/external/subscription_system/w`.
     */
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
    /**
     * Set the number of a customer
     * @description Sets the number that another system knows the account by.
     *
     *     Scope: `/external/subscription_system/w`.
     */
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
    /**
     * List the user products of an account
     * @description All user products of an account, oldest first; what is due is applied first.
     *
     *     Scope: `/external/userproduct/w`.
     */
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
    /**
     * Update a user product
     * @description Sets type, state or dates of a user product; what is left out stays as it is.
     *
     *     Scope: `/external/userproduct/w`.
     */
    put: operations['updateUserProduct'];
    /**
     * Create a user product
     * @description Gives an account a package for a time; the provision service is that of the client.
     *
     *     Scope: `/external/userproduct/w`.
     */
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
    /**
     * Change the package of an own subscription
     * @description Upgrades, downgrades or changes the package of one of the subscriptions of the account that the token names. Without `target_period_id` it is the period of one month with the payment method that the subscription has.
     *
     *     Scope: `/external/me/w`, in a token that names an account.
     */
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
    /**
     * Take back a change of an own subscription
     * @description Takes back the change that waits in one of the own subscriptions.
     *
     *     Scope: `/external/me/w`, in a token that names an account.
     */
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
    /**
     * List what an own subscription may change to
     * @description Tells which of these packages one of the own subscriptions may be changed to. Of `product_codes`, separated by commas, the first five are looked at.
     *
     *     Scope: `/external/me/r`, in a token that names an account.
     */
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
    /**
     * List packages
     * @description The packages on sale, or all of them with `include_inactive`. With `id` or `product_code`, of which at most one is taken, that one whether or not it is on sale.
     *
     *     Scope: `/external/product/r`.
     */
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
    /**
     * List the payment periods of a package
     * @description The payment periods of a package, disabled ones too. Exactly one of `product_id`, `product_code` and `id`, which means `product_id`, names the package.
     *
     *     Scope: `/external/product/r`.
     */
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
    /**
     * List the subscriptions of an account
     * @description All user products of an account in their rich form, oldest first.
     *
     *     Scope: `/external/subscription/r`.
     */
    get: operations['listSubscriptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/subscription/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Search subscriptions
     * @description Subscriptions of all accounts, newest first, as they stand. `q` is all of an account id, a customer number, a subscription number, an order number, or the id of a user product or a change. A page may be short, or empty, and still have a `next`.
     *
     *     Scope: `/external/subscription/r`.
     */
    get: operations['searchSubscriptions'];
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
    /**
     * List the changes of an account
     * @description What was asked of the user products of an account, what was decided, and what came of it, oldest first. What was just answered is among it. `next` is null at the end.
     *
     *     Scope: `/external/subscription/r`.
     */
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
    /**
     * List the changes that wait in the own subscriptions
     * @description What waits for the end of a period in the own subscriptions, by what it is.
     *
     *     Scope: `/external/me/r`, in a token that names an account.
     */
    get: operations['listOwnPendingChanges'];
    /**
     * List the changes that wait, asked in a body
     * @description Answers as GET does; nothing is written.
     *
     *     Scope: `/external/me/r`, in a token that names an account.
     */
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
    /**
     * List events
     * @description The log of events, in its order. `next` is the `after` to go on with, now or later; it is null where nothing follows yet, and then the same `after` is asked again. With `type`, a page may be empty and still have a `next`.
     *
     *     Scope: `/external/event/r`.
     */
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
    /**
     * List webhook endpoints
     * @description All addresses that events are sent to.
     *
     *     Scope: `/external/webhook/w`.
     */
    get: operations['listWebhookEndpoints'];
    put?: never;
    /**
     * Register a webhook endpoint
     * @description Has events sent from now on; the secret that signs them is told this once.
     *
     *     Scope: `/external/webhook/w`.
     */
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
    /**
     * Find a webhook endpoint
     * @description One of the addresses that events are sent to.
     *
     *     Scope: `/external/webhook/w`.
     */
    get: operations['findWebhookEndpoint'];
    /**
     * Update a webhook endpoint
     * @description Changes where events are sent, which, or whether; what is left out stays as it is.
     *
     *     Scope: `/external/webhook/w`.
     */
    put: operations['updateWebhookEndpoint'];
    post?: never;
    /**
     * Remove a webhook endpoint
     * @description Sends nothing more there, and forgets what waits.
     *
     *     Scope: `/external/webhook/w`.
     */
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
    /**
     * Rotate the secret of a webhook endpoint
     * @description Makes a new secret, which is told this once. The old one signs as well for `overlap_hours`, 24 where they are left out.
     *
     *     Scope: `/external/webhook/w`.
     */
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
    /**
     * Send events once more
     * @description Sends the events after one event and before another once more, neither of these included; both are optional.
     *
     *     Scope: `/external/webhook/w`.
     */
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
    /**
     * List the deliveries of a webhook endpoint
     * @description What was sent to an endpoint and what came of it, in the order of the log.
     *
     *     Scope: `/external/webhook/w`.
     */
    get: operations['listWebhookDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/webhook_endpoints/{id}/example': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send an example event
     * @description Sends one made-up event of a type to this endpoint alone, signed as all are and with `"example": true` beside its type, and tells what the receiver said. It is in no log and is not tried again. An endpoint that is disabled, or does not want that type, gets it too.
     *
     *     Scope: `/external/webhook/w`.
     */
    post: operations['sendWebhookExample'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/subscription_system/undo_change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Undo a change
     * @description Takes the last change of a subscription back, as if it had not been: one that waits, or one that has taken effect. For corrections by the publisher; a customer takes back what waits.
     *
     *     Scope: `/external/subscription_system/w`.
     */
    post: operations['undoChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/subscription_system/erase_account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Erase an account
     * @description Erases what is personal of an account of which nothing goes on. Its events stay in the log, emptied; invoices and credit notes stay as they are. Cut short, or refused by `account_in_use`, the same request does the rest.
     *
     *     Scope: `/external/erasure/w`.
     */
    post: operations['eraseAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/api_clients': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List API clients
     * @description Who may get tokens, and for what. Secrets are never told again.
     *
     *     Scope: `/external/client/w`.
     */
    get: operations['listApiClients'];
    /**
     * Disable or enable an API client
     * @description A disabled client can do nothing, at the latest 5 s later, whatever tokens it holds.
     *
     *     Scope: `/external/client/w`.
     */
    put: operations['switchApiClient'];
    /**
     * Add an API client
     * @description Adds a client that may do what the caller may, or less; its secret is told this once, and by no repeat: an `Idempotency-Key` is not looked at.
     *
     *     Scope: `/external/client/w`.
     */
    post: operations['addApiClient'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/api_clients/rotate_secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rotate the secret of an API client
     * @description Makes a new secret, which is told this once; the old one gets no more tokens from now on. For a client that may do what the caller may, or less. An `Idempotency-Key` is not looked at.
     *
     *     Scope: `/external/client/w`.
     */
    post: operations['rotateApiClientSecret'];
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
    /**
     * Read the test clock
     * @description Tells what time it is for an organisation that is not live.
     *
     *     Scope: `/external/test_clock/w`.
     */
    get: operations['readTestClock'];
    /**
     * Set the test clock
     * @description Moves the clock of an organisation that is not live forward. Everything that falls due on the way is applied before it is answered; a step that would end too much is refused before anything is written.
     *
     *     Scope: `/external/test_clock/w`.
     */
    put: operations['setTestClock'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/portal_sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a portal session
     * @description Makes a link that lets a customer into the portal once. The answer is a secret and is not kept: the same request under the same `Idempotency-Key` gets a new address of the same link, and the one before opens nothing more.
     *
     *     Scope: `/external/portal/w`.
     */
    post: operations['createPortalSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/me/portal_sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create an own portal session
     * @description Makes a link that lets the account that the token names into the portal once. The answer is a secret and is not kept: the same request under the same `Idempotency-Key` gets a new address of the same link, and the one before opens nothing more.
     *
     *     Scope: `/external/me/w`, in a token that names an account.
     */
    post: operations['createOwnPortalSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/external/api/v1/portal_sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End a portal session
     * @description Ends a link, and the session of whoever came by it.
     *
     *     Scope: `/external/portal/w`.
     */
    delete: operations['endPortalSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/catalogue/product-groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List product groups
     * @description Every group of products that a subscription may be switched between, a page at a time.
     *
     *     Scope: `product-group:read`.
     */
    get: operations['listProductGroups'];
    put?: never;
    /**
     * Create a product group
     * @description Makes a group of memberships: a product each, with the price plans that it may be had on, its position, and how it is entered and left. `tiers` is another name for `memberships`.
     *
     *     Scope: `product-group:write`.
     */
    post: operations['createProductGroup'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/catalogue/product-groups/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a product group
     * @description One group with its memberships, by position.
     *
     *     Scope: `product-group:read`.
     */
    get: operations['readProductGroup'];
    /**
     * Replace a product group
     * @description Sets a group; memberships that are sent replace the list. A row is an existing membership by its `id`, else by its product. A membership in use keeps its product and cannot go.
     *
     *     Scope: `product-group:write`.
     */
    put: operations['replaceProductGroup'];
    post?: never;
    /**
     * Delete a product group
     * @description Removes a group of which no membership is in use.
     *
     *     Scope: `product-group:write`.
     */
    delete: operations['deleteProductGroup'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/catalogue/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List products
     * @description Every product, archived ones too, a page at a time.
     *
     *     Scope: `product:read`.
     */
    get: operations['listCatalogueProducts'];
    put?: never;
    /**
     * Create a product
     * @description Makes a product; its `number` is its code in the Payway API, and cannot be edited.
     *
     *     Scope: `product:write`.
     */
    post: operations['createCatalogueProduct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/catalogue/products/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a product
     * @description One product, archived or not.
     *
     *     Scope: `product:read`.
     */
    get: operations['readCatalogueProduct'];
    /**
     * Update a product
     * @description Sets the name of a product, and whether it is archived.
     *
     *     Scope: `product:write`.
     */
    put: operations['updateCatalogueProduct'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/price-plans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List price plans
     * @description Price plans, of one `product` where it is named; archived ones only where they are asked for.
     *
     *     Scope: `price-plan:read`.
     */
    get: operations['listPricePlans'];
    put?: never;
    /**
     * Create a price plan
     * @description Makes a price plan of a product: how often, how much, and how that is charged.
     *
     *     Scope: `price-plan:write`.
     */
    post: operations['createPricePlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/price-plans/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a price plan
     * @description One price plan, archived or not.
     *
     *     Scope: `price-plan:read`.
     */
    get: operations['readPricePlan'];
    /**
     * Update a price plan
     * @description Sets a price plan; what is left out stays. Product, type, interval and currency cannot be edited. Items keep what they were sold at until they are renewed.
     *
     *     Scope: `price-plan:write`.
     */
    put: operations['updatePricePlan'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List customers
     * @description Every customer, a page at a time. Nothing personal is held here.
     *
     *     Scope: `customer:read`.
     */
    get: operations['listCustomers'];
    put?: never;
    /**
     * Create a customer
     * @description Makes a customer. Its number is kept; whatever else is sent is taken and not kept.
     *
     *     Scope: `customer:write`.
     */
    post: operations['createCustomer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a customer
     * @description One customer, by its number and since when it is there.
     *
     *     Scope: `customer:read`.
     */
    get: operations['readCustomer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/subscriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List subscriptions of customers
     * @description Subscriptions, oldest first, each with its living item or its last one. A token that names an account sees that account’s alone.
     *
     *     Scope: `subscription:read`.
     */
    get: operations['listCustomerSubscriptions'];
    put?: never;
    /**
     * Create a subscription for a customer
     * @description Makes a subscription of one item in the back office, from now on or since `startDate`; what is due since then is applied and invoiced, period by period. It is on no membership of a product group.
     *
     *     Scope: `subscription:write`.
     */
    post: operations['createCustomerSubscription'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/subscriptions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a subscription of a customer
     * @description One subscription with its living item, or its last one.
     *
     *     Scope: `subscription:read`.
     */
    get: operations['readCustomerSubscription'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/subscriptions/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Cancel a subscription of a customer
     * @description Lets a subscription end at the end of its period; a pending change is superseded. One that is canceled stays so.
     *
     *     Scope: `subscription:write`.
     */
    put: operations['cancelCustomerSubscription'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/subscriptions/{id}/reactivate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Reactivate a subscription of a customer
     * @description Takes a cancellation back before it has taken effect.
     *
     *     Scope: `subscription:write`.
     */
    put: operations['reactivateCustomerSubscription'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/subscription-items/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a subscription item
     * @description One item as it is now, or, where a change has ended it, as that left it.
     *
     *     Scope: `subscription:read`.
     */
    get: operations['readSubscriptionItem'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/checkout/carts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a cart
     * @description Puts what a customer is about to buy into a cart. Nothing is sold, and no price is held, until it is completed; a cart that is open for 30 days is gone.
     *
     *     Scope: `cart:write`.
     */
    post: operations['createCart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/checkout/carts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a cart
     * @description One cart; once it is completed, with the subscription and the invoice that it has made.
     *
     *     Scope: `cart:read`.
     */
    get: operations['readCart'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/checkout/carts/{id}/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Complete a cart
     * @description Sells what is in a cart, at the price of now, and puts it on the membership that its price plan is linked to. However often it is completed, there is one subscription and one invoice.
     *
     *     Scope: `cart:write`.
     */
    put: operations['completeCart'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/subscription-items/{id}/product-group': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Assign a subscription item to a membership
     * @description Puts an item on a membership of a product group that has its product, or, with `null`, takes it off. Price and period stay as they are.
     *
     *     Scope: `subscription:write`.
     */
    put: operations['assignProductGroup'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/subscription-items/{id}/change-options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what an item may be switched to
     * @description Every membership of the item’s product group: those that apply would accept, with what each price plan would come to now and a quote that binds it for 15 minutes, and those that it would refuse, with every reason. Nothing is written.
     *
     *     Scope: `subscription:read`.
     */
    get: operations['listChangeOptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/product-group-memberships/{id}/apply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Switch an item to a membership
     * @description Switches an item to a membership of its product group, at once or at the end of its period, as the membership says; the rest of what was paid is credited as it says. The same request sent again is answered as it was, and done once.
     *
     *     Scope: `subscription:write`.
     */
    post: operations['applyMembership'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/subscription-items/{id}/pending-change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take back a pending change
     * @description Takes back the change that waits for the end of the period: the item goes on as it is.
     *
     *     Scope: `subscription:write`.
     */
    delete: operations['takeBackPendingChange'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/invoices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List invoices and credit notes
     * @description Invoices and credit notes, by what they are of. A token that names an account sees that account’s alone.
     *
     *     Scope: `invoice:read`.
     */
    get: operations['listInvoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/invoices/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an invoice or a credit note
     * @description One document with its positions.
     *
     *     Scope: `invoice:read`.
     */
    get: operations['readInvoice'];
    put?: never;
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
    /**
     * Issue an access token
     * @description Issues a token for a client, by its id and secret, for scopes that the client holds.
     */
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
    /**
     * Read liveness
     * @description Tells whether this process runs.
     */
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
    /**
     * Read readiness
     * @description Tells whether this process may be sent requests.
     */
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
    /** @description What was written, by its id */
    WrittenId: {
      id: components['schemas']['Id'];
    };
    /** @description 24 hexadecimal digits in lower case */
    Id: string;
    /** @description Why a request was refused; nothing was written */
    Problem: {
      /** @description docs/errors.md says what each means */
      code: string;
      /** @description For people; it may be worded differently later */
      message: string;
      /** @description The parameter or header at fault */
      field?: string;
      /** @description All faults, the first included, where there is more than one; 20 at most */
      errors?: components['schemas']['Fault'][];
      /** @description How many more faults there are than `errors` lists */
      more_errors?: number;
    };
    /** @description One thing that is wrong with a request */
    Fault: {
      /** @description docs/errors.md says what each means */
      code: string;
      /** @description For people; it may be worded differently later */
      message: string;
      /** @description The parameter or header at fault */
      field?: string;
    };
    ChangePreviewAnswer: {
      item: components['schemas']['ChangePreview'];
    };
    /** @description What a change would come to; where it is refused, only `refusals` says something */
    ChangePreview: {
      allowed: boolean;
      kind: components['schemas']['ChangeKind'] | null;
      rule: string | null;
      effective_at: string | null;
      target_package: components['schemas']['TargetPackage'] | null;
      target_period: components['schemas']['SoldPeriod'] | null;
      valid_to: string | null;
      amounts: components['schemas']['ChangeAmounts'] | null;
      refusals: components['schemas']['ChangeRefusal'][];
      /** @description Sent with the change, it holds what was previewed */
      quote: string | null;
      /** @description When the quote ends */
      expires_at: string | null;
    };
    /** @enum {string} */
    ChangeKind: 'upgrade' | 'downgrade' | 'change';
    /** @description The package that a change is to; `name` is null where the catalogue has lost it */
    TargetPackage: {
      id: components['schemas']['Id'];
      code: string;
      name: string | null;
      tags: components['schemas']['PackageTag'][];
    };
    PackageTag: {
      name: string;
      type: string;
    };
    /** @description A payment period as it is, or will be, sold */
    SoldPeriod: {
      id: components['schemas']['Id'];
      payment_method: string;
      type: components['schemas']['SubscriptionType'];
      iteration_type: components['schemas']['IterationType'];
      iteration_length: number;
      price: number;
      /** @description ISO 4217 */
      currency: string;
    };
    /**
     * @description Whether a subscription renews itself
     * @enum {string}
     */
    SubscriptionType: 'recurring' | 'limited' | 'single';
    /** @enum {string} */
    IterationType: 'day' | 'week' | 'month' | 'year';
    /** @description What a change is worth, in major units */
    ChangeAmounts: {
      /** @description ISO 4217 */
      currency: string;
      /** @description What the old period still stands for */
      value_left: number;
      /** @description What of it becomes time on the new one */
      value_carried: number;
      next_renewal: number | null;
    };
    /** @description A requirement that is not met */
    ChangeRefusal: {
      code: string;
      message: string;
      facts: components['schemas']['ChangeFacts'];
    };
    /** @description What a requirement was checked on, by name */
    ChangeFacts: {
      [key: string]: string | number | boolean | null;
    };
    UserProductList: {
      items: components['schemas']['UserProduct'][];
    };
    /** @description What an account has: one package, for a time */
    UserProduct: {
      id: components['schemas']['Id'];
      order_id: string | null;
      /** Format: date-time */
      created: string;
      /** Format: date-time */
      updated: string;
      /** @description The code of the package */
      product_code: string;
      title_code: string | null;
      /** Format: date-time */
      valid_from: string;
      valid_to: string | null;
      provision_service: string;
      subscription_type: components['schemas']['SubscriptionType'];
      state: components['schemas']['UserProductState'];
      has_pending_change_request: boolean;
      external_start_date: string | null;
      /** @description Counts its writes; what `If-Match` takes */
      version: number;
    };
    /** @enum {string} */
    UserProductState: 'activated' | 'cancelled' | 'deactivated' | 'pending' | 'frozen';
    AvailableChangesAnswer: {
      item: components['schemas']['AvailableChanges'];
    };
    /** @description Codes of packages, by what a change to them is */
    AvailableChanges: {
      upgrades: string[];
      downgrades: string[];
    };
    PackageList: {
      items: components['schemas']['Package'][];
    };
    /** @description What is sold */
    Package: {
      id: components['schemas']['Id'];
      product_code: string;
      integration_code: string | null;
      title_code: string | null;
      name: string;
      description: string | null;
      /** @description 0: it has no rank */
      rank: number;
      customer_can_cancel: boolean;
      vat_code: string | null;
      valid_from: string | null;
      valid_to: string | null;
      tags: components['schemas']['PackageTag'][];
      /** @description Whether it is not on sale */
      expired: boolean;
      price_periods: components['schemas']['PaymentPeriod'][];
    };
    /** @description One way to pay for a package; price in major units */
    PaymentPeriod: {
      id: components['schemas']['Id'];
      payment_method: string;
      type: components['schemas']['SubscriptionType'];
      iteration_type: components['schemas']['IterationType'];
      iteration_length: number;
      price: number;
      /** @description ISO 4217 */
      currency: string;
      enabled: boolean;
      details: components['schemas']['PaymentPeriodDetails'];
    };
    PaymentPeriodDetails: {
      /** @description How long the period lasts, such as `1 month` */
      name: string;
      /** @description The payment method */
      type: string;
    };
    PaymentPeriodList: {
      items: components['schemas']['PaymentPeriod'][];
    };
    SubscriptionList: {
      items: components['schemas']['Subscription'][];
    };
    /** @description A user product in its rich form */
    Subscription: {
      id: components['schemas']['Id'];
      order_id: string | null;
      /** Format: date-time */
      created: string;
      /** Format: date-time */
      updated: string;
      /** @description The code of the package */
      product_code: string;
      title_code: string | null;
      /** Format: date-time */
      valid_from: string;
      valid_to: string | null;
      provision_service: string;
      subscription_type: components['schemas']['SubscriptionType'];
      state: components['schemas']['UserProductState'];
      has_pending_change_request: boolean;
      external_start_date: string | null;
      /** @description Counts its writes; what `If-Match` takes */
      version: number;
      subscription_number: string | null;
      subscription_next_price: number | null;
      /** @description The payment method */
      payment_option: string;
      payment_option_details: components['schemas']['PaymentOption'];
      campaign_end_date: string | null;
      subscription_end_date: string | null;
    };
    /** @description The payment period as it was sold */
    PaymentOption: {
      period_id: components['schemas']['Id'];
      iteration_type: components['schemas']['IterationType'];
      iteration_length: number;
      price: number;
      /** @description ISO 4217 */
      currency: string;
    };
    FoundSubscriptionList: {
      items: components['schemas']['FoundSubscription'][];
      /** @description The `after` to go on with; null at the end */
      next: string | null;
    };
    /** @description A subscription, and whose it is */
    FoundSubscription: {
      id: components['schemas']['Id'];
      order_id: string | null;
      /** Format: date-time */
      created: string;
      /** Format: date-time */
      updated: string;
      /** @description The code of the package */
      product_code: string;
      title_code: string | null;
      /** Format: date-time */
      valid_from: string;
      valid_to: string | null;
      provision_service: string;
      subscription_type: components['schemas']['SubscriptionType'];
      state: components['schemas']['UserProductState'];
      has_pending_change_request: boolean;
      external_start_date: string | null;
      /** @description Counts its writes; what `If-Match` takes */
      version: number;
      subscription_number: string | null;
      subscription_next_price: number | null;
      /** @description The payment method */
      payment_option: string;
      payment_option_details: components['schemas']['PaymentOption'];
      campaign_end_date: string | null;
      subscription_end_date: string | null;
      account_id: components['schemas']['Id'];
      customer_number: string | null;
    };
    ChangeList: {
      items: components['schemas']['Change'][];
      /** @description The `after` to go on with; null at the end */
      next: string | null;
    };
    /** @description What was asked, what was decided, and what came of it */
    Change: {
      id: components['schemas']['Id'];
      user_product_id: components['schemas']['Id'];
      /** @description The user product that it made; null where it has made none */
      successor_id: string | null;
      kind: components['schemas']['ChangeKind'];
      behaviour: components['schemas']['ChangeBehaviour'];
      state: components['schemas']['ChangeState'];
      /** @description The rule that decided which kind it is */
      rule: string;
      requirements: components['schemas']['ChangeRequirement'][];
      /** Format: date-time */
      requested_at: string;
      requested_by: string;
      /** Format: date-time */
      effective_at: string;
      target_package: components['schemas']['TargetPackage'];
      target_period: components['schemas']['SoldPeriod'];
      quantity: number;
      amounts: components['schemas']['ChangeAmounts'] | null;
      /** @description What it gave back; null under Payway’s rules */
      credit: number | null;
      /** @description What was owed of the old period */
      used: number | null;
      /** @description What the new period was charged with */
      charge: number | null;
      documents: components['schemas']['ChangeDocuments'] | null;
      event_ids: components['schemas']['Id'][];
    };
    /**
     * @description `default`: an upgrade or a downgrade, by rank or price. `explicit`: a change, whatever these are. `group`: by the tiers of a product group
     * @enum {string}
     */
    ChangeBehaviour: 'default' | 'explicit' | 'group';
    /**
     * @description `created` waits for the end of the period
     * @enum {string}
     */
    ChangeState: 'created' | 'applied' | 'cancelled' | 'superseded' | 'failed';
    /** @description One requirement as it was checked */
    ChangeRequirement: {
      code: string;
      passed: boolean;
      facts: components['schemas']['ChangeFacts'];
    };
    /** @description The documents that it has caused */
    ChangeDocuments: {
      credit_note: string | null;
      invoice: string | null;
    };
    PendingChangesAnswer: {
      items: components['schemas']['PendingChanges'];
    };
    /** @description What waits, by what it is */
    PendingChanges: {
      downgrades: components['schemas']['PendingChange'][];
      changes: components['schemas']['PendingChange'][];
    };
    /** @description A change that waits for the end of the period */
    PendingChange: {
      id: components['schemas']['Id'];
      /** @constant */
      state: 'created';
      /** Format: date-time */
      created: string;
      target_package: components['schemas']['TargetPackage'];
      /** @description Such as `249.50 SEK / 3 months` */
      price_description: string;
      /** Format: date-time */
      change_date: string;
    };
    EventList: {
      items: components['schemas']['Event'][];
      /** @description The `after` to go on with; null at the end */
      next: string | null;
    };
    /** @description Something that happened to a subscription */
    Event: {
      id: components['schemas']['Id'];
      /** @description Counts the events of a subscription, without gaps */
      sequence: number;
      type: components['schemas']['EventType'];
      /** Format: date-time */
      occurred_at: string;
      organisation_id: components['schemas']['Id'];
      account_id: components['schemas']['Id'];
      user_product_id: components['schemas']['Id'];
      /** @description The first user product of the subscription */
      subscription_id: components['schemas']['Id'];
      change_id: string | null;
      before: components['schemas']['EventSide'] | null;
      after: components['schemas']['EventSide'] | null;
      document: components['schemas']['BillingDocument'] | null;
      settlement: components['schemas']['EventSettlement'] | null;
    };
    /** @enum {string} */
    EventType:
      | 'package_upgrade'
      | 'package_upgrade_scheduled'
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
      | 'invoice.created'
      | 'credit_note.created'
      | 'credit_note.send_requested';
    /** @description How it was on one side of an event */
    EventSide: {
      user_product: components['schemas']['EventUserProduct'];
      package: components['schemas']['EventPackage'];
    };
    /** @description The user product on one side of an event */
    EventUserProduct: {
      id: components['schemas']['Id'];
      subscription_id: components['schemas']['Id'];
      order_id: string | null;
      subscription_number: string | null;
      external_start_date: string | null;
      created_from: components['schemas']['CreatedFrom'];
      /** Format: date-time */
      created: string;
      /** Format: date-time */
      updated: string;
      /** @description The code of the package */
      product_code: string;
      title_code: string | null;
      period: components['schemas']['EventPeriod'];
      quantity: number;
      product_group_membership: components['schemas']['EventMembership'] | null;
      billing: components['schemas']['EventBilling'];
      subscription_type: components['schemas']['SubscriptionType'];
      state: components['schemas']['UserProductState'];
      provision_service: string;
      /** Format: date-time */
      valid_from: string;
      valid_to: string | null;
      anchor: components['schemas']['Anchor'];
      paid: components['schemas']['EventPaid'] | null;
      cancelled_at: string | null;
      cancellation: components['schemas']['Cancellation'] | null;
      pending_change: components['schemas']['EventPendingChange'] | null;
      /** @description Counts its writes; what `If-Match` takes */
      version: number;
    };
    /**
     * @description What made the user product
     * @enum {string}
     */
    CreatedFrom: 'import' | 'api' | 'upgrade' | 'downgrade' | 'package_change' | 'undo';
    /** @description A payment period as it was sold; its price in major units of `currency` */
    EventPeriod: {
      id: components['schemas']['Id'];
      payment_method: string;
      type: components['schemas']['SubscriptionType'];
      iteration_type: components['schemas']['IterationType'];
      iteration_length: number;
      price: number;
      /** @description ISO 4217 */
      currency: string;
      pay_in_advance: boolean;
      pro_rata: boolean;
    };
    /** @description The tier of a product group that it is on */
    EventMembership: {
      id: components['schemas']['Id'];
    };
    /** @description Whether it is billed by documents, and what of the current period was paid and given back */
    EventBilling: {
      documents: boolean;
      paid: number | null;
      credited: number | null;
    };
    /** @description What its period ends are counted from */
    Anchor: {
      /** Format: date-time */
      at: string;
      billing_day: number;
    };
    /** @description What was paid: `amount` buys `for_ms` milliseconds, and `from` … `to` is bought at that rate */
    EventPaid: {
      amount: number;
      /** @description ISO 4217 */
      currency: string;
      /** Format: int64 */
      for_ms: number;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      credited: number;
      document: string | null;
    };
    /** @description What was said when it was cancelled */
    Cancellation: {
      reason_id: string | null;
      credit_invoice_if_sent: boolean;
    };
    /** @description A change that waited for the end of the period */
    EventPendingChange: {
      id: components['schemas']['Id'];
      kind: components['schemas']['PendingChangeKind'];
      /** Format: date-time */
      created: string;
      /** Format: date-time */
      change_date: string;
      target_package: components['schemas']['EventTargetPackage'];
      target_period: components['schemas']['EventPeriod'];
    };
    /** @enum {string} */
    PendingChangeKind: 'upgrade' | 'downgrade' | 'change';
    EventTargetPackage: {
      id: components['schemas']['Id'];
      code: string;
    };
    /** @description Its package; null stands where the catalogue did not know it any more */
    EventPackage: {
      id: components['schemas']['Id'];
      code: string;
      kind: components['schemas']['PackageKind'] | null;
      name: string | null;
      rank: number | null;
    };
    /** @enum {string} */
    PackageKind: 'package' | 'campaign' | 'bundle' | 'single_sale';
    /** @description An invoice or a credit note */
    BillingDocument: {
      id: components['schemas']['ResourceId'];
      type: components['schemas']['DocumentType'];
      status: components['schemas']['DocumentStatus'];
      number: string | null;
      /** @description ISO 4217 */
      currencyCode: string;
      customer: components['schemas']['ResourceId'];
      subscription: components['schemas']['ResourceId'];
      referencedInvoice: string | null;
      referencedNumber: string | null;
      reason: 'order_change' | null;
      /** Format: date-time */
      creationDate: string;
      netAmount: components['schemas']['Money'];
      positions: components['schemas']['DocumentPosition'][];
    };
    /** @description 24 hexadecimal digits in lower case */
    ResourceId: string;
    /** @enum {string} */
    DocumentType: 'TYPE_INVOICE' | 'TYPE_CREDIT_NOTE';
    /** @enum {string} */
    DocumentStatus: 'STATUS_FINALIZING' | 'STATUS_FINALIZED';
    /** @description Minor units of the currency, and how many decimals those are */
    Money: {
      amount: number;
      precision: number;
      /** @description ISO 4217 */
      currencyCode: string;
    };
    /** @description One line of a document */
    DocumentPosition: {
      name: string;
      quantity: number;
      unitPrice: components['schemas']['Money'];
      netAmount: components['schemas']['Money'];
      /** Format: date-time */
      serviceDateFrom: string;
      /**
       * Format: date-time
       * @description Not included
       */
      serviceDateTo: string;
      kind: components['schemas']['PositionKind'];
      share: components['schemas']['PositionShare'] | null;
      product: components['schemas']['ResourceId'];
      pricePlan: components['schemas']['ResourceId'];
      subscriptionItem: components['schemas']['ResourceId'];
    };
    /** @enum {string} */
    PositionKind: 'period' | 'used' | 'credit' | 'reinstated';
    /** @description Which part of a period a position is of */
    PositionShare: {
      parts: number;
      whole: number;
      unit: components['schemas']['ShareUnit'];
    };
    /** @enum {string} */
    ShareUnit: 'day' | 'millisecond';
    /** @description What a change within a product group came to; `due_now` may be negative */
    EventSettlement: {
      /** @description ISO 4217 */
      currency: string;
      credit: number;
      used: number;
      charge: number;
      due_now: number;
    };
    WebhookEndpointList: {
      items: components['schemas']['WebhookEndpoint'][];
    };
    /** @description An address that events are sent to */
    WebhookEndpoint: {
      id: components['schemas']['Id'];
      url: string;
      /** @description Which events it gets; null: all */
      types: components['schemas']['EventType'][] | null;
      enabled: boolean;
      /** Format: date-time */
      created: string;
    };
    NewWebhookEndpointAnswer: {
      item: components['schemas']['NewWebhookEndpoint'];
    };
    NewWebhookEndpoint: {
      id: components['schemas']['Id'];
      url: string;
      /** @description Which events it gets; null: all */
      types: components['schemas']['EventType'][] | null;
      enabled: boolean;
      /** Format: date-time */
      created: string;
      /** @description Signs what is sent; it is told this once */
      secret: string;
    };
    WebhookEndpointAnswer: {
      item: components['schemas']['WebhookEndpoint'];
    };
    WebhookSecretAnswer: {
      item: components['schemas']['WebhookSecret'];
    };
    WebhookSecret: {
      /** @description Signs what is sent; it is told this once */
      secret: string;
    };
    WebhookReplayAnswer: {
      item: components['schemas']['WebhookReplay'];
    };
    WebhookReplay: {
      /** @description How many events are sent once more */
      queued: number;
    };
    DeliveryList: {
      items: components['schemas']['Delivery'][];
      /** @description The `after` to go on with; null at the end */
      next: string | null;
    };
    /** @description One event at one endpoint, with its last tries */
    Delivery: {
      event_id: components['schemas']['Id'];
      type: components['schemas']['EventType'];
      state: components['schemas']['DeliveryState'];
      tries: number;
      replays: number;
      next_attempt_at: string | null;
      attempts: components['schemas']['DeliveryAttempt'][];
    };
    /** @enum {string} */
    DeliveryState: 'pending' | 'delivered' | 'failed' | 'dead';
    DeliveryAttempt: {
      /** Format: date-time */
      at: string;
      status: number | null;
      failure: string | null;
      duration_ms: number;
      /** @description The first 1 kB of what the receiver said */
      answer: string | null;
    };
    WebhookExampleAnswer: {
      item: components['schemas']['DeliveryAttempt'];
    };
    UndoneChangeAnswer: {
      item: components['schemas']['UndoneChange'];
    };
    UndoneChange: {
      /** @description The user product that goes on */
      id: components['schemas']['Id'];
      /**
       * @description Whether it waited, or had taken effect
       * @enum {string}
       */
      was: 'pending' | 'applied';
    };
    ErasedAccountAnswer: {
      item: components['schemas']['ErasedAccount'];
    };
    ErasedAccount: {
      account_id: components['schemas']['Id'];
      /** @description How many user products are gone */
      user_products: number;
      /** @description How many changes are gone */
      changes: number;
      /** @description How many events of the log say nothing personal any more */
      events: number;
    };
    ApiClientList: {
      items: components['schemas']['ApiClient'][];
    };
    /** @description Who may get tokens for this API */
    ApiClient: {
      client_id: string;
      scopes: string[];
      provision_service: string;
      enabled: boolean;
    };
    NewApiClientAnswer: {
      item: components['schemas']['ApiClientSecret'];
    };
    ApiClientSecret: {
      client_id: string;
      /** @description What it signs in with; it is told this once */
      secret: string;
    };
    ApiClientSecretAnswer: {
      item: components['schemas']['ApiClientSecret'];
    };
    SwitchedApiClientAnswer: {
      item: components['schemas']['SwitchedApiClient'];
    };
    SwitchedApiClient: {
      client_id: string;
      enabled: boolean;
    };
    TestClockAnswer: {
      item: components['schemas']['TestClock'];
    };
    TestClock: {
      /** Format: date-time */
      now: string;
      /** @description How many period ends were applied when the clock was set */
      applied?: number;
    };
    PortalSessionAnswer: {
      item: components['schemas']['PortalSession'];
    };
    /** @description A one-time way into the portal */
    PortalSession: {
      id: components['schemas']['Id'];
      /** @description Opens the portal once; it is told this once */
      url: string;
      /** Format: date-time */
      expires_at: string;
    };
    ProductGroupCollection: {
      data: components['schemas']['ProductGroup'][];
      meta: components['schemas']['PageMeta'];
    };
    /** @description Products that a subscription may be switched between */
    ProductGroup: {
      id: components['schemas']['ResourceId'];
      name: string;
      enabled: boolean;
      forceSameBillingInterval: boolean;
      memberships: components['schemas']['ProductGroupMembership'][];
      /** @description Counts its writes; what `If-Match` takes */
      version: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description A product within a group; higher is better */
    ProductGroupMembership: {
      id: components['schemas']['ResourceId'];
      product: components['schemas']['ProductOfMembership'];
      pricePlans: components['schemas']['PricePlanOfMembership'][];
      position: number;
      label: string | null;
      upgradeable: boolean;
      downgradeable: boolean;
      changeTiming: components['schemas']['ChangeTiming'];
      creditType: components['schemas']['CreditType'];
    };
    ProductOfMembership: {
      id: components['schemas']['ResourceId'];
      name: string | null;
    };
    /** @description A price plan as a membership lists it */
    PricePlanOfMembership: {
      id: components['schemas']['ResourceId'];
      internalName: string;
      /** @description Days, weeks, months or years, as in `1M` */
      billingInterval: string;
      /** @description ISO 4217 */
      currencyCode: string;
      price: components['schemas']['PlanPrice'];
      status: components['schemas']['PricePlanStatus'];
    };
    /** @description Minor units of the `currencyCode` beside it */
    PlanPrice: {
      amount: number;
    };
    /** @enum {string} */
    PricePlanStatus: 'active' | 'archived';
    /** @enum {string} */
    ChangeTiming: 'immediately' | 'end_of_period';
    /** @enum {string} */
    CreditType: 'pro_rata' | 'full' | 'last_invoiced' | 'none';
    PageMeta: {
      pagination: components['schemas']['Pagination'];
    };
    Pagination: {
      totalItems: number;
      itemsPerPage: number;
      currentPage: number;
      lastPage: number;
    };
    /** @description Why a request was refused; nothing was written */
    ProblemDetails: {
      type: string;
      title: string;
      status: number;
      /** @description For people; it may be worded differently later */
      detail: string;
      /** @description docs/errors.md says what each means */
      code: string;
      violations?: components['schemas']['Violation'][];
      /** @description How many more there are than `violations` lists */
      moreViolations?: number;
      refusals?: components['schemas']['RuleRefusal'][];
    };
    /** @description What is wrong with one field */
    Violation: {
      /** @description As in `memberships[1].pricePlans[0]` */
      propertyPath: string;
      message: string;
      code: string;
    };
    /** @description A rule that does not hold, and what it was checked on */
    RuleRefusal: {
      code: string;
      detail: string;
      facts: {
        [key: string]: unknown;
      };
    };
    ProductCollection: {
      data: components['schemas']['Product'][];
      meta: components['schemas']['PageMeta'];
    };
    /** @description What is sold */
    Product: {
      id: components['schemas']['ResourceId'];
      name: string;
      /** @description The code of the package in the Payway API */
      number: string;
      /** @constant */
      type: 'product';
      isArchived: boolean;
      /** @description Counts its writes; what `If-Match` takes */
      version: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    PricePlanCollection: {
      data: components['schemas']['PricePlan'][];
      meta: components['schemas']['PageMeta'];
    };
    /** @description One way to pay for a product, at regular intervals */
    PricePlan: {
      id: components['schemas']['ResourceId'];
      internalName: string;
      /** @description Days, weeks, months or years, as in `1M` */
      billingInterval: string;
      /** @description ISO 4217 */
      currencyCode: string;
      price: components['schemas']['PlanPrice'];
      type: components['schemas']['PricePlanType'];
      /** @description False: at the end of each period */
      payInAdvance: boolean;
      proRata: boolean;
      quantityEditable: boolean;
      minQuantity: number;
      /** @description Null: 1,000,000 */
      maxQuantity: number | null;
      status: components['schemas']['PricePlanStatus'];
      product: components['schemas']['NamedResource'];
      /** @description Whether a subscription item is on it, or was */
      inUse: boolean;
      /** @description Counts its writes; what `If-Match` takes */
      version: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    /** @enum {string} */
    PricePlanType: 'flat_fee' | 'per_unit';
    NamedResource: {
      id: components['schemas']['ResourceId'];
      name: string;
    };
    CustomerCollection: {
      data: components['schemas']['Customer'][];
      meta: components['schemas']['PageMeta'];
    };
    /** @description An account; nothing personal is held here */
    Customer: {
      id: components['schemas']['ResourceId'];
      customerNumber: string | null;
      /** @description Counts its writes; what `If-Match` takes */
      version: number;
      /** Format: date-time */
      createdAt: string;
    };
    CustomerSubscriptionCollection: {
      data: components['schemas']['CustomerSubscription'][];
      meta: components['schemas']['PageMeta'];
    };
    /** @description What a customer is on, whatever it became */
    CustomerSubscription: {
      id: components['schemas']['ResourceId'];
      number: string | null;
      customer: components['schemas']['ResourceId'];
      status: components['schemas']['ItemStatus'];
      /** @description The living item, or the last one */
      items: components['schemas']['SubscriptionItem'][];
      /** Format: date-time */
      createdAt: string;
      /** @description Counts its writes; what `If-Match` takes */
      version: number;
    };
    /** @enum {string} */
    ItemStatus: 'active' | 'canceled' | 'pending' | 'paused' | 'terminated';
    /** @description What a customer has: one product, on one plan */
    SubscriptionItem: {
      id: components['schemas']['ResourceId'];
      subscription: components['schemas']['ResourceId'];
      customer: components['schemas']['ResourceId'];
      name: string;
      status: components['schemas']['ItemStatus'];
      /** @constant */
      type: 'product';
      productGroupMembership: components['schemas']['MembershipOfItem'] | null;
      product: components['schemas']['ProductOfItem'];
      pricePlan: components['schemas']['SoldPricePlan'];
      quantity: number;
      billing: components['schemas']['ItemBilling'];
      currentPeriod: components['schemas']['ItemPeriod'] | null;
      pendingChange: components['schemas']['PendingItemChange'] | null;
      /** @description What a change made of it */
      successor: string | null;
      /** Format: date-time */
      activatedAt: string;
      /** @description Counts its writes; what `If-Match` takes */
      version: number;
    };
    /** @description Where in a product group an item is */
    MembershipOfItem: {
      id: components['schemas']['ResourceId'];
      label: string;
      position: number;
      productGroup: components['schemas']['NamedResource'];
    };
    ProductOfItem: {
      id: components['schemas']['ResourceId'];
      name: string;
      number: string;
    };
    /** @description A price plan as it is, or will be, sold */
    SoldPricePlan: {
      id: components['schemas']['ResourceId'];
      internalName: string;
      /** @description Days, weeks, months or years, as in `1M` */
      billingInterval: string;
      /** @description ISO 4217 */
      currencyCode: string;
      price: components['schemas']['PlanPrice'];
      type: components['schemas']['PricePlanType'];
      /** @description False: at the end of each period */
      payInAdvance: boolean;
      proRata: boolean;
      quantityEditable: boolean;
      minQuantity: number;
      /** @description Null: 1,000,000 */
      maxQuantity: number | null;
    };
    ItemBilling: {
      /** @description Whether it is told by invoices of ours */
      documents: boolean;
      payInAdvance: boolean;
      /** @description Days, weeks, months or years, as in `1M` */
      billingInterval: string;
      lastBilledAt: string | null;
      lastBilledFrom: string | null;
      lastBilledTo: string | null;
      nextBillingAt: string | null;
      /** @description For the current period */
      paid: components['schemas']['Money'];
      /** @description Of it, what was given back */
      credited: components['schemas']['Money'];
    };
    ItemPeriod: {
      /** Format: date-time */
      from: string;
      /**
       * Format: date-time
       * @description Not included
       */
      to: string;
    };
    /** @description A change that waits for the end of the period */
    PendingItemChange: {
      id: components['schemas']['ResourceId'];
      kind: components['schemas']['ItemChangeKind'];
      productGroupMembership: components['schemas']['MembershipOfItem'] | null;
      product: components['schemas']['ProductOfItem'];
      pricePlan: components['schemas']['SoldPricePlan'];
      quantity: number;
      /** Format: date-time */
      requestedAt: string;
      /** Format: date-time */
      dueAt: string;
    };
    /** @enum {string} */
    ItemChangeKind: 'upgrade' | 'downgrade' | 'change';
    /** @description What a customer is about to buy, or has bought */
    Cart: {
      id: components['schemas']['ResourceId'];
      status: components['schemas']['CartStatus'];
      customer: components['schemas']['ResourceId'];
      items: components['schemas']['CartItem'][];
      subscription: components['schemas']['CustomerSubscription'] | null;
      invoice: components['schemas']['BillingDocument'] | null;
      /** @description Counts its writes; what `If-Match` takes */
      version: number;
    };
    /** @enum {string} */
    CartStatus: 'open' | 'completed';
    CartItem: {
      product: components['schemas']['NamedResource'];
      pricePlan: components['schemas']['SoldPricePlan'];
      quantity: number;
    };
    /** @description What an item may be switched to, and what not */
    ChangeOptions: {
      current: components['schemas']['CurrentMembership'];
      hasPendingChange: boolean;
      options: components['schemas']['ChangeOption'][];
      refused: components['schemas']['RefusedOption'][];
    };
    /** @description What the item is on */
    CurrentMembership: {
      id: components['schemas']['ResourceId'];
      /** @description The product’s */
      name: string;
      label: string;
      position: number;
      product: components['schemas']['ProductOfItem'];
      pricePlan: components['schemas']['SoldPricePlan'];
      quantity: number;
      productGroup: components['schemas']['NamedResource'];
    };
    /** @description A membership that apply would accept */
    ChangeOption: {
      id: components['schemas']['ResourceId'];
      label: string;
      product: components['schemas']['ProductOfItem'];
      pricePlans: components['schemas']['PlanOption'][];
      changeTiming: components['schemas']['ChangeTiming'];
      creditType: components['schemas']['CreditType'];
      isUpgrade: boolean;
      isDowngrade: boolean;
    };
    /** @description A price plan that may be changed to */
    PlanOption: {
      id: components['schemas']['ResourceId'];
      internalName: string;
      /** @description Days, weeks, months or years, as in `1M` */
      billingInterval: string;
      /** @description ISO 4217 */
      currencyCode: string;
      price: components['schemas']['PlanPrice'];
      type: components['schemas']['PricePlanType'];
      /** @description False: at the end of each period */
      payInAdvance: boolean;
      proRata: boolean;
      quantityEditable: boolean;
      minQuantity: number;
      /** @description Null: 1,000,000 */
      maxQuantity: number | null;
      preview: components['schemas']['PlanPreview'];
    };
    /** @description What a change to that plan would come to now */
    PlanPreview: {
      kind: components['schemas']['ItemChangeKind'];
      rule: string;
      /** Format: date-time */
      effectiveAt: string;
      /**
       * Format: date-time
       * @description Of the first period on that plan
       */
      periodEnd: string;
      quantity: number;
      /** @description Given back of the old period */
      credit: components['schemas']['Money'];
      /** @description Owed for the part of the old period that was used */
      used: components['schemas']['Money'];
      /** @description For the new period */
      charge: components['schemas']['Money'];
      /** @description `used` + `charge` − `credit`; it may be below 0 */
      dueNow: components['schemas']['Money'];
      /** @description For each period after the first */
      recurring: components['schemas']['Money'] | null;
      warnings: components['schemas']['ChangeWarning'][];
      /** @description Sent with apply, it holds what is previewed */
      quote: string;
      /**
       * Format: date-time
       * @description When the quote ends
       */
      expiresAt: string;
    };
    ChangeWarning: {
      /** @constant */
      code: 'quantity_not_applied';
    };
    /** @description A membership that apply would refuse */
    RefusedOption: {
      id: components['schemas']['ResourceId'];
      label: string;
      position: number;
      refusals: components['schemas']['RuleRefusal'][];
    };
    /** @description What a change came to */
    AppliedChange: {
      subscriptionItem: components['schemas']['SubscriptionItem'];
      creditNote: components['schemas']['BillingDocument'] | null;
      invoice: components['schemas']['BillingDocument'] | null;
      /** Format: date-time */
      effectiveAt: string;
      kind: components['schemas']['ItemChangeKind'];
      rule: string;
      settlement: components['schemas']['Settlement'];
      warnings: components['schemas']['ChangeWarning'][];
    };
    /** @description What a change comes to; all 0 where it waits */
    Settlement: {
      /** @description Given back of the old period */
      credit: components['schemas']['Money'];
      /** @description Owed for the part of the old period that was used */
      used: components['schemas']['Money'];
      /** @description For the new period */
      charge: components['schemas']['Money'];
      /** @description `used` + `charge` − `credit`; it may be below 0 */
      dueNow: components['schemas']['Money'];
    };
    InvoiceCollection: {
      data: components['schemas']['BillingDocument'][];
      meta: components['schemas']['PageMeta'];
    };
    AccessToken: {
      access_token: string;
      /** @constant */
      token_type: 'Bearer';
      /** @description In seconds */
      expires_in: number;
      /** @description What the token holds, with spaces between */
      scope: string;
    };
    /** @description Why no token was issued, in the words of RFC 6749 */
    OAuthProblem: {
      error: components['schemas']['OAuthErrorCode'];
      error_description: string;
    };
    /** @enum {string} */
    OAuthErrorCode:
      'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';
    Liveness: {
      /** @constant */
      status: 'live';
    };
    Readiness: {
      /** @constant */
      status: 'ready';
    };
    ReadinessFailure: components['schemas']['NotReady'] | components['schemas']['Problem'];
    NotReady: {
      /** @constant */
      status: 'not_ready';
      /** @description What fails */
      failing: string[];
    };
    /** @description What the visitor comes to do; while it lasts, nothing else is shown */
    PortalFlow: {
      /** @enum {string} */
      type: 'change' | 'change_confirm' | 'cancel' | 'pending';
      user_product_id: string;
      package_code?: string;
      target_period_id?: string;
      tier?: string;
      price_plan?: string;
    };
    /** @description A row of a new group */
    NewMembership: {
      product: components['schemas']['ProductReference'];
      pricePlans: components['schemas']['PricePlanReference'][];
      position: number;
      label?: string | null;
      upgradeable?: boolean;
      downgradeable?: boolean;
      changeTiming?: components['schemas']['ChangeTiming'];
      creditType?: components['schemas']['CreditType'];
    };
    ProductReference: string | components['schemas']['ProductWithId'];
    ProductWithId: {
      id: string;
    } & {
      [key: string]: unknown;
    };
    PricePlanReference: string | components['schemas']['PricePlanWithId'];
    PricePlanWithId: {
      id: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A row of a group that is there; an `id` names one of its memberships */
    ReplacingMembership: {
      id?: components['schemas']['MembershipReference'];
      product: components['schemas']['ProductReference'];
      pricePlans: components['schemas']['PricePlanReference'][];
      position: number;
      label?: string | null;
      upgradeable?: boolean;
      downgradeable?: boolean;
      changeTiming?: components['schemas']['ChangeTiming'];
      creditType?: components['schemas']['CreditType'];
    };
    MembershipReference: string | components['schemas']['MembershipWithId'];
    MembershipWithId: {
      id: string;
    } & {
      [key: string]: unknown;
    };
    /** @description Minor units of the `currencyCode` beside it */
    NewPlanPrice: {
      amount: number;
    };
    CustomerReference: string | components['schemas']['CustomerWithId'];
    CustomerWithId: {
      id: string;
    } & {
      [key: string]: unknown;
    };
    OrderedItem: {
      product?: components['schemas']['ProductReference'];
      pricePlan: components['schemas']['PricePlanReference'];
      quantity?: number;
    };
    SubscriptionItemReference: string | components['schemas']['SubscriptionItemWithId'];
    SubscriptionItemWithId: {
      id: string;
    } & {
      [key: string]: unknown;
    };
    ChangeProductRequest: {
      account_id: string;
      user_product_id: string;
      package_code: string;
      target_period_id: string;
      default_behaviour?: boolean;
      quote?: string;
    };
    PreviewChangeProductRequest: {
      account_id: string;
      user_product_id: string;
      package_code: string;
      target_period_id: string;
      default_behaviour?: boolean;
    };
    CancelProductChangeRequest: {
      account_id: string;
      user_product_id: string;
    };
    CancelSubscriptionRequest: {
      account_id: string;
      user_product_id: string;
      cancellation_reason_id?: string;
      credit_invoice_if_sent?: boolean;
    };
    ReactivateSubscriptionRequest: {
      account_id: string;
      user_product_id: string;
    };
    SetSubscriptionNumberRequest: {
      account_id: string;
      user_product_id: string;
      subscription_number: string;
    };
    SetCustomerNumberRequest: {
      account_id: string;
      customer_number: string;
    };
    CreateUserProductRequest: {
      account_id: string;
      package_code: string;
      /** @enum {string} */
      subscription_type: 'recurring' | 'limited';
      valid_from: string;
      valid_to: string;
      payment_period_id?: string;
    };
    UpdateUserProductRequest: {
      account_id: string;
      product_id: string;
      /** @enum {string} */
      subscription_type?: 'recurring' | 'limited';
      /** @enum {string} */
      state?: 'activated' | 'deactivated';
      valid_from?: string;
      valid_to?: string;
    };
    ChangeOwnProductRequest: {
      id: string;
      package_code: string;
      target_period_id?: string;
      default_behaviour?: boolean;
    };
    CancelOwnProductChangeRequest: {
      id: string;
    };
    AskForOwnPendingChangesRequest: {
      user_product_id?: string;
    };
    RegisterWebhookEndpointRequest: {
      url: string;
      types?: components['schemas']['EventType'][] | null;
      enabled?: boolean;
    };
    UpdateWebhookEndpointRequest: {
      url?: string;
      types?: components['schemas']['EventType'][] | null;
      enabled?: boolean;
    };
    RotateWebhookSecretRequest: {
      overlap_hours?: number;
    };
    ReplayWebhookEventsRequest: {
      after?: string;
      before?: string;
    };
    SendWebhookExampleRequest: {
      type: components['schemas']['EventType'];
    };
    UndoChangeRequest: {
      change_id: string;
    };
    EraseAccountRequest: {
      account_id: string;
    };
    AddApiClientRequest: {
      client_id: string;
      scopes: string[];
      provision_service?: string;
    };
    RotateApiClientSecretRequest: {
      client_id: string;
    };
    SwitchApiClientRequest: {
      client_id: string;
      enabled: boolean;
    };
    SetTestClockRequest: {
      /** Format: date-time */
      now: string;
    };
    CreatePortalSessionRequest: {
      account_id: string;
      return_url: string;
      locale?: string;
      /** @enum {string} */
      delivery?: 'redirect' | 'message';
      expires_in_minutes?: number;
      offer?: string[];
      flow?: components['schemas']['PortalFlow'];
    };
    CreateOwnPortalSessionRequest: {
      return_url: string;
      locale?: string;
      /** @enum {string} */
      delivery?: 'redirect' | 'message';
      expires_in_minutes?: number;
      offer?: string[];
      flow?: components['schemas']['PortalFlow'];
    };
    CreateProductGroupRequest: {
      name: string;
      enabled: boolean;
      forceSameBillingInterval?: boolean;
      tiers?: components['schemas']['NewMembership'][];
      memberships?: components['schemas']['NewMembership'][];
    };
    ReplaceProductGroupRequest: {
      name: string;
      enabled: boolean;
      forceSameBillingInterval?: boolean;
      tiers?: components['schemas']['ReplacingMembership'][];
      memberships?: components['schemas']['ReplacingMembership'][];
      /** @description Taken, and not kept */
      id?: unknown;
      /** @description Taken, and not kept */
      version?: unknown;
      /** @description Taken, and not kept */
      createdAt?: unknown;
      /** @description Taken, and not kept */
      updatedAt?: unknown;
    };
    CreateCatalogueProductRequest: {
      name: string;
      number?: string;
      /** @enum {string} */
      type?: 'product';
      isArchived?: boolean;
      /** @description Taken, and not kept */
      productFamilies?: unknown;
      /** @description Taken, and not kept */
      translations?: unknown;
      /** @description Taken, and not kept */
      description?: unknown;
      /** @description Taken, and not kept */
      internalName?: unknown;
      /** @description Taken, and not kept */
      measurement?: unknown;
      /** @description Taken, and not kept */
      invoiceVisibility?: unknown;
      /** @description Taken, and not kept */
      costCentre?: unknown;
      /** @description Taken, and not kept */
      taxGroup?: unknown;
      /** @description Taken, and not kept */
      customFields?: unknown;
    };
    UpdateCatalogueProductRequest: {
      name: string;
      number?: string;
      /** @enum {string} */
      type?: 'product';
      isArchived?: boolean;
      /** @description Taken, and not kept */
      productFamilies?: unknown;
      /** @description Taken, and not kept */
      translations?: unknown;
      /** @description Taken, and not kept */
      description?: unknown;
      /** @description Taken, and not kept */
      internalName?: unknown;
      /** @description Taken, and not kept */
      measurement?: unknown;
      /** @description Taken, and not kept */
      invoiceVisibility?: unknown;
      /** @description Taken, and not kept */
      costCentre?: unknown;
      /** @description Taken, and not kept */
      taxGroup?: unknown;
      /** @description Taken, and not kept */
      customFields?: unknown;
      /** @description Taken, and not kept */
      id?: unknown;
      /** @description Taken, and not kept */
      version?: unknown;
      /** @description Taken, and not kept */
      createdAt?: unknown;
      /** @description Taken, and not kept */
      updatedAt?: unknown;
    };
    CreatePricePlanRequest: {
      internalName: string;
      status?: components['schemas']['PricePlanStatus'];
      type: components['schemas']['PricePlanType'];
      billingInterval: string;
      currencyCode: string;
      price: components['schemas']['NewPlanPrice'];
      payInAdvance?: boolean;
      proRata?: boolean;
      quantityEditable?: boolean;
      minQuantity?: number;
      maxQuantity?: number | null;
      product: components['schemas']['ProductReference'];
      /** @description Taken, and not kept */
      applyTrial?: unknown;
      /** @description Taken, and not kept */
      freeUnits?: unknown;
      /** @description Taken, and not kept */
      showPricePerInterval?: unknown;
      /** @description Taken, and not kept */
      salesChannel?: unknown;
      /** @description Taken, and not kept */
      custom?: unknown;
      /** @description Taken, and not kept */
      charge?: unknown;
      /** @description Taken, and not kept */
      productSetOption?: unknown;
      /** @description Taken, and not kept */
      customer?: unknown;
    };
    UpdatePricePlanRequest: {
      internalName?: string;
      status?: components['schemas']['PricePlanStatus'];
      type?: components['schemas']['PricePlanType'];
      billingInterval?: string;
      currencyCode?: string;
      price?: components['schemas']['NewPlanPrice'];
      payInAdvance?: boolean;
      proRata?: boolean;
      quantityEditable?: boolean;
      minQuantity?: number;
      maxQuantity?: number | null;
      product?: components['schemas']['ProductReference'];
      /** @description Taken, and not kept */
      applyTrial?: unknown;
      /** @description Taken, and not kept */
      freeUnits?: unknown;
      /** @description Taken, and not kept */
      showPricePerInterval?: unknown;
      /** @description Taken, and not kept */
      salesChannel?: unknown;
      /** @description Taken, and not kept */
      custom?: unknown;
      /** @description Taken, and not kept */
      charge?: unknown;
      /** @description Taken, and not kept */
      productSetOption?: unknown;
      /** @description Taken, and not kept */
      customer?: unknown;
      /** @description Taken, and not kept */
      inUse?: unknown;
      /** @description Taken, and not kept */
      id?: unknown;
      /** @description Taken, and not kept */
      version?: unknown;
      /** @description Taken, and not kept */
      createdAt?: unknown;
      /** @description Taken, and not kept */
      updatedAt?: unknown;
    };
    CreateCustomerRequest: {
      customerNumber?: string | null;
    } & {
      [key: string]: unknown;
    };
    CreateCustomerSubscriptionRequest: {
      customer: components['schemas']['CustomerReference'];
      items: components['schemas']['OrderedItem'][];
      /** Format: date-time */
      startDate?: string;
    };
    CancelCustomerSubscriptionRequest: Record<string, never>;
    ReactivateCustomerSubscriptionRequest: Record<string, never>;
    CreateCartRequest: {
      customer: components['schemas']['CustomerReference'];
      items: components['schemas']['OrderedItem'][];
      /** Format: date-time */
      startDate?: string;
    };
    CompleteCartRequest: Record<string, never>;
    AssignProductGroupRequest: {
      productGroupMembership: components['schemas']['MembershipReference'] | null;
    };
    ApplyMembershipRequest: {
      subscriptionItem: components['schemas']['SubscriptionItemReference'];
      selectedPricePlan?: components['schemas']['PricePlanReference'];
      quantity?: number;
      sendInvoiceEmail?: boolean;
      quote?: string;
    };
    AccessTokenRequest: {
      client_id?: string;
      /** Format: password */
      client_secret?: string;
      /** @enum {string} */
      grant_type: 'none' | 'client_credentials';
      /** @description Scopes of the client, with spaces between */
      scope: string;
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
    /** @description - `expectation_failed`: the header `Expect` asks for something else than `100-continue`. What to do: leave it out. */
    expectation_failed: {
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
    /** @description - `scopes_not_held`: broken is the rule that a client passes on, or is told the secret of, what it may do itself and nothing more. What to do: ask with a token of all those scopes, or let an operator do it. */
    scopes_not_held: {
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
    /** @description - `invalid_input`: the request is not valid HTTP, its body is no JSON object in UTF-8, its content type is not `application/json`, or a parameter of the query or a header is faulty; `detail` says which. What to do: correct what `detail` names. */
    product_groups_invalid_input: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `unauthorized`: the token is missing, malformed, expired, or its client is disabled. What to do: get a new token. */
    product_groups_unauthorized: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `insufficient_scope`: the token lacks the permission that `WWW-Authenticate` names. What to do: ask for that permission as a scope. */
    product_groups_insufficient_scope: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `not_found`: what the path names is unknown here, or no id; or the token names an account, and it is not that account’s. What to do: check the id and the token. */
    product_groups_not_found: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `request_timeout`: the request took too long to arrive. What to do: send it again. */
    product_groups_request_timeout: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `expectation_failed`: the header `Expect` asks for something else than `100-continue`. What to do: leave it out. */
    product_groups_expectation_failed: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `too_many_requests`: the client sends more requests a minute than it may. What to do: wait for `Retry-After` seconds. */
    product_groups_too_many_requests: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `headers_too_large`: the headers are too large. What to do: send fewer or shorter ones. */
    product_groups_headers_too_large: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `internal_server_error`: something unexpected went wrong; it is logged with the request’s `X-Request-Id`. What to do: send it again; report the id. */
    product_groups_internal_server_error: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `service_unavailable`: the database cannot be reached, or others kept changing the same item; the request may or may not have been done. What to do: send the same again after `Retry-After` seconds: a repeat is recognised. */
    product_groups_service_unavailable: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `version_mismatch`: the version in `If-Match`, or what the `quote` had pinned, no longer holds. What to do: read it again, or ask for the options anew, and decide again. */
    product_groups_version_mismatch: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `payload_too_large`: the body is above 100 kB. What to do: send a smaller body. */
    product_groups_payload_too_large: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request. */
    product_groups_idempotency_key_reused: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds. */
    product_groups_idempotency_key_in_use: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
    /** @description - `no_product_group`: broken is the rule that the item is on a membership of a product group. What to do: assign it to one. */
    product_groups_no_product_group: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ProblemDetails'];
      };
    };
  };
  parameters: {
    /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
    'Idempotency-Key': string;
    /**
     * @description The `version` of what is written, in quotes: 412 where it has moved.
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
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "account_id": "56e1741a6fc9365306000001",
         *       "user_product_id": "56e1741a6fc9365306000002",
         *       "package_code": "adeprimo_digital",
         *       "target_period_id": "56e1741a6fc9365306000003",
         *       "default_behaviour": true
         *     }
         */
        'application/json': components['schemas']['ChangeProductRequest'];
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
          'application/json': components['schemas']['WrittenId'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `user_product_set_aside`: the user product cannot be read, or the end of its period cannot be decided; an operator was told. Others of the account are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: move `valid_to` of the user product to an earlier year.
       *     - `user_product_not_active`: broken is the rule that the user product is `activated`. What to do: use the account’s active one: `GET userproducts` lists it.
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
       *     - `payment_period_in_arrears`: broken is the rule that neither side of an upgrade is paid in arrears. What to do: change it within its product group, or choose a period that is paid in advance.
       *     - `amount_too_large`: broken is the rule that price × quantity is at most 9,007,199,254,740,991 minor units. What to do: choose a period with a lower price.
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
      417: components['responses']['expectation_failed'];
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
        /**
         * @example {
         *       "account_id": "56e1741a6fc9365306000001",
         *       "user_product_id": "56e1741a6fc9365306000002",
         *       "package_code": "adeprimo_digital",
         *       "target_period_id": "56e1741a6fc9365306000003",
         *       "default_behaviour": true
         *     }
         */
        'application/json': components['schemas']['PreviewChangeProductRequest'];
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
          'application/json': components['schemas']['ChangePreviewAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `user_product_set_aside`: the user product cannot be read, or the end of its period cannot be decided; an operator was told. Others of the account are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: move `valid_to` of the user product to an earlier year.
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
      413: components['responses']['payload_too_large'];
      417: components['responses']['expectation_failed'];
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
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelProductChangeRequest'];
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
          'application/json': components['schemas']['WrittenId'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `user_product_set_aside`: the user product cannot be read, or the end of its period cannot be decided; an operator was told. Others of the account are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: move `valid_to` of the user product to an earlier year.
       *     - `no_pending_change`: broken is the rule that a change waits for the end of the period. What to do: nothing to do.
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
      417: components['responses']['expectation_failed'];
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
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelSubscriptionRequest'];
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
          'application/json': components['schemas']['WrittenId'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `user_product_set_aside`: the user product cannot be read, or the end of its period cannot be decided; an operator was told. Others of the account are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: move `valid_to` of the user product to an earlier year.
       *     - `user_product_ended`: broken is the rule that a user product that a change has ended takes no more writes. What to do: use the account’s active one: `GET userproducts` lists it.
       *     - `user_product_not_active`: broken is the rule that the user product is `activated`. What to do: use the account’s active one: `GET userproducts` lists it.
       *     - `user_product_not_tulo_provisioned`: broken is the rule that it is provisioned by `tulo`. What to do: change it where it is provisioned.
       *     - `user_product_not_recurring`: broken is the rule that only a recurring subscription is cancelled. What to do: let it end.
       *     - `package_not_cancellable`: broken is the rule that its package lets the customer cancel. What to do: it runs until it is changed or ended by the publisher.
       *     - `valid_to_required`: broken is the rule that an active or cancelled product of ours that is recurring or limited has a `valid_to`. What to do: send a `valid_to` after now with the request.
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
      417: components['responses']['expectation_failed'];
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
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReactivateSubscriptionRequest'];
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
          'application/json': components['schemas']['WrittenId'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `user_product_set_aside`: the user product cannot be read, or the end of its period cannot be decided; an operator was told. Others of the account are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: move `valid_to` of the user product to an earlier year.
       *     - `user_product_ended`: broken is the rule that a user product that a change has ended takes no more writes. What to do: use the account’s active one: `GET userproducts` lists it.
       *     - `user_product_not_cancelled`: broken is the rule that only a cancelled user product whose period has not ended is reactivated. What to do: nothing to do, or sell it as a new user product.
       *     - `valid_to_required`: broken is the rule that an active or cancelled product of ours that is recurring or limited has a `valid_to`. What to do: send a `valid_to` after now with the request.
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
      417: components['responses']['expectation_failed'];
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
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetSubscriptionNumberRequest'];
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
          'application/json': components['schemas']['WrittenId'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `user_product_set_aside`: the user product cannot be read, or the end of its period cannot be decided; an operator was told. Others of the account are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: move `valid_to` of the user product to an earlier year.
       *     - `user_product_ended`: broken is the rule that a user product that a change has ended takes no more writes. What to do: use the account’s active one: `GET userproducts` lists it.
       *     - `valid_to_required`: broken is the rule that an active or cancelled product of ours that is recurring or limited has a `valid_to`. What to do: send a `valid_to` after now with the request.
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
      417: components['responses']['expectation_failed'];
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
        'application/json': components['schemas']['SetCustomerNumberRequest'];
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
          'application/json': components['schemas']['WrittenId'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      409: components['responses']['idempotency_key_in_use'];
      413: components['responses']['payload_too_large'];
      417: components['responses']['expectation_failed'];
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
          'application/json': components['schemas']['UserProductList'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
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
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateUserProductRequest'];
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
          'application/json': components['schemas']['WrittenId'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `user_product_set_aside`: the user product cannot be read, or the end of its period cannot be decided; an operator was told. Others of the account are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: move `valid_to` of the user product to an earlier year.
       *     - `user_product_ended`: broken is the rule that a user product that a change has ended takes no more writes. What to do: use the account’s active one: `GET userproducts` lists it.
       *     - `no_payment_period`: broken is the rule that the package has a payment period of that subscription type. What to do: choose the other type, or add a period to the package.
       *     - `valid_to_not_in_future`: broken is the rule that `valid_to` of an active or cancelled product that we renew or end ourselves lies after now: only time ends a period. What to do: send a later `valid_to`, or `state: deactivated` to end the product now.
       *     - `valid_to_required`: broken is the rule that an active or cancelled product of ours that is recurring or limited has a `valid_to`. What to do: send a `valid_to` after now with the request.
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
      417: components['responses']['expectation_failed'];
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
        'application/json': components['schemas']['CreateUserProductRequest'];
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
          'application/json': components['schemas']['WrittenId'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: move `valid_to` of the user product to an earlier year.
       *     - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `no_payment_period`: broken is the rule that the package has a payment period of that subscription type. What to do: choose the other type, or add a period to the package.
       *     - `too_many_user_products`: broken is the rule that an account has at most 10,000 user products, those that are over among them. What to do: use another account: this one is no customer’s.
       *     - `valid_to_not_in_future`: broken is the rule that `valid_to` of an active or cancelled product that we renew or end ourselves lies after now: only time ends a period. What to do: send a later `valid_to`, or `state: deactivated` to end the product now.
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
      417: components['responses']['expectation_failed'];
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
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeOwnProductRequest'];
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
          'application/json': components['schemas']['WrittenId'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       * @description - `user_product_set_aside`: the user product cannot be read, or the end of its period cannot be decided; an operator was told. Others of the account are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: move `valid_to` of the user product to an earlier year.
       *     - `user_product_not_active`: broken is the rule that the user product is `activated`. What to do: use the account’s active one: `GET userproducts` lists it.
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
       *     - `payment_period_in_arrears`: broken is the rule that neither side of an upgrade is paid in arrears. What to do: change it within its product group, or choose a period that is paid in advance.
       *     - `amount_too_large`: broken is the rule that price × quantity is at most 9,007,199,254,740,991 minor units. What to do: choose a period with a lower price.
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
      417: components['responses']['expectation_failed'];
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
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelOwnProductChangeRequest'];
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
          'application/json': components['schemas']['WrittenId'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       * @description - `user_product_set_aside`: the user product cannot be read, or the end of its period cannot be decided; an operator was told. Others of the account are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: move `valid_to` of the user product to an earlier year.
       *     - `no_pending_change`: broken is the rule that a change waits for the end of the period. What to do: nothing to do.
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
      417: components['responses']['expectation_failed'];
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
          'application/json': components['schemas']['AvailableChangesAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       * @description - `user_product_set_aside`: the user product cannot be read, or the end of its period cannot be decided; an operator was told. Others of the account are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: move `valid_to` of the user product to an earlier year.
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
      417: components['responses']['expectation_failed'];
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
        product_type?: components['schemas']['PackageKind'];
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
          'application/json': components['schemas']['PackageList'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
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
          'application/json': components['schemas']['PaymentPeriodList'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
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
          'application/json': components['schemas']['SubscriptionList'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  searchSubscriptions: {
    parameters: {
      query?: {
        q?: string;
        state?: components['schemas']['UserProductState'];
        product_code?: string;
        product_group_id?: string;
        due_on?: string;
        needs?: 'failed_change' | 'set_aside';
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
          'application/json': components['schemas']['FoundSubscriptionList'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
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
          'application/json': components['schemas']['ChangeList'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
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
          'application/json': components['schemas']['PendingChangesAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
      417: components['responses']['expectation_failed'];
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
    requestBody?: {
      content: {
        'application/json': components['schemas']['AskForOwnPendingChangesRequest'];
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
          'application/json': components['schemas']['PendingChangesAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
      417: components['responses']['expectation_failed'];
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
        type?: components['schemas']['EventType'];
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
          'application/json': components['schemas']['EventList'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
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
          'application/json': components['schemas']['WebhookEndpointList'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
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
        'application/json': components['schemas']['RegisterWebhookEndpointRequest'];
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
          'application/json': components['schemas']['NewWebhookEndpointAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
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
          'application/json': components['schemas']['WebhookEndpointAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
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
    requestBody?: {
      content: {
        'application/json': components['schemas']['UpdateWebhookEndpointRequest'];
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
          'application/json': components['schemas']['WebhookEndpointAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      409: components['responses']['idempotency_key_in_use'];
      413: components['responses']['payload_too_large'];
      417: components['responses']['expectation_failed'];
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
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      409: components['responses']['idempotency_key_in_use'];
      417: components['responses']['expectation_failed'];
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
    requestBody?: {
      content: {
        'application/json': components['schemas']['RotateWebhookSecretRequest'];
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
          'application/json': components['schemas']['WebhookSecretAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      409: components['responses']['idempotency_key_in_use'];
      413: components['responses']['payload_too_large'];
      417: components['responses']['expectation_failed'];
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
    requestBody?: {
      content: {
        'application/json': components['schemas']['ReplayWebhookEventsRequest'];
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
          'application/json': components['schemas']['WebhookReplayAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
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
        state?: components['schemas']['DeliveryState'];
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
          'application/json': components['schemas']['DeliveryList'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  sendWebhookExample: {
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
        'application/json': components['schemas']['SendWebhookExampleRequest'];
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
          'application/json': components['schemas']['WebhookExampleAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      409: components['responses']['idempotency_key_in_use'];
      413: components['responses']['payload_too_large'];
      417: components['responses']['expectation_failed'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  undoChange: {
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
        'application/json': components['schemas']['UndoChangeRequest'];
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
          'application/json': components['schemas']['UndoneChangeAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `never_took_effect`: broken is the rule that a change that is undone waits, or has taken effect. What to do: nothing to undo.
       *     - `not_the_last`: broken is the rule that nothing has ended the user product of a change since it took effect. What to do: correct it by another change.
       *     - `money_moved`: broken is the rule that no period was sold since the change that is undone. What to do: correct it by another change.
       *     - `edited_since`: broken is the rule that dates and type are what the change that is undone has left. What to do: correct it by another change.
       *     - `too_late`: broken is the rule that the end of before has not passed. What to do: correct it by another change.
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
      417: components['responses']['expectation_failed'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  eraseAccount: {
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
        'application/json': components['schemas']['EraseAccountRequest'];
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
          'application/json': components['schemas']['ErasedAccountAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `user_product_living`: broken is the rule that an account is erased once nothing of it is active, frozen or pending any more. What to do: end its user products first.
       *     - `outbox_not_drained`: broken is the rule that what an account’s writes told is in the log before the account is erased. What to do: send the same request again, after a while.
       *     - `account_in_use`: broken is the rule that nobody writes to an account while it is erased. What to do: send the same request again: it does the rest.
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
      417: components['responses']['expectation_failed'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  listApiClients: {
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
          'application/json': components['schemas']['ApiClientList'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      417: components['responses']['expectation_failed'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  switchApiClient: {
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
        'application/json': components['schemas']['SwitchApiClientRequest'];
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
          'application/json': components['schemas']['SwitchedApiClientAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      409: components['responses']['idempotency_key_in_use'];
      413: components['responses']['payload_too_large'];
      417: components['responses']['expectation_failed'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  addApiClient: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddApiClientRequest'];
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
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewApiClientAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `client_id_taken`: broken is the rule that the id of a client is unique in the installation. What to do: choose another id.
       *     - `scopes_not_held`: broken is the rule that a client passes on, or is told the secret of, what it may do itself and nothing more. What to do: ask with a token of all those scopes, or let an operator do it.
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
      413: components['responses']['payload_too_large'];
      417: components['responses']['expectation_failed'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  rotateApiClientSecret: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RotateApiClientSecretRequest'];
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
          'application/json': components['schemas']['ApiClientSecretAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      409: components['responses']['scopes_not_held'];
      413: components['responses']['payload_too_large'];
      417: components['responses']['expectation_failed'];
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
          'application/json': components['schemas']['TestClockAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      409: components['responses']['organisation_is_live'];
      417: components['responses']['expectation_failed'];
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
        'application/json': components['schemas']['SetTestClockRequest'];
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
          'application/json': components['schemas']['TestClockAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `organisation_is_live`: broken is the rule that a live organisation has no test clock. What to do: use an organisation that is not live.
       *     - `clock_moves_forward_only`: broken is the rule that a test clock moves forward only. What to do: set a later instant.
       *     - `clock_step_too_long`: broken is the rule that a step of a test clock ends at most 10,000 periods and goes at most 50 years ahead. What to do: go in smaller steps.
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
      417: components['responses']['expectation_failed'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  createPortalSession: {
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
        'application/json': components['schemas']['CreatePortalSessionRequest'];
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
          'application/json': components['schemas']['PortalSessionAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `portal_disabled`: broken is the rule that the portal of the organisation is enabled. What to do: enable it in the settings of the organisation.
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
      417: components['responses']['expectation_failed'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  createOwnPortalSession: {
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
        'application/json': components['schemas']['CreateOwnPortalSessionRequest'];
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
          'application/json': components['schemas']['PortalSessionAnswer'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `invalid_content_type_error`: the content type is not `application/json`, or there is another charset than UTF-8, or a `Content-Encoding`. What to do: send plain `application/json` in UTF-8.
       *     - `json_parser_error`: the body is no JSON object in UTF-8. What to do: send a JSON object.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `portal_disabled`: broken is the rule that the portal of the organisation is enabled. What to do: enable it in the settings of the organisation.
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
      417: components['responses']['expectation_failed'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  endPortalSession: {
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
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
       *     - `identity_not_allowed`: the token names an account, and this address is not one of those under `/me`. What to do: use a token of the client itself, or the address under `/me`.
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
      409: components['responses']['idempotency_key_in_use'];
      417: components['responses']['expectation_failed'];
      422: components['responses']['idempotency_key_reused'];
      429: components['responses']['too_many_requests'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      503: components['responses']['service_unavailable'];
    };
  };
  listProductGroups: {
    parameters: {
      query?: {
        page?: number;
        limit?: number;
        'order[createdAt]'?: 'asc' | 'desc';
        'order[name]'?: 'asc' | 'desc';
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
          'application/json': components['schemas']['ProductGroupCollection'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  createProductGroup: {
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
        /**
         * @example {
         *       "name": "SaaS Packages",
         *       "enabled": true,
         *       "forceSameBillingInterval": false,
         *       "memberships": [
         *         {
         *           "product": "/products/56e1741a6fc9365306000101",
         *           "pricePlans": [
         *             "/plans/56e1741a6fc9365306000111"
         *           ],
         *           "position": 1,
         *           "label": "Starter",
         *           "upgradeable": true,
         *           "downgradeable": false,
         *           "changeTiming": "immediately",
         *           "creditType": "pro_rata"
         *         },
         *         {
         *           "product": "/products/56e1741a6fc9365306000102",
         *           "pricePlans": [
         *             "/plans/56e1741a6fc9365306000121",
         *             "/plans/56e1741a6fc9365306000122"
         *           ],
         *           "position": 2,
         *           "label": "Pro",
         *           "upgradeable": true,
         *           "downgradeable": true,
         *           "changeTiming": "immediately",
         *           "creditType": "pro_rata"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['CreateProductGroupRequest'];
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
          'application/json': components['schemas']['ProductGroup'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `too_many_product_groups`: broken is the rule that an organisation has a bounded number of product groups; `facts` name the `most`. What to do: delete a group, or add memberships to one that is there.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  readProductGroup: {
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
          'application/json': components['schemas']['ProductGroup'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  replaceProductGroup: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplaceProductGroupRequest'];
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
          'application/json': components['schemas']['ProductGroup'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `tier_in_use`: broken is the rule that no living item is on the membership, and no pending change aims at it; `facts` name the `tiers`. What to do: move its items first, or keep the membership and its product.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  deleteProductGroup: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
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
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `tier_in_use`: broken is the rule that no living item is on the membership, and no pending change aims at it; `facts` name the `tiers`. What to do: move its items first, or keep the membership and its product.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      417: components['responses']['product_groups_expectation_failed'];
      422: components['responses']['product_groups_idempotency_key_reused'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  listCatalogueProducts: {
    parameters: {
      query?: {
        page?: number;
        limit?: number;
        'order[createdAt]'?: 'asc' | 'desc';
        'order[name]'?: 'asc' | 'desc';
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
          'application/json': components['schemas']['ProductCollection'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  createCatalogueProduct: {
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
        /**
         * @example {
         *       "name": "Starter",
         *       "number": "starter"
         *     }
         */
        'application/json': components['schemas']['CreateCatalogueProductRequest'];
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
          'application/json': components['schemas']['Product'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `too_many_products`: broken is the rule that an organisation has a bounded number of products; `facts` name the `most`. What to do: use a product that is there; archived ones count too.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  readCatalogueProduct: {
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
          'application/json': components['schemas']['Product'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  updateCatalogueProduct: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateCatalogueProductRequest'];
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
          'application/json': components['schemas']['Product'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      409: components['responses']['product_groups_idempotency_key_in_use'];
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  listPricePlans: {
    parameters: {
      query?: {
        page?: number;
        limit?: number;
        'order[createdAt]'?: 'asc' | 'desc';
        product?: string;
        status?: components['schemas']['PricePlanStatus'];
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
          'application/json': components['schemas']['PricePlanCollection'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  createPricePlan: {
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
        /**
         * @example {
         *       "internalName": "Starter monthly",
         *       "type": "flat_fee",
         *       "billingInterval": "1M",
         *       "currencyCode": "EUR",
         *       "price": {
         *         "amount": 1000
         *       },
         *       "product": "/products/56e1741a6fc9365306000101"
         *     }
         */
        'application/json': components['schemas']['CreatePricePlanRequest'];
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
          'application/json': components['schemas']['PricePlan'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `too_many_price_plans`: broken is the rule that a product has a bounded number of price plans; `facts` name the `most`. What to do: edit a price plan that is there, or make another product; archived ones count too.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  readPricePlan: {
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
          'application/json': components['schemas']['PricePlan'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  updatePricePlan: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['UpdatePricePlanRequest'];
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
          'application/json': components['schemas']['PricePlan'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      409: components['responses']['product_groups_idempotency_key_in_use'];
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  listCustomers: {
    parameters: {
      query?: {
        page?: number;
        limit?: number;
        'order[createdAt]'?: 'asc' | 'desc';
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
          'application/json': components['schemas']['CustomerCollection'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  createCustomer: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "customerNumber": "C-1001"
         *     }
         */
        'application/json': components['schemas']['CreateCustomerRequest'];
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
          'application/json': components['schemas']['Customer'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      409: components['responses']['product_groups_idempotency_key_in_use'];
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  readCustomer: {
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
          'application/json': components['schemas']['Customer'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  listCustomerSubscriptions: {
    parameters: {
      query?: {
        page?: number;
        limit?: number;
        'order[createdAt]'?: 'asc' | 'desc';
        customer?: string;
        status?: components['schemas']['ItemStatus'];
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
          'application/json': components['schemas']['CustomerSubscriptionCollection'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  createCustomerSubscription: {
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
        /**
         * @example {
         *       "customer": "/customers/56e1741a6fc9365306000001",
         *       "items": [
         *         {
         *           "pricePlan": "/plans/56e1741a6fc9365306000141",
         *           "quantity": 5
         *         }
         *       ],
         *       "startDate": "2027-04-01T00:00:00+00:00"
         *     }
         */
        'application/json': components['schemas']['CreateCustomerSubscriptionRequest'];
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
          'application/json': components['schemas']['CustomerSubscription'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `too_many_subscriptions`: broken is the rule that a customer has a bounded number of subscription items. What to do: use another customer.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  readCustomerSubscription: {
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
          'application/json': components['schemas']['CustomerSubscription'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  cancelCustomerSubscription: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CancelCustomerSubscriptionRequest'];
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
          'application/json': components['schemas']['CustomerSubscription'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `item_ended`: broken is the rule that an item that a change has ended takes no more; `facts` name its `successor`. What to do: use the successor.
       *     - `item_not_active`: broken is the rule that the item is `active`. What to do: reactivate its subscription first where it is canceled.
       *     - `item_externally_provisioned`: broken is the rule that the item is provisioned by this system. What to do: change it where it is provisioned.
       *     - `item_not_recurring`: broken is the rule that the item recurs. What to do: let it end, then sell the other product.
       *     - `product_not_cancelable`: broken is the rule that the product lets the customer cancel. What to do: it runs until it is changed or ended by the publisher.
       *     - `item_without_end`: broken is the rule that the current period has an end, in the future. What to do: set `valid_to` by the Payway API.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  reactivateCustomerSubscription: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ReactivateCustomerSubscriptionRequest'];
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
          'application/json': components['schemas']['CustomerSubscription'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `item_ended`: broken is the rule that an item that a change has ended takes no more; `facts` name its `successor`. What to do: use the successor.
       *     - `item_not_canceled`: broken is the rule that only a canceled subscription whose period has not ended is reactivated. What to do: nothing to do, or sell it anew.
       *     - `item_without_end`: broken is the rule that the current period has an end, in the future. What to do: set `valid_to` by the Payway API.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  readSubscriptionItem: {
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
          'application/json': components['schemas']['SubscriptionItem'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  createCart: {
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
        /**
         * @example {
         *       "customer": "/customers/56e1741a6fc9365306000001",
         *       "items": [
         *         {
         *           "product": "/products/56e1741a6fc9365306000104",
         *           "pricePlan": "56e1741a6fc9365306000141",
         *           "quantity": 5
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['CreateCartRequest'];
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
          'application/json': components['schemas']['Cart'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `too_many_carts`: broken is the rule that a customer has a bounded number of open carts; `facts` name the `most`. What to do: complete one of them, or wait until one ends, 30 days after it was made.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  readCart: {
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
          'application/json': components['schemas']['Cart'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  completeCart: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CompleteCartRequest'];
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
          'application/json': components['schemas']['Cart'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `idempotency_key_in_use`: a request under the same `Idempotency-Key` is still under way. What to do: send the same again after `Retry-After` seconds.
       *     - `too_many_subscriptions`: broken is the rule that a customer has a bounded number of subscription items. What to do: use another customer.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  assignProductGroup: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "productGroupMembership": "/product-group-memberships/56e1741a6fc9365306000151"
         *     }
         */
        'application/json': components['schemas']['AssignProductGroupRequest'];
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
          'application/json': components['schemas']['SubscriptionItem'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `item_set_aside`: the item cannot be read, or the end of its period cannot be decided; an operator was told. Other items are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: begin earlier.
       *     - `item_ended`: broken is the rule that an item that a change has ended takes no more; `facts` name its `successor`. What to do: use the successor.
       *     - `change_pending`: broken is the rule that no change waits for the end of the period. What to do: wait for it, or take it back.
       *     - `item_not_recurring`: broken is the rule that the item recurs. What to do: let it end, then sell the other product.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      /**
       * @description - `too_many_requests`: the client sends more requests a minute than it may. What to do: wait for `Retry-After` seconds.
       *     - `too_many_idempotency_keys`: 32 keys were used on this item within 24 hours. What to do: wait for `Retry-After` seconds, or send it without a key: a repeat is recognised.
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
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  listChangeOptions: {
    parameters: {
      query?: {
        quantity?: number;
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
          'application/json': components['schemas']['ChangeOptions'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      409: components['responses']['product_groups_no_product_group'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  applyMembership: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "subscriptionItem": "/subscription-items/56e1741a6fc9365306000160",
         *       "selectedPricePlan": "/plans/56e1741a6fc9365306000121",
         *       "quantity": 1,
         *       "sendInvoiceEmail": true
         *     }
         */
        'application/json': components['schemas']['ApplyMembershipRequest'];
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
          'application/json': components['schemas']['AppliedChange'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `item_set_aside`: the item cannot be read, or the end of its period cannot be decided; an operator was told. Other items are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: begin earlier.
       *     - `item_ended`: broken is the rule that an item that a change has ended takes no more; `facts` name its `successor`. What to do: use the successor.
       *     - `item_not_active`: broken is the rule that the item is `active`. What to do: reactivate its subscription first where it is canceled.
       *     - `item_externally_provisioned`: broken is the rule that the item is provisioned by this system. What to do: change it where it is provisioned.
       *     - `item_not_recurring`: broken is the rule that the item recurs. What to do: let it end, then sell the other product.
       *     - `no_product_group`: broken is the rule that the item is on a membership of a product group. What to do: assign it to one.
       *     - `other_product_group`: broken is the rule that the target membership is of the same product group. What to do: choose one of those that the change options list.
       *     - `product_group_disabled`: broken is the rule that the product group is enabled. What to do: enable it.
       *     - `change_pending`: broken is the rule that no change waits for the end of the period. What to do: wait for it, or take it back.
       *     - `not_upgradeable`: broken is the rule that for a higher position the current membership is `upgradeable`. What to do: choose another membership.
       *     - `not_downgradeable`: broken is the rule that for a lower position the current membership is `downgradeable`. What to do: choose another membership.
       *     - `product_not_on_sale`: broken is the rule that another product is neither archived nor outside its sales period. What to do: choose another membership.
       *     - `price_plan_archived`: broken is the rule that the price plan is active, unless it is the current one. What to do: choose another price plan.
       *     - `billing_interval_mismatch`: broken is the rule that where the product group forces the same billing interval, the price plan has that of the item. What to do: choose another price plan.
       *     - `currency_mismatch`: broken is the rule that the price plan is in the currency of the item. What to do: choose another price plan.
       *     - `nothing_to_change`: broken is the rule that the price plan or the quantity is another. What to do: nothing to do.
       *     - `amount_too_large`: broken is the rule that unit price × quantity is at most 9,007,199,254,740,991 minor units. What to do: choose a smaller quantity.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      413: components['responses']['product_groups_payload_too_large'];
      417: components['responses']['product_groups_expectation_failed'];
      /**
       * @description - `validation_failed`: fields of the body are faulty; `violations` lists them in order. What to do: correct what each `propertyPath` names.
       *     - `idempotency_key_reused`: the `Idempotency-Key` was used for another request within 24 hours. What to do: use a new key for a new request.
       */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      /**
       * @description - `too_many_requests`: the client sends more requests a minute than it may. What to do: wait for `Retry-After` seconds.
       *     - `too_many_idempotency_keys`: 32 keys were used on this item within 24 hours. What to do: wait for `Retry-After` seconds, or send it without a key: a repeat is recognised.
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
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  takeBackPendingChange: {
    parameters: {
      query?: never;
      header?: {
        /** @description At most 255 printable characters, bare or quoted. The same request under the same key is answered for 24 hours as it was the first time, and done once. */
        'Idempotency-Key'?: components['parameters']['Idempotency-Key'];
        /**
         * @description The `version` of what is written, in quotes: 412 where it has moved.
         * @example "3"
         */
        'If-Match'?: components['parameters']['If-Match'];
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
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      /**
       * @description - `item_set_aside`: the item cannot be read, or the end of its period cannot be decided; an operator was told. Other items are not touched by it. What to do: ask the operator to repair it, then send the same again.
       *     - `date_beyond_calendar`: a period that the request begins, or would begin, ends after the year 9999. What to do: begin earlier.
       *     - `no_pending_change`: broken is the rule that a change waits for the end of the period. What to do: nothing to do.
       *     - `item_ended`: broken is the rule that an item that a change has ended takes no more; `facts` name its `successor`. What to do: use the successor.
       */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      412: components['responses']['product_groups_version_mismatch'];
      417: components['responses']['product_groups_expectation_failed'];
      422: components['responses']['product_groups_idempotency_key_reused'];
      /**
       * @description - `too_many_requests`: the client sends more requests a minute than it may. What to do: wait for `Retry-After` seconds.
       *     - `too_many_idempotency_keys`: 32 keys were used on this item within 24 hours. What to do: wait for `Retry-After` seconds, or send it without a key: a repeat is recognised.
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
          'application/problem+json': components['schemas']['ProblemDetails'];
        };
      };
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  listInvoices: {
    parameters: {
      query?: {
        page?: number;
        limit?: number;
        'order[createdAt]'?: 'asc' | 'desc';
        'order[number]'?: 'asc' | 'desc';
        customer?: string;
        subscription?: string;
        subscriptionItem?: string;
        type?: components['schemas']['DocumentType'];
        number?: string;
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
          'application/json': components['schemas']['InvoiceCollection'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
    };
  };
  readInvoice: {
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
          'application/json': components['schemas']['BillingDocument'];
        };
      };
      400: components['responses']['product_groups_invalid_input'];
      401: components['responses']['product_groups_unauthorized'];
      403: components['responses']['product_groups_insufficient_scope'];
      404: components['responses']['product_groups_not_found'];
      408: components['responses']['product_groups_request_timeout'];
      417: components['responses']['product_groups_expectation_failed'];
      429: components['responses']['product_groups_too_many_requests'];
      431: components['responses']['product_groups_headers_too_large'];
      500: components['responses']['product_groups_internal_server_error'];
      503: components['responses']['product_groups_service_unavailable'];
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
        'application/x-www-form-urlencoded': components['schemas']['AccessTokenRequest'];
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
          'application/json': components['schemas']['AccessToken'];
        };
      };
      /** @description The form is not one, or asks for what is not there, or there is a query */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OAuthProblem'];
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
          'application/json': components['schemas']['OAuthProblem'];
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
          'application/json': components['schemas']['OAuthProblem'];
        };
      };
      417: components['responses']['expectation_failed'];
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
          'application/json': components['schemas']['Liveness'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
      408: components['responses']['request_timeout'];
      417: components['responses']['expectation_failed'];
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
          'application/json': components['schemas']['Readiness'];
        };
      };
      /**
       * @description - `bad_request`: the request is not valid HTTP, names no `Host`, or broke off before its end. What to do: check the client, and any proxy between it and this server.
       *     - `unknown_parameter`: this address does not know the field or the query parameter that `field` names. What to do: leave it out.
       *     - `invalid_parameter`: a field, a parameter or a header is missing, of the wrong type, too long, not of its format, no UTF-8, or there twice. What to do: correct what `field` names.
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
      408: components['responses']['request_timeout'];
      417: components['responses']['expectation_failed'];
      431: components['responses']['headers_too_large'];
      500: components['responses']['internal_server_error'];
      /** @description It may not: what fails is named */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadinessFailure'];
        };
      };
    };
  };
}
