import { can, ROLES, scopeOf } from '@furikaeri/model';
import type { Actor, Action, Role, Subjects } from '@furikaeri/model';

export interface NavItem { name: string; text: string; badge?: 'waiting' }

/** An action on the whole rather than on one of its parts. */
export type WholeAction = { [A in Action]: null extends Subjects[A] ? A : never }[Action];

/** The roles whose screen it is, in the words of the permission table. */
export const rolesThatMay = (actor: Actor, action: WholeAction): Role[] => ROLES.filter((role) => can({ ...actor, role }, action, null));

/** The screens of a role. Wards answer; the others look at the whole. */
export function navigationFor(actor: Actor): NavItem[] {
  const items: NavItem[] = [{ name: 'home', text: 'app.nav.home', badge: 'waiting' }, { name: 'board', text: 'app.nav.board' }];
  if (scopeOf(actor).own !== null) items.push({ name: 'answers', text: 'app.nav.answers' });
  if (can(actor, 'progress-table.read', null)) items.push({ name: 'progress', text: 'app.nav.progress' });
  if (can(actor, 'assignment.change', null)) items.push({ name: 'assignments', text: 'app.nav.assignments' });
  if (can(actor, 'lint.read', null)) items.push({ name: 'figures', text: 'app.nav.figures' }, { name: 'lint', text: 'app.nav.lint' });
  items.push({ name: 'forms', text: 'app.nav.forms' });
  if (can(actor, 'sheet.import', null)) items.push({ name: 'imports', text: 'app.nav.imports' });
  if (can(actor, 'calendar.change', null)) items.push({ name: 'deadlines', text: 'app.nav.deadlines' });
  return items;
}
