import type { MessageKey } from '../../kit/words.js';
import type { Written } from '../../kit/written.js';

/** What is said to a customer of themselves, and how an operator is told it. */
const operatorKeys = {
  'money.pay': 'console.subscription.says.pay',
  'money.credited': 'console.subscription.says.credited',
  'confirm.then': 'console.subscription.says.then',
  'confirm.howToEnd': 'console.subscription.says.howToEnd',
  'confirm.askToEnd': 'console.subscription.says.askToEnd',
  'failed.text': 'console.subscription.says.failed',
  'undo.lead': 'console.subscription.says.keeps',
  'sentence.elsewhere': 'console.subscription.says.elsewhere',
} as const satisfies Partial<Record<MessageKey, MessageKey>>;

/** The same words for somebody who looks at another's subscription. */
export function inOperatorsWords(written: Written): Written {
  const keys: Partial<Record<MessageKey, MessageKey>> = operatorKeys;
  return { ...written, say: (key, values) => written.say(keys[key] ?? key, values) };
}
