import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Settings } from '../shared/installation/settings.ts';
import { except } from './exception.ts';

/** The key that links in notifications are signed with: 64 letters and digits, made in the account and seen by nobody. */
export function linkKey(scope: Construct, { stage }: Settings): Secret {
  const key = new Secret(scope, 'LinkKey', {
    secretName: `timekeeper/${stage}/link-key`,
    description: 'Signs the links by which a reader acknowledges a notification',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  });
  except(key, [
    'AwsSolutions-SMG4',
    'A new key makes every link sent before worthless; it is renewed by hand, as docs/operations.md says.',
  ]);
  return key;
}
