#!/usr/bin/env node
import { readArguments, usage, type Asked } from './arguments.ts';
import { logIn, restartBy, supplierBy } from './commands.ts';
import { startProviderDouble } from './provider-double.ts';
import { exitCodeOf, heading, lineOf, summaryOf } from './report.ts';
import { runRules } from './run-rules.ts';
import { rules } from './rules.ts';

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 2;
});

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.length === 0 || args.includes('--help')) {
    say(usage);
    return args.length === 0 ? 2 : 0;
  }
  const asked = readArguments(args, process.env);
  const provider =
    asked.provider === null ? null : await startProviderDouble(asked.provider.key, asked.provider);
  try {
    return await checkWith(asked, provider);
  } finally {
    await provider?.stop();
  }
}

async function checkWith(
  asked: Asked,
  provider: Awaited<ReturnType<typeof startProviderDouble>> | null,
): Promise<number> {
  const { supplier, restart, log, settings, only, json } = asked;
  const stage = {
    ...asked,
    provider,
    supplier: supplier === null ? null : supplierBy(supplier),
    restart: restart === null ? null : restartBy(restart),
    log: log === null ? null : await logIn(log),
  };
  const chosen = only === null ? rules : rules.filter(({ number }) => only.includes(number));
  if (!json) say(`${heading}\n`);
  const findings = await runRules(stage, chosen, (finding) => {
    if (!json) say(`${lineOf(finding)}\n`);
  });
  if (json) say(`${JSON.stringify({ seed: settings.seed, findings }, null, 2)}\n`);
  else say(`\n${summaryOf(findings, settings.seed)}\n`);
  return exitCodeOf(findings);
}

function say(text: string): void {
  process.stdout.write(text);
}
