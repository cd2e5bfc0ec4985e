// zod probes for eval when schemas are made; a strict content security policy would report that. Must run before any contract loads.
(globalThis as { __zod_globalConfig?: object }).__zod_globalConfig = { jitless: true };

export {};
