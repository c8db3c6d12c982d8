const TOPIC = /^arn:aws(-[a-z]+)*:sns:[a-z]{2}(-[a-z]+)+-\d:\d{12}:(?=.{1,256}$)[\w-]+(\.fifo)?$/;

/** Whether a text is the ARN of a topic of Amazon SNS, in any of Amazon's partitions (https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html, "Name"). */
export const isTopic = (text: string): boolean => TOPIC.test(text);
