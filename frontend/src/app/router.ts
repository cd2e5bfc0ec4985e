import { createRouter, createWebHistory } from 'vue-router';
import type { RouteRecordRaw } from 'vue-router';
import type { WholeAction } from './navigation.ts';
import { i18n } from '../shared/i18n/i18n.ts';
import { useSession } from '../shared/session/session.store.ts';
import { isProblem } from '../shared/commands/index.ts';
import { withMessages } from './load-messages.ts';

declare module 'vue-router' {
  interface RouteMeta { needs?: WholeAction }
}

/** One view for the list and for one answer, so that choosing an answer does not make the list anew. */
const answersView = withMessages(['answers', 'answerbooks', 'talk'], () => import('../features/answers/AnswersView.vue'));

/** `title` is a message key; `bare` screens have no frame and need no session, `cycleless` ones no review. `needs` is what a post must be allowed to do there. Each screen is its own chunk. */
const routes: RouteRecordRaw[] = [
  { path: '/login', name: 'login', component: withMessages(['login'], () => import('../features/login/LoginView.vue')), meta: { bare: true, title: 'login.title' } },
  { path: '/', name: 'home', component: withMessages(['home', 'card', 'lint'], () => import('../features/home/HomeView.vue')), meta: { title: 'app.nav.home' } },
  {
    path: '/board', name: 'board', component: withMessages(['board', 'lint'], () => import('../features/board/BoardView.vue')), meta: { title: 'app.nav.board' },
    children: [{ path: 'cards/:cardId', name: 'card', component: withMessages(['card', 'talk'], () => import('../features/card/CardPanel.vue')), props: true, meta: { title: 'app.nav.card' } }],
  },
  { path: '/answers', name: 'answers', component: answersView, meta: { title: 'app.nav.answers' } },
  { path: '/answers/:submissionId', name: 'answer', component: answersView, meta: { title: 'app.nav.answers' } },
  { path: '/progress', name: 'progress', component: withMessages(['progress', 'card', 'reminders'], () => import('../features/progress/ProgressView.vue')), meta: { title: 'app.nav.progress', needs: 'progress-table.read' } },
  { path: '/assignments', name: 'assignments', component: withMessages(['assignments'], () => import('../features/assignments/AssignmentsView.vue')), meta: { title: 'app.nav.assignments', needs: 'assignment.change' } },
  {
    path: '/deadlines', name: 'deadlines', component: withMessages(['deadlines'], () => import('../features/deadlines/DeadlinesView.vue')), redirect: { name: 'schedule' }, meta: { title: 'app.nav.deadlines', needs: 'calendar.change' },
    children: [
      { path: 'schedule', name: 'schedule', component: () => import('../features/deadlines/ScheduleView.vue'), meta: { title: 'deadlines.tabs.schedule' } },
      { path: 'closed-days', name: 'closed-days', component: () => import('../features/deadlines/ClosedDaysView.vue'), meta: { title: 'deadlines.tabs.closedDays', cycleless: true } },
      { path: 'ladder', name: 'ladder', component: withMessages(['reminders'], () => import('../features/reminders/LadderView.vue')), meta: { title: 'deadlines.tabs.ladder' } },
      { path: 'templates', name: 'templates', component: withMessages(['reminders'], () => import('../features/reminders/TemplatesView.vue')), meta: { title: 'deadlines.tabs.templates' } },
      { path: 'mails/:mailId?', name: 'mails', component: withMessages(['mails', 'reminders'], () => import('../features/mails/MailsView.vue')), props: true, meta: { title: 'deadlines.tabs.mails' } },
      { path: '/mailbox/:mailId?', name: 'mailbox', component: withMessages(['mailbox'], () => import('../features/mailbox/MailboxView.vue')), props: true, meta: { title: 'app.nav.mailbox' } },
    ],
  },
  { path: '/imports', name: 'imports', component: withMessages(['imports'], () => import('../features/imports/ImportsView.vue')), meta: { title: 'app.nav.imports', phase: false, cycleless: true, needs: 'sheet.import' } },
  { path: '/imports/:importId', name: 'import', component: withMessages(['imports'], () => import('../features/imports/ImportView.vue')), props: true, meta: { title: 'app.nav.imports', phase: false, cycleless: true, needs: 'sheet.import' } },
  { path: '/figures', name: 'figures', component: withMessages(['figures'], () => import('../features/figures/FiguresView.vue')), meta: { title: 'app.nav.figures', needs: 'lint.read' } },
  { path: '/lint', name: 'lint', component: withMessages(['lint'], () => import('../features/lint/LintView.vue')), meta: { title: 'app.nav.lint', needs: 'lint.read' } },
  { path: '/forms', name: 'forms', component: withMessages(['forms'], () => import('../features/forms/FormsView.vue')), meta: { title: 'app.nav.forms' } },
  { path: '/notices', name: 'notices', component: withMessages(['notices'], () => import('../features/notices/NoticesView.vue')), meta: { title: 'app.notices', cycleless: true } },
  { path: '/open', name: 'landing', component: withMessages(['landing'], () => import('../features/landing/LandingView.vue')), meta: { title: 'app.nav.landing', cycleless: true } },
  { path: '/account', name: 'account', component: withMessages(['account'], () => import('../features/account/AccountView.vue')), meta: { title: 'app.nav.account', cycleless: true } },
  { path: '/:lost(.*)*', name: 'lost', component: () => import('./LostView.vue'), meta: { title: 'app.lost.title' } },
];

export const router = createRouter({ history: createWebHistory(), routes });

router.beforeEach(async (to) => {
  const session = useSession();
  if (to.meta['bare'] === true || session.workplace !== null) return true;
  // The screen's own code comes while the session is read; should it fail, the router asks for it again.
  for (const { components } of to.matched) {
    const load = components?.['default'];
    if (typeof load === 'function') void (load as () => Promise<unknown>)().catch(() => {});
  }
  try {
    await session.load();
    return session.me?.mustChangePassword === true && to.name !== 'account' ? { name: 'account' } : true;
  } catch (error) {
    if (isProblem(error, 'account/not-logged-in')) return { name: 'login', query: to.fullPath === '/' ? {} : { to: to.fullPath } };
    // The frame shows what happened and offers to load again.
    return true;
  }
});

router.afterEach((to) => {
  const { t } = i18n.global;
  const title = typeof to.meta['title'] === 'string' ? `${t(to.meta['title'])} · ` : '';
  document.title = `${title}${t('app.name')}`;
});
