import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';

interface Batch { id: string; cycle_id: string; plan_name: string; fiscal_year: number }
export interface UndoneBatch { batchId: string; cycleId: string; planName: string; fiscalYear: number; cards: number }

/**
 * Takes an import back, the last one or the one named, as long as nobody has worked in its cycle: afterwards it is as if
 * it had not been, save for the log, and a review that it came from is open again.
 */
export async function undoBatch(em: EntityManager, now: Date, batchId: string | null): Promise<UndoneBatch> {
  const [batch] = await em.execute<Batch[]>(
    `select id, cycle_id, plan_name, fiscal_year from import_batch
     where undone_at is null and cycle_id is not null ${batchId === null ? '' : 'and id = ?'} order by imported_at desc, id desc limit 1 for update`,
    batchId === null ? [] : [batchId],
  );
  if (batch === undefined) throw new ProblemError('import/none');
  // Every command takes its card's lock first, so nobody answers between the look and the deed.
  const cards = await em.execute<{ id: string }[]>('select id from card where cycle_id = ? order by id for update', [batch.cycle_id]);
  const list = await whatHappened(em, batch.cycle_id);
  if (list.length > 0) throw new ProblemError('cycle/in-use', { list });

  await em.execute('update import_batch set undone_at = ? where id = ?', [now, batch.id]);
  await em.execute(`update import_draft set state = 'undone', version = version + 1, changed_at = ? where batch_id = ? and state = 'applied'`, [now, batch.id]);
  await em.execute('delete from cycle where id = ?', [batch.cycle_id]);
  await em.execute('delete from plan where name = ? and not exists (select 1 from cycle where plan_id = plan.id)', [batch.plan_name]);
  return { batchId: batch.id, cycleId: batch.cycle_id, planName: batch.plan_name, fiscalYear: batch.fiscal_year, cards: cards.length };
}

interface Trace { code: string; answers: number; comments: number; decided: boolean; reviewed: boolean; texts: number }

/** Card by card, what somebody did in the cycle; numbers only, since whoever runs the command may read no answer. */
async function whatHappened(em: EntityManager, cycleId: string): Promise<{ code: string; title: string }[]> {
  const traces = await em.execute<Trace[]>(
    `select * from (
       select c.code, c.sort,
         (select count(*)::int from submission s where s.card_id = c.id and (s.state <> 'not_started' or s.edited_at is not null or s.submitted is not null))
           + (select count(*)::int from removed_submission r where r.card_id = c.id) as answers,
         (select count(*)::int from comment m where m.card_id = c.id) as comments,
         c.progress_decision is not null as decided,
         coalesce(c.stage in ('committee_review','reviewed'), false) as reviewed,
         (select count(*)::int from card_text t where t.card_id = c.id and t.version > 1) as texts
       from card c where c.cycle_id = ?
     ) t where answers > 0 or comments > 0 or decided or reviewed or texts > 0 order by sort`,
    [cycleId],
  );
  return traces.map(({ code, answers, comments, decided, reviewed, texts }) => ({
    code,
    title: [
      ...(answers > 0 ? [`回答 ${answers}件`] : []),
      ...(decided ? ['実施状況の判断'] : []),
      ...(reviewed ? ['部会の審査'] : []),
      ...(texts > 0 ? [`書き直した文 ${texts}件`] : []),
      ...(comments > 0 ? [`コメント ${comments}件`] : []),
    ].join('・'),
  }));
}
