import { setTimeout as delay } from 'node:timers/promises';
import { createCustomer } from './customer.ts';
import { Broken, must, NotChecked } from './must.ts';
import { noticesTo } from './notices.ts';
import type { Rule, Tools, ToolsWith } from './rule.ts';
import { keepSecret, newNotes, withoutSecrets, type RunNotes } from './run-notes.ts';
import { supplies, type Need, type Stage } from './stage.ts';
import { seeded } from './shuffle.ts';

/** What came of one rule. */
export interface Finding {
  readonly rule: number;
  readonly sentence: string;
  readonly outcome: 'passed' | 'failed' | 'not checked';
  /** How often the back end, or its provider for the customer, was asked. */
  readonly requests: number;
  /** The first counterexample, or why it was not checked; one line without secrets. Null when it passed. */
  readonly because: string | null;
}

/** Checks rules against a back end, one after the other. Rejects only where the back end cannot be checked at all. */
export async function runRules(
  stage: Stage,
  rules: readonly Rule[],
  onFinding: (finding: Finding) => void = () => undefined,
): Promise<readonly Finding[]> {
  const notes = newNotes();
  if (stage.provider !== null) keepSecret(notes, stage.provider.key, 'provider key');
  const tools = toolsOf(stage, notes);
  try {
    await tools.customer.signedIn();
  } catch (error) {
    throw new Error(`The account cannot be used: ${withoutSecrets(notes, messageOf(error))}.`, {
      cause: error,
    });
  }
  const findings: Finding[] = [];
  for (const rule of rules) {
    const finding = await judge(rule, tools);
    findings.push(finding);
    onFinding(finding);
  }
  return findings;
}

async function judge(rule: Rule, tools: Tools): Promise<Finding> {
  const { notes } = tools;
  const before = notes.requests;
  const found = (outcome: Finding['outcome'], because: string | null): Finding => ({
    rule: rule.number,
    sentence: rule.sentence,
    outcome,
    requests: notes.requests - before,
    because: because === null ? null : withoutSecrets(notes, because),
  });
  const missing = rule.needs.filter((need) => tools[need] === null).map((need) => supplies[need]);
  if (missing.length > 0) return found('not checked', `needs ${missing.join(', ')}`);
  try {
    await rule.check(tools as ToolsWith<Need>); // What it needs is not missing.
    return found('passed', null);
  } catch (error) {
    if (error instanceof Broken) return found('failed', error.message);
    return found(
      'not checked',
      error instanceof NotChecked ? error.message : `the check broke: ${messageOf(error)}`,
    );
  } finally {
    // The next rule finds everything as this one did.
    await tools.supplier?.set('well');
    await tools.customer.tidy();
  }
}

function toolsOf(stage: Stage, notes: RunNotes): Tools {
  const { baseUrl, account, other, noticeSecret, provider, supplier, settings } = stage;
  const { patienceMs, calmMs, seed } = settings;
  const customerAt: Tools['customerAt'] = (url, who) =>
    createCustomer(url, who === 'other' && other !== null ? other : account, { notes, patienceMs });
  const customer = customerAt(baseUrl, 'same');

  return {
    ...stage,
    notes,
    customer,
    customerAt,
    notices(url = baseUrl) {
      if (noticeSecret === null) throw new NotChecked(`needs ${supplies.noticeSecret}`);
      return noticesTo(url, noticeSecret, notes);
    },
    async tell({ renewal, payment }) {
      if (noticeSecret !== null) {
        const { status } = await noticesTo(baseUrl, noticeSecret, notes)(payment.paymentId);
        must(status < 300, `a notice is answered ${status}`);
      } else if (provider !== null) await customer.status(renewal, true);
    },
    extensions: async () => (await supplier?.extensions()) ?? null,
    calm: () => delay(calmMs),
    async revive() {
      await stage.restart?.();
      const deadline = performance.now() + patienceMs;
      while (!(await answers(baseUrl))) {
        must(performance.now() < deadline, 'killed and started, and it does not answer');
        await delay(50);
      }
    },
    random: seeded(seed),
  };
}

/** Anything but the word of a gateway or of a server that is still starting. */
async function answers(baseUrl: string): Promise<boolean> {
  try {
    const { status } = await fetch(`${baseUrl}/cards`, { signal: AbortSignal.timeout(5_000) });
    return status < 500;
  } catch {
    return false;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
