#!/usr/bin/env node
import { readSettings } from '../bin/read-settings.ts';
import { discreetError } from '../discreet.ts';
import { readArguments, usage, type Asked } from './arguments.ts';
import type { Desk } from './desk.ts';
import { withDesk } from './open-desk.ts';
import { listed, told } from './words.ts';

const say = (text: string) => process.stdout.write(text);
const warn = (line: string) => process.stderr.write(`leb-renew-desk: ${line}\n`);

const jsonOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** PostgreSQL's codes for tables and columns that are not there. */
const otherVersion = new Set(['42P01', '42703', '3F000']);

process.exitCode = await main().catch((error: unknown) => {
  warn(lineOf(error));
  return 2;
});

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.length === 0 || args.includes('--help')) {
    say(usage);
    return args.length === 0 ? 2 : 0;
  }
  const { asked, json } = readArguments(args);
  const settings = readSettings(process.env);
  if (!settings.ok) {
    for (const fault of settings.faults) warn(fault);
    return 2;
  }
  return withDesk(settings.value, (desk) => act(desk, asked, json));
}

async function act(desk: Desk, asked: Asked, json: boolean): Promise<number> {
  if (asked.act === 'list') {
    const waiting = await desk.list(asked.minutes);
    say(json ? jsonOf(waiting) : listed(waiting));
    return 0;
  }
  if (asked.act === 'show') {
    const story = await desk.show(asked.name);
    if (!story.ok) return refuse(story, json);
    say(json ? jsonOf(story.value) : told(story.value));
    return 0;
  }
  const answer = await decide(desk, asked);
  if (!answer.ok) return refuse(answer, json);
  const { value } = answer;
  if (json) say(jsonOf(value));
  else if ('job' in value) say(`${value.job} is queued.\n`);
  else say(`${value.reference} is ${value.status}.${nextOf(asked.act, value.status)}\n`);
  return 0;
}

function decide(desk: Desk, asked: Exclude<Asked, { act: 'list' | 'show' }>) {
  switch (asked.act) {
    case 'fulfil':
      return desk.fulfil(asked.name, asked);
    case 'refund':
      return desk.refund(asked.name, asked);
    case 'note':
      return desk.note(asked.name, asked);
    case 'retry':
      return desk.retry(asked.name, asked);
  }
}

/** What is still to come, and who sees to it. */
function nextOf(act: Asked['act'], status: string): string {
  if (act === 'fulfil') return ' A running server extends its card now.';
  if (act !== 'refund' || status === 'refunded') return '';
  return status === 'refunding'
    ? ' The provider has agreed; it is refunded when the money is back.'
    : ' The provider has not agreed yet; look at it again in a minute.';
}

function refuse({ code, detail }: { code: string; detail: string }, json: boolean): 1 {
  if (json) say(jsonOf({ code, detail }));
  else warn(`${code}: ${detail}`);
  return 1;
}

function lineOf(error: unknown): string {
  const { code = '', message } = discreetError(error);
  return otherVersion.has(code)
    ? 'The database is not of this version: start leb-renew-server on it once.'
    : message.replaceAll(/\s+/g, ' ');
}
