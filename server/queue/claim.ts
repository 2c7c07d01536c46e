import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { CliError } from '../cli/failure.ts';

const RENEW = `
  local holder = redis.call('get', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[2])
  return 1`;
const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end";

/** One ingest at a time fills a queue: two plans would undo each other. One that was killed loses its claim after a while. */
export class Claim {
  readonly #redis: Redis;
  readonly #key: string;
  readonly #ms: number;
  readonly #token = randomUUID();
  #timer: NodeJS.Timeout | undefined;
  #lost = false;

  private constructor(redis: Redis, key: string, ms: number) {
    this.#redis = redis;
    this.#key = key;
    this.#ms = ms;
  }

  /**
   * Waits for a claim that a killed ingest left to run out.
   * @param ms how long it holds without being renewed
   * @throws CliError when another ingest goes on renewing it
   */
  static async take(redis: Redis, key: string, ms: number): Promise<Claim> {
    const claim = new Claim(redis, key, ms);
    const until = Date.now() + 1.5 * ms;
    while ((await claim.#renew()) === 0) {
      if (Date.now() > until)
        throw new CliError('another ingest fills this queue; wait for its end, or stop it');
      await wait(Math.min(500, ms / 4));
    }
    claim.#timer = setInterval(() => {
      claim.#renew().then(
        (held) => void (claim.#lost ||= held === 0),
        // Redis is away; what is under way waits for it, too.
        () => undefined,
      );
    }, ms / 3).unref();
    return claim;
  }

  /** @throws CliError when another ingest took it, because this process stood still. */
  check(): void {
    if (this.#lost)
      throw new CliError('this ingest stood still so long that another one took its queue; begin it again');
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#redis.eval(RELEASE, 1, this.#key, this.#token);
  }

  async #renew(): Promise<number> {
    return Number(await this.#redis.eval(RENEW, 1, this.#key, this.#token, this.#ms));
  }
}
