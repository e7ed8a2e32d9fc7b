import Stripe from 'stripe';
import { liveCases } from './cases.ts';
import type { Run } from './page.ts';
import { discreet, run } from './run.ts';
import { setStage } from './stage.ts';

/**
 * Asks everything, and tells it on the way. The run, to be written down; null for one that says nothing about Stripe,
 * because it was a double or because Stripe did not let us in.
 *
 * @param base of a double; undefined for Stripe itself
 */
export async function ask(key: string, base: string | undefined): Promise<Run | null> {
  const stage = await setStage(key, base).catch((error: unknown) => {
    console.error(`Stripe does not let us in. ${discreet(String(error))}`);
  });
  if (stage === undefined) {
    process.exitCode = 1;
    return null;
  }
  const results = await run(liveCases, stage, ({ what, outcome, detail }) => {
    console.log(`${outcome.padEnd(7)}  ${what}${detail === '' ? '' : ` (${detail})`}`);
  });
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
  const sum = `${count('passed')} passed, ${count('failed')} failed, ${count('not run')} not run`;
  if (count('failed') > 0) process.exitCode = 1;
  const versions = `stripe ${Stripe.PACKAGE_VERSION}, API ${Stripe.API_VERSION}`;
  if (base !== undefined) {
    console.log(`\nAgainst a double at ${base}: ${sum}, ${versions}. This says nothing about Stripe.`);
    return null;
  }
  const day = new Date().toISOString().slice(0, 10);
  const heading = `Run on ${day} (UTC) with ${versions}, against a test account in ${stage.country}: ${sum}.`;
  console.log(`\n${heading}`);
  return { heading, results };
}
