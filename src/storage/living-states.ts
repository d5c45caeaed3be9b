/** All states but that of what is over. */
export const livingStates = ['activated', 'cancelled', 'pending', 'frozen'] as const;
