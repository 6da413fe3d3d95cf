/** An operation that faceid.yaml does not hold: nested parameters, a list, references, no limit of its own. */
export const document = {
  openapi: '3.1.0',
  servers: [{ url: 'https://faceid.tencentcloudapi.com' }],
  paths: {
    '/#X-TC-Action=SearchSomething': {
      post: {
        operationId: 'SearchSomething',
        'x-requests-per-second': 2,
        parameters: [
          { name: 'X-TC-Action', in: 'header', required: true, schema: { const: 'SearchSomething' } },
          { $ref: '#/components/parameters/X-TC-Version' },
        ],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Search' } } } },
        responses: {
          '200': {
            content: {
              'application/json': {
                schema: {
                  properties: {
                    Response: {
                      oneOf: [{ $ref: '#/components/schemas/Failure' }, { $ref: '#/components/schemas/Found' }],
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  components: {
    parameters: {
      'X-TC-Version': { name: 'X-TC-Version', in: 'header', required: true, schema: { const: '2018-03-01' } },
    },
    schemas: {
      Search: {
        type: 'object',
        additionalProperties: false,
        required: ['Filters'],
        properties: {
          Limit: { type: 'integer' },
          Filters: { type: 'array', items: { $ref: '#/components/schemas/Filter' } },
        },
      },
      Filter: {
        type: 'object',
        additionalProperties: false,
        required: ['Name'],
        properties: {
          Name: { type: 'string' },
          Exact: { type: 'boolean' },
          Values: { type: 'array', items: { type: 'integer' } },
          Inner: { $ref: '#/components/schemas/Filter' },
        },
      },
      Failure: { type: 'object', properties: { Error: { type: 'object' }, RequestId: { type: 'string' } } },
      Found: {
        type: 'object',
        properties: {
          Count: { type: 'integer', minimum: 1 },
          State: { type: 'string', enum: ['READY', 'GONE'] },
          Id: { type: 'string', examples: ['A561B769-C347-4724-A69A-6C3B3483E107'] },
          Owner: {
            type: 'object',
            properties: { Name: { type: 'string', default: 'nobody' }, Active: { type: 'boolean' } },
          },
          Items: { type: 'array', items: { type: 'string' } },
          RequestId: { type: 'string' },
        },
      },
    },
  },
}
