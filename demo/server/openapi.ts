import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { schemaNames } from './schemas.js';

const schemas = { schemaRegistry: schemaNames, zodToJsonConfig: { target: 'draft-2020-12' as const } };

/** Describes every route registered after it as OpenAPI 3.1, from the schemas that check what comes and goes. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Carethread reference backend',
        description: 'What the rest adapter speaks. Errors are problem documents (RFC 9457).',
        version: '0.1.0',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      security: [{ bearer: [] }],
    },
    transform: createJsonSchemaTransform(schemas),
    transformObject: createJsonSchemaTransformObject(schemas),
  });
}
