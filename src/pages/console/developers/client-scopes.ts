/** Everything that a client may be allowed, as the API document has it; what identity tokens hold is not theirs. */
export const clientScopes = [
  { scope: '/external/product/r', key: 'product' },
  { scope: '/external/subscription/r', key: 'subscription' },
  { scope: '/external/subscription_system/w', key: 'change' },
  { scope: '/external/userproduct/w', key: 'userproduct' },
  { scope: '/external/account/w', key: 'account' },
  { scope: '/external/portal/w', key: 'portal' },
  { scope: '/external/event/r', key: 'event' },
  { scope: '/external/webhook/w', key: 'webhook' },
  { scope: '/external/client/w', key: 'client' },
  { scope: '/external/test_clock/w', key: 'clock' },
] as const;
