import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTRACTS, SOCKET_EVENTS } from '@furikaeri/contracts';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { startTestApi, type TestApi } from '../../../../test/kit/api.ts';
import { kitaStaff } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { PERMISSIONS } from '../auth/permission-table.ts';
import { ROUTE_NAME } from '../auth/serves.ts';

describe('the HTTP side', () => {
  let db: TestDatabase;
  let api: TestApi;
  beforeAll(async () => { db = await createTestDatabase(); api = await startTestApi(db); });
  afterAll(async () => { await api.close(); await db.close(); });

  const metadata = () => {
    const discovery = new DiscoveryService(api.app.get(ModulesContainer));
    const [scanner, reflector] = [new MetadataScanner(), new Reflector()];
    const handlers = [...discovery.getControllers(), ...discovery.getProviders()]
      .flatMap(({ instance }) => {
        const prototype: unknown = instance === null || typeof instance !== 'object' ? null : Object.getPrototypeOf(instance);
        return prototype === null ? [] : scanner.getAllMethodNames(prototype as object).map((name) => (prototype as Record<string, unknown>)[name]);
      })
      .filter((method): method is () => void => typeof method === 'function');
    return {
      routes: handlers.filter((h) => reflector.get('path', h) !== undefined).map((h) => reflector.get<string | undefined>(ROUTE_NAME, h)),
      events: handlers.filter((h) => reflector.get('websockets:message_mapping', h) === true).map((h) => reflector.get<string>('message', h)),
    };
  };

  it('has a row of the permission table for every route and socket event, and no row without one', () => {
    const { routes, events } = metadata();
    const names = [...routes, ...events];
    expect(names).not.toContain(undefined);
    expect([...names].sort()).toEqual(Object.keys(PERMISSIONS).sort());
    expect([...events].sort()).toEqual(Object.values(SOCKET_EVENTS).map(({ event }) => event).sort());
  });

  it('serves every contract of the catalogue', () => {
    expect(CONTRACTS.map(({ name }) => name).filter((name) => !metadata().routes.includes(name))).toEqual([]);
  });

  it('lets nobody in without a session, but for what anyone may see', async () => {
    for (const { name, method, path } of CONTRACTS) {
      if (PERMISSIONS[name]?.by === 'anyone') continue;
      const response = await api.visitor().send(method, path.replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000000'), method === 'GET' ? undefined : {});
      expect([name, response.status]).toEqual([name, 401]);
    }
  });

  it('answers a refusal as problem details, in the language asked for, with a request id', async () => {
    const response = await api.visitor().send('GET', '/api/session', undefined, { 'accept-language': 'en-GB,ja;q=0.5' });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toEqual({ type: 'urn:furikaeri:problem:account/not-logged-in', code: 'account/not-logged-in', status: 401, title: 'Please log in. What you typed is kept on this device.', requestId: response.headers.get('x-request-id') });
    const japanese = (await (await api.visitor().send('GET', '/api/session')).json()) as { title: string };
    expect(japanese.title).toMatch(/^ログインしてください/);
  });

  it('names the fields of a bad input, and refuses broken or huge bodies plainly', async () => {
    const bad = await api.visitor().send('POST', '/api/session', { login: '' });
    expect((await bad.json() as { fields: { path: string }[] }).fields.map(({ path }) => path)).toEqual(['login', 'password']);
    const broken = await fetch(`${api.address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
    expect([broken.status, (await broken.json() as { code: string }).code]).toEqual([400, 'request/invalid']);
    const huge = await api.visitor().send('POST', '/api/session', { login: 'x'.repeat(1_100_000), password: 'x' });
    expect([huge.status, (await huge.json() as { code: string }).code]).toEqual([413, 'request/too-large']);
    const text = await fetch(`${api.address}/api/session`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'a' });
    expect(text.status).toBe(400);
  });

  it('refuses text that is no text, and whatever is no JSON, before it reaches the database', async () => {
    const visitor = await api.as(kitaStaff);
    const paths = async (response: Response) => [response.status, ...((await response.json()) as { fields?: { path: string }[] }).fields?.map(({ path }) => path) ?? []];
    const id = '00000000-0000-7000-8000-000000000000';
    for (const odd of ['a\u0000b', 'half \ud83d', '\udc00']) {
      expect(await paths(await visitor.send('POST', `/api/cards/${id}/comments`, { commandId: id, text: odd }))).toEqual([400, 'text']);
      expect(await paths(await api.visitor().send('POST', '/api/session', { login: odd, password: 'x' }))).toEqual([400, 'login']);
    }
    expect(await paths(await visitor.send('POST', `/api/cards/${id}/returns`, { commandId: id, submissions: [{ id, expectedVersion: 1 }], reason: '\u0000 か', fields: [], deadline: '2025-05-20' }))).toEqual([400, 'reason']);
    expect((await visitor.send('POST', `/api/cards/${id}/comments`, { commandId: id, text: '𠮷野家の訓練 🏫' })).status).toBe(404);
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=b']) {
      const form = await fetch(`${api.address}/api/session`, { method: 'POST', headers: { 'content-type': type }, body: 'login=a&password=b' });
      expect([type, form.status]).toEqual([type, 400]);
    }
  });

  it('answers an address that cannot be read as problem details too, without repeating it', async () => {
    const response = await api.visitor().send('GET', '/api/cards/%E0%A4%A');
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'request/invalid' });
    expect(text).not.toContain('%E0');
  });

  it('refuses unsafe requests from other sites', async () => {
    const visitor = await api.as(kitaStaff);
    for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:1`]) {
      const response = await visitor.send('DELETE', '/api/session', undefined, { origin });
      expect([origin, response.status, (await response.json() as { code: string }).code]).toEqual([origin, 403, 'request/wrong-origin']);
    }
    const crossSite = await fetch(`${api.address}/api/session`, { method: 'DELETE', headers: { cookie: visitor.cookie, 'sec-fetch-site': 'cross-site' } });
    expect(crossSite.status).toBe(403);
    expect((await visitor.send('GET', '/api/session')).status).toBe(200);
  });

  it('forbids what the screens do not need, by its content security policy', async () => {
    const policy = (await api.visitor().send('GET', '/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('describes itself by the schemas it parses with', async () => {
    const document = (await (await api.visitor().send('GET', '/api/openapi.json')).json()) as { openapi: string; paths: Record<string, Record<string, { operationId: string; parameters?: { name: string; in: string }[] }>> };
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(CONTRACTS.map(({ name }) => name).sort());
    expect(document.paths['/api/cards/{cardId}/approve']?.['post']?.parameters).toMatchObject([{ name: 'cardId', in: 'path' }]);
    const upload = document.paths['/api/imports']?.['post'] as { parameters?: { name: string; in: string }[]; requestBody?: { content: object } } | undefined;
    expect(upload?.parameters?.map((one) => [one.name, one.in])).toEqual([['commandId', 'query'], ['fileName', 'query']]);
    expect(Object.keys(upload?.requestBody?.content ?? {})).toEqual(['application/octet-stream']);
    expect(document.paths['/api/changes']?.['get']?.parameters?.map(({ name }) => name)).toEqual(['stream', 'after']);
  });

  it('says how it is', async () => {
    expect(await (await api.visitor().send('GET', '/api/health/live')).json()).toEqual({ status: 'ok' });
    expect(await (await api.visitor().send('GET', '/api/health/ready')).json()).toEqual({
      status: 'ok', checks: { database: 'ok', migrations: 'ok', changes: 'ok', redis: 'not-configured' }, warnings: [],
    });
  });

  it('answers an unknown address with a problem under /api and with the page elsewhere', async () => {
    const lost = await api.visitor().send('GET', '/api/nowhere');
    expect([lost.status, (await lost.json() as { code: string }).code]).toEqual([404, 'request/not-found']);
    expect((await api.visitor().send('GET', '/assets/nothing.js')).status).toBe(404);
    expect((await api.visitor().send('POST', '/api/nowhere', {})).status).toBe(404);
  });
});
