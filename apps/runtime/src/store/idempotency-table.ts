// Answers remembered under their Idempotency-Key for a day, so that a retry of a publish is answered and not done again.
import type { Connection } from './connection.ts';

const KEPT_HOURS = 24;

export interface RememberedAnswer {
  readonly fingerprint: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export class IdempotencyTable {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  find(key: string, route: string, now: string): RememberedAnswer | undefined {
    const row = this.#connection
      .prepare('SELECT fingerprint, status, headers, body FROM idempotency WHERE key = ? AND route = ? AND created_at > ?')
      .get(key, route, before(now)) as { fingerprint: string; status: number; headers: string; body: string } | undefined;
    return row === undefined ? undefined : { ...row, headers: JSON.parse(row.headers) as Record<string, string> };
  }

  /** Call it inside the transaction whose answer it is. */
  remember(key: string, route: string, answer: RememberedAnswer, now: string): void {
    this.#connection.prepare('DELETE FROM idempotency WHERE created_at <= ?').run(before(now));
    this.#connection
      .prepare(
        'INSERT OR REPLACE INTO idempotency (key, route, fingerprint, status, headers, body, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(key, route, answer.fingerprint, answer.status, JSON.stringify(answer.headers), answer.body, now);
  }
}

function before(now: string): string {
  return new Date(Date.parse(now) - KEPT_HOURS * 3_600_000).toISOString();
}
