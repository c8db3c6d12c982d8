import { Refusal, UsageError } from './complaint.ts';

/** What an error comes to for the person at the keyboard; only a refusal may have more than one line to say. */
export function inOneLine(error: unknown): string {
  if (error instanceof UsageError || error instanceof Refusal) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { name, message, code } = error as NodeJS.ErrnoException;
  const [line] = message.split('\n');
  switch (code ?? name) {
    case 'ECONNREFUSED':
      return 'nobody answers at the endpoint; is the local run (npm start) still up?';
    case 'ResourceNotFoundException':
      return 'there is no such table there; name it with --table, and its --region and --profile';
    case 'CredentialsProviderError':
      return `no AWS credentials were found; name a --profile, or set AWS_PROFILE (${line})`;
    case 'ENOENT':
      return `there is no file ${(error as NodeJS.ErrnoException).path}`;
    case 'EISDIR':
      return 'found a folder, expected a file';
    default:
      return line === 'Region is missing' ? 'no AWS region; name one with --region, or set AWS_REGION' : line || name;
  }
}
