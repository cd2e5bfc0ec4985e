import { CONTRACTS, PROBLEMS, type CommandContract, type QueryContract } from '@furikaeri/contracts';
import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';

const Problem = z.object({
  type: z.string(), code: z.enum(Object.keys(PROBLEMS) as [string, ...string[]]), title: z.string(), status: z.int(), detail: z.string().optional(), requestId: z.string().optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  current: z.unknown().optional(),
  list: z.array(z.object({ code: z.string(), title: z.string() })).optional(),
}).meta({ id: 'Problem', description: 'RFC 9457 problem details' });

const FILE = { type: 'string', format: 'binary' } as const;

let document: object | undefined;

/** OpenAPI 3.1, made of the very schemas that parse the requests. Made on first use and kept. */
export function openApiDocument(): object {
  return (document ??= createDocument({
    openapi: '3.1.0',
    info: { title: '振り返りボード', version: '1', description: 'Commands carry a commandId (a UUID of the client): sent twice, they happen once.' },
    paths: pathsOf(CONTRACTS),
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'furikaeri_session' } } },
    security: [{ session: [] }],
  }));
}

function pathsOf(contracts: readonly (CommandContract | QueryContract)[]): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const contract of contracts) {
    const path = contract.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[contract.method.toLowerCase()] = operationOf(contract);
  }
  return paths;
}

function operationOf(contract: CommandContract | QueryContract): ZodOpenApiOperationObject {
  const names = [...contract.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  const shape = contract.input instanceof z.ZodObject ? (contract.input.shape as Record<string, z.ZodType>) : {};
  const entries = Object.entries(shape);
  const inPath = z.object(Object.fromEntries(entries.filter(([name]) => names.includes(name))));
  const rest = z.object(Object.fromEntries(entries.filter(([name]) => !names.includes(name))));
  const hasRest = Object.keys(rest.shape).length > 0;
  const takesFile = 'body' in contract && contract.body === 'file';
  const isInQuery = hasRest && (contract.method === 'GET' || takesFile);
  return {
    operationId: contract.name,
    summary: contract.summary,
    ...(names.length > 0 || isInQuery ? { requestParams: { ...(names.length > 0 ? { path: inPath } : {}), ...(isInQuery ? { query: rest } : {}) } } : {}),
    ...(takesFile ? { requestBody: { content: { 'application/octet-stream': { schema: FILE } } } } : {}),
    ...(hasRest && !isInQuery ? { requestBody: { content: { 'application/json': { schema: rest } } } } : {}),
    responses: { 200: { description: 'OK', content: 'answer' in contract && contract.answer === 'file' ? { '*/*': { schema: FILE } } : { 'application/json': { schema: contract.output } } }, ...problemResponses(contract) },
  };
}

function problemResponses(contract: CommandContract | QueryContract): Record<string, object> {
  const codes = ['request/invalid' as const, ...contract.problems];
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))];
  return Object.fromEntries(statuses.map((status) => [status, {
    description: codes.filter((code) => PROBLEMS[code].status === status).join(', '), content: { 'application/problem+json': { schema: Problem } },
  }]));
}
