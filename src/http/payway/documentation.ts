import type { DialectDocumentation } from '../docs/dialect-documentation.js';
import { paywayFailures } from './problems/failure-documentation.js';

/** What the API document says of Payway's dialect as a whole: what its operations are filed under, and its scopes. */
export const paywayDocumentation: DialectDocumentation = {
  failures: paywayFailures,
  tags: {
    Changes: 'Changing what a subscription is on: preview, request, take back, look up.',
    Subscriptions: 'Ending and keeping subscriptions, and the numbers that others know them by.',
    'User products': 'What an account has, and writing it directly.',
    Products: 'What is sold, and how it may be paid for.',
    'Own subscriptions': 'What a signed-in customer may do with what is theirs.',
    Portal: 'Ways for customers into their portal.',
    Events: 'The log of everything that happened.',
    Webhooks: 'Where events are sent, and what came of it.',
    'API clients': 'Who may get tokens.',
    Erasure: 'Forgetting whoever asks for it.',
    'Test clock': 'The time of an organisation that is not live.',
  },
  scopes: {
    '/external/subscription_system/w':
      'Change, preview, cancel and reactivate subscriptions, and set the numbers they are known by.',
    '/external/subscription/r': 'Read subscriptions in their rich form, and their changes.',
    '/external/account/w': 'Take back the change that waits in a subscription of an account.',
    '/external/userproduct/w': 'Read, create and update what an account has.',
    '/external/product/r': 'Read packages and their payment periods.',
    '/external/me/r': 'Read what the account that the token names may change to, and what waits.',
    '/external/me/w': 'Change the subscriptions of the account that the token names.',
    '/external/portal/w': 'Let customers into their portal, and end what lets them in.',
    '/external/event/r': 'Read the log of events.',
    '/external/webhook/w': 'Manage the addresses that events are sent to.',
    '/external/client/w': 'List, add, disable and enable API clients, and give them new secrets.',
    '/external/erasure/w': 'Erase what is personal of an account.',
    '/external/test_clock/w': 'Read and set the clock of an organisation that is not live.',
  },
};
