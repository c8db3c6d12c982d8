import { describe, expect, it } from 'vitest';
import { all } from './template.ts';

const routes = all('AWS::ApiGatewayV2::Route');
const [stage] = all('AWS::ApiGatewayV2::Stage');

describe('the API', () => {
  it.each(routes)(
    'lets so many requests in by $Properties.RouteKey, whatever the other routes do',
    ({ id, ...route }) => {
      const limit = stage!.Properties.RouteSettings[route.Properties.RouteKey];
      expect(limit.ThrottlingRateLimit).toBeGreaterThan(0);
      expect(limit.ThrottlingBurstLimit).toBeGreaterThanOrEqual(limit.ThrottlingRateLimit);
      expect(stage).toMatchObject({ DependsOn: expect.arrayContaining([id]) });
    },
  );

  it('lets help desks in faster than people', () => {
    const { RouteSettings, DefaultRouteSettings } = stage!.Properties;
    expect(RouteSettings['POST /v1/events'].ThrottlingRateLimit).toBe(500);
    expect(RouteSettings['POST /v1/hooks/{source}'].ThrottlingRateLimit).toBe(100);
    expect(DefaultRouteSettings.ThrottlingRateLimit).toBe(50);
  });

  it('writes down who asked for what, as JSON, and never what was in it', () => {
    const format = JSON.parse(stage!.Properties.AccessLogSettings.Format);
    expect(Object.keys(format)).toEqual(expect.arrayContaining(['request', 'route', 'by', 'from', 'status']));
    expect(Object.values(format).join()).not.toMatch(/body|query|header|authorizer\./i);
  });
});
