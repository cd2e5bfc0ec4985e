import nodemailer from 'nodemailer';
import type pg from 'pg';
import { startSmtpSink, type ReceivedMail } from '../kit/smtp-sink.ts';
import { waitFor } from '../kit/wait-for.ts';
import { startWorkerProcess } from '../kit/worker-process.ts';
import { layOutBoard } from './big-board.ts';
import { startWorld } from './world.ts';

const MAILS = 5_000;
/** Rows that every ward owes, each a line of its people's mail. */
const ROWS = 5;
/** 10:00 in Tokyo on a Wednesday, the day of the deadline, and on the Sunday before. */
const MORNING = new Date('2025-05-14T01:00:00Z');
const SUNDAY = new Date('2025-05-11T01:00:00Z');

export interface MailFigures {
  mails: number;
  rows: number;
  /** From the sweep until the relay holds the last mail. */
  seconds: number;
  /** The same mails, ready made, through a pool as large to the same relay. */
  bareSeconds: number;
  ratio: number;
}

/** まとめメール for 5,000 people of 24 wards: found due, composed and handed to a real SMTP server, with everything on the same cores. */
export async function measureMails(): Promise<MailFigures> {
  const sink = await startSmtpSink();
  const world = await startWorld();
  try {
    await world.endServer();
    await layOutMails(world.owner);
    // A worker that starts sweeps at once: on a Sunday it finds nothing to say.
    const worker = await startWorkerProcess({ DATABASE_URL: world.appUrl, SMTP_URL: sink.url, PUBLIC_URL: 'https://board.example', NODE_ENV: 'production' }, SUNDAY);
    await worker.moveTo(MORNING);
    const began = performance.now();
    await worker.sweep();
    await waitFor(() => sink.mails.length >= MAILS, { within: 300_000, what: `${MAILS} mails` });
    const seconds = (performance.now() - began) / 1000;
    await worker.kill();
    const bareSeconds = await bare(sink.url, sink.mails.splice(0, MAILS));
    return { mails: MAILS, rows: ROWS, seconds: round(seconds), bareSeconds: round(bareSeconds), ratio: round(seconds / bareSeconds) };
  } finally {
    await world.stop();
    await sink.close();
  }
}

const round = (n: number): number => Math.round(n * 100) / 100;

/** One cycle whose wards owe every row until this day, and as many 区担当 as mails are wanted, spread over the wards. Nobody else is written to. */
async function layOutMails(owner: pg.Pool): Promise<void> {
  const cycleId = await layOutBoard(owner, ROWS);
  await owner.query("update cycle set phase = 'published' where id <> $1", [cycleId]);
  await owner.query("update cycle set phase = 'collection', ward_deadline = '2025-05-14', review_deadline = '2025-06-30' where id = $1", [cycleId]);
  await owner.query("update card set stage = 'draft' where cycle_id = $1", [cycleId]);
  await owner.query("update submission s set state = 'not_started', submitted = null, submitted_at = null from card c where c.id = s.card_id and c.cycle_id = $1", [cycleId]);
  await owner.query('delete from reminder_item; delete from reminder_mail; delete from notification; delete from absence');
  await owner.query("update person set disabled_at = now() where id in (select person_id from post where role = 'ward_staff')");
  await owner.query(
    `with ward as (select id, row_number() over (order by sort) - 1 as n from organisation where kind = 'ward'),
     made as (
       insert into person (id, name, login, email, password_hash, created_at)
       select gen_random_uuid(), '区担当 ' || n, 'bulk-' || n, 'bulk-' || n || '@example.test', '', now() from generate_series(1, $1::integer) as n returning id, login
     )
     insert into post (id, person_id, organisation_id, role, title)
     select gen_random_uuid(), made.id, ward.id, 'ward_staff', '市民協働課' from made join ward on ward.n = split_part(made.login, '-', 2)::integer % 24`,
    [MAILS],
  );
  await owner.query('analyze');
}

/** Sending alone: what a pool as large takes for the same mails. */
async function bare(url: string, mails: readonly ReceivedMail[]): Promise<number> {
  const transport = nodemailer.createTransport({ url, pool: true, maxConnections: 5, maxMessages: Infinity });
  const began = performance.now();
  await Promise.all(mails.map(({ from, to, raw }) => transport.sendMail({ envelope: { from, to }, raw })));
  const seconds = (performance.now() - began) / 1000;
  transport.close();
  return seconds;
}
