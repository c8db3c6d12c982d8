import { CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { Settings } from '../shared/installation/settings.ts';
import { named, physicalName } from './named.ts';

/** What SES tells of a mail: where it got to, or why not. */
const TOLD = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.DELIVERY_DELAY,
];

/**
 * The configuration set mails are sent with: by TLS or not at all, and whatever becomes of a mail is told on the account's default
 * event bus, the only one SES tells (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_EventBridgeDestination.html).
 */
export function mailLog(scope: Construct, settings: Settings): string {
  const set = new ConfigurationSet(scope, 'Mail', {
    configurationSetName: physicalName(settings, 'mail'),
    reputationMetrics: true,
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
  });
  set.addEventDestination('Told', {
    destination: EventDestination.eventBus(EventBus.fromEventBusName(scope, 'DefaultBus', 'default')),
    events: TOLD,
  });
  return named(set, 'mail').configurationSetName;
}

/** The identity mails are sent as, to be verified by the DNS records or the link that SES asks for (docs/operations.md). */
export function mailIdentity(scope: Construct, settings: Settings, configurationSetName: string): void {
  const { mailIdentity: name } = settings;
  const isDomain = !name.includes('@');
  const identity = new EmailIdentity(scope, 'Sender', {
    identity: isDomain ? Identity.domain(name) : Identity.email(name),
    configurationSet: ConfigurationSet.fromConfigurationSetName(scope, 'SenderMail', configurationSetName),
    ...(isDomain
      ? { mailFromDomain: `bounce.${name}`, mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE }
      : {}),
  });
  if (isDomain) tellRecords(scope, identity, name);
}

/** The records a domain needs in its DNS, as they are written in a zone: three for DKIM, two for the domain that bounces come back to. */
function tellRecords(scope: Construct, { dkimRecords }: EmailIdentity, domain: string): void {
  const { region } = Stack.of(scope);
  const records = [
    ...dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`),
    `bounce.${domain} MX 10 feedback-smtp.${region}.amazonses.com`,
    `bounce.${domain} TXT "v=spf1 include:amazonses.com ~all"`,
  ];
  for (const [index, value] of records.entries()) new CfnOutput(scope, `DnsRecord${index + 1}`, { value });
}
