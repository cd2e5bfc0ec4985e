/**
 * Stands in for zod in the browser's bundle (see vite.config.ts). The screens use of a contract its method and path and,
 * through TypeScript, its shapes; parsing what came over the wire is the server's work. Schemas would be 45 kB gz of the
 * first load. Whatever is built from this answers with itself, so a contract that uses a new builder needs its name here.
 */
const nothing: unknown = new Proxy(() => nothing, { get: () => nothing, apply: () => nothing });

export {
  nothing as array, nothing as boolean, nothing as coerce, nothing as discriminatedUnion, nothing as int, nothing as intersection, nothing as iso, nothing as literal,
  nothing as number, nothing as object, nothing as record, nothing as string, nothing as stringbool, nothing as tuple, nothing as union, nothing as unknown, nothing as uuid,
};
const choice = nothing;
export { choice as enum };
