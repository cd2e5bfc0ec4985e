/** PostgreSQL gets a clean environment: a PGDATA or LC_ALL of the caller must not change what it does. */
export const serverEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
