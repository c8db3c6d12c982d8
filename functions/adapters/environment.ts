/** What a function is told by its surroundings: the names the stack gave things. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable the function cannot do without; throws with its name when it is missing. */
export function required(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`environment variable ${name} is not set`);
  return value;
}
