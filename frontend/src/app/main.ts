import '../shared/styles/fonts.ts';
import '../shared/styles/main.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { transport } from '../shared/commands/index.ts';
import { currentLocale, i18n, setLocale } from '../shared/i18n/i18n.ts';
import { useSession } from '../shared/session/session.store.ts';
import App from './App.vue';
import { loadMessages } from './load-messages.ts';
import { router } from './router.ts';
import { applyTheme } from './theme.ts';

loadMessages();
setLocale(currentLocale());
applyTheme();

const app = createApp(App).use(createPinia()).use(i18n);
const session = useSession();
transport.language = currentLocale;
transport.onUnauthorized = () => {
  session.forget();
  const here = router.currentRoute.value;
  // The place is kept, so that after the login the same card lies open again.
  if (here.name !== 'login' && here.matched.length > 0) void router.push({ name: 'login', query: { to: here.fullPath } });
};
app.use(router).mount('#app');
