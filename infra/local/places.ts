import { type Place, resourcesOf, type Template } from './template.ts';

/** The account all resources are in on this machine. */
export const ACCOUNT = '000000000000';

/** The region all resources are in on this machine. */
export const REGION = 'us-east-1';

/** The ARN of something on this machine. */
export const arnHere = (service: string, rest: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

/** Where every resource that others refer to is on this machine; `queuesUrl` is where the queues are served. */
export function placesOf(template: Template, queuesUrl: string): Readonly<Record<string, Place>> {
  const places: Record<string, Place> = {
    'AWS::Region': { ref: REGION, attributes: {} },
    'AWS::AccountId': { ref: ACCOUNT, attributes: {} },
    'AWS::Partition': { ref: 'aws', attributes: {} },
    'AWS::URLSuffix': { ref: 'localhost', attributes: {} },
  };
  for (const { id } of resourcesOf(template, 'AWS::DynamoDB::Table'))
    places[id] = { ref: id, attributes: { Arn: arnHere('dynamodb', `table/${id}`) } };
  for (const { id, Properties } of resourcesOf(template, 'AWS::SQS::Queue')) {
    const name = String(Properties.QueueName ?? id);
    places[id] = {
      ref: `${queuesUrl}/${ACCOUNT}/${name}`,
      attributes: { Arn: arnHere('sqs', name), QueueName: name },
    };
  }
  for (const { id, Properties } of resourcesOf(template, 'AWS::Lambda::Function')) {
    const name = String(Properties.FunctionName ?? id);
    places[id] = { ref: name, attributes: { Arn: arnHere('lambda', `function:${name}`) } };
  }
  for (const { id, Properties } of resourcesOf(template, 'AWS::Events::EventBus')) {
    const name = String(Properties.Name ?? id);
    places[id] = { ref: name, attributes: { Arn: arnHere('events', `event-bus/${name}`), Name: name } };
  }
  for (const { id, Properties } of resourcesOf(template, 'AWS::SES::ConfigurationSet'))
    places[id] = { ref: String(Properties.Name ?? id), attributes: {} };
  for (const { id, Properties } of resourcesOf(template, 'AWS::SecretsManager::Secret'))
    places[id] = { ref: arnHere('secretsmanager', `secret:${Properties.Name ?? id}-AAAAAA`), attributes: {} };
  for (const { id, Properties } of resourcesOf(template, 'AWS::Logs::LogGroup')) {
    const name = String(Properties.LogGroupName ?? id);
    places[id] = { ref: name, attributes: { Arn: arnHere('logs', `log-group:${name}:*`) } };
  }
  for (const { id, Properties } of resourcesOf(template, 'AWS::CloudWatch::Alarm')) {
    const name = String(Properties.AlarmName ?? id);
    places[id] = { ref: name, attributes: { Arn: arnHere('cloudwatch', `alarm:${name}`) } };
  }
  for (const { id, Properties } of resourcesOf(template, 'AWS::CloudWatch::CompositeAlarm')) {
    const name = String(Properties.AlarmName ?? id);
    places[id] = { ref: name, attributes: { Arn: arnHere('cloudwatch', `alarm:${name}`) } };
  }
  for (const { id } of resourcesOf(template, 'AWS::ApiGatewayV2::Api'))
    places[id] = { ref: id, attributes: { ApiEndpoint: 'http://localhost' } };
  for (const { id, Properties } of resourcesOf(template, 'AWS::ApiGatewayV2::Stage'))
    places[id] = { ref: String(Properties.StageName), attributes: {} };
  for (const { id, Properties } of resourcesOf(template, 'AWS::Scheduler::ScheduleGroup'))
    places[id] = { ref: String(Properties.Name), attributes: {} };
  for (const { id } of resourcesOf(template, 'AWS::ApiGatewayV2::Integration'))
    places[id] = { ref: id, attributes: {} };
  return places;
}
