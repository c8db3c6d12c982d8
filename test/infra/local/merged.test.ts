import { describe, expect, it } from 'vitest';
import { merged } from '../../../infra/local/merged.ts';

const records = {
  Resources: { Table: { Type: 'T', Properties: {} } },
  Outputs: { TableArn: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] } } },
};
const using = (OutputName: string, id = 'Role') => ({
  Resources: {
    [id]: { Type: 'R', Properties: { of: [{ 'Fn::GetStackOutput': { StackName: 'records', OutputName } }] } },
  },
});

describe('stacks as one', () => {
  it('refer to each other as if they had always been one', () => {
    expect(merged({ records, pipeline: using('TableArn') }).Resources).toEqual({
      Table: { Type: 'T', Properties: {} },
      Role: { Type: 'R', Properties: { of: [{ 'Fn::GetAtt': ['Table', 'Arn'] }] } },
    });
  });

  it('are refused where one asks for what no other tells', () => {
    expect(() => merged({ records, pipeline: using('Colour') })).toThrow('no stack records tells Colour');
  });

  it('are refused where two have a resource of one id', () => {
    expect(() => merged({ records, pipeline: using('TableArn', 'Table') })).toThrow('two stacks have a resource Table');
  });
});
