/** How the names of the secrets begin that a stage pages with; policies name them without it. */
export const pageSecrets = (stage: string): string => `timekeeper/${stage}/pages/`;
