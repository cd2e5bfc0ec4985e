import { useRouter } from 'vue-router';
import { useRealtime } from '../realtime/realtime.store.ts';
import { useSession } from './session.store.ts';

/** Ends the session and leads to the login; `to` is where whoever logs in next comes to. */
export function useLogOut(): (to?: string) => Promise<void> {
  const session = useSession();
  const realtime = useRealtime();
  const router = useRouter();
  return async (to) => {
    realtime.stop();
    await session.logOut();
    await router.push({ name: 'login', query: to === undefined ? {} : { to } });
  };
}
