/** The option that tells whose customer is meant. */
export const TENANT_OPTION = {
  tenant: { type: 'string', value: 'NAME', about: 'The tenant whose customer it is, where there are several.' },
} as const;
