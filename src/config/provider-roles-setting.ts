import { z } from 'zod';

const oneRole = z.strictObject({
  organisation: z.string().regex(/^(?:\*|[\da-f]{24})$/),
  role: z.enum(['viewer', 'support', 'editor', 'owner']),
});

const roleTable = z.record(z.string().min(1), oneRole).transform((table) =>
  Object.entries(table).map(([claim, { organisation, role }]) => ({
    ...{ claim, organisation, role },
  })),
);

/** Which value of the claim makes an operator what, where: as an object of a file, or as its JSON. */
export const providerRoles = z
  .union([
    z.string().transform((text, context) => parsed(text) ?? (notJson(context), z.NEVER)),
    z.looseObject({}),
  ])
  .pipe(roleTable);

export type ProviderRoleSetting = z.output<typeof providerRoles>[number];

function notJson(context: z.RefinementCtx): void {
  context.addIssue({ code: 'custom', message: 'is no JSON object' });
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
