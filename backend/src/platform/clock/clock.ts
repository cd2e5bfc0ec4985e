import { Injectable } from '@nestjs/common';

/** The one clock. Everything that asks for the time asks here, so that a test can fix it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in Asia/Tokyo as YYYY-MM-DD, whatever the process zone. */
  today(): string {
    return dayInTokyo(this.now());
  }
}

/** A clock that stands still until told otherwise. */
export class FixedClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  override now(): Date {
    return this.at;
  }

  moveTo(at: Date): void {
    this.at = at;
  }
}

const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });

/** The day of an instant in Asia/Tokyo, YYYY-MM-DD. */
export const dayInTokyo = (at: Date): string => tokyo.format(at);

const clockInTokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });

/** Its time there, HH:MM. */
export const timeInTokyo = (at: Date): string => clockInTokyo.format(at);
