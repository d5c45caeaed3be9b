declare const unit: unique symbol;

/** ISO 4217, three capital letters. */
export type Currency = string & { readonly [unit]: 'currency' };

/** An amount in the currency's minor unit (öre, cent, yen): a safe integer, never a fraction. */
export type Money = { readonly amountMinor: number; readonly currency: Currency };
