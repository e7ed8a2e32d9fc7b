import { spawn } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { findWebKit } from '../browser.mjs';
import { freePort } from '../free-port.mjs';

/** @returns {Promise<import('./engine.mjs').Engine>} */
export async function webkit() {
  const found = findWebKit();
  if (!found) throw new Error('No WebKitGTK found. Please install webkit2gtk-driver and xvfb.');
  const launcher = webdriverLauncher({
    automationProtocol: 'webdriver',
    hostname: '127.0.0.1',
    port: await startDriver(found.driver, await startScreen(found.screen)),
    path: '/',
    capabilities: /** @type {WebdriverIO.Capabilities} */ ({
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': {
        binary: globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')[0],
        args: ['--automation'],
      },
    }),
  });
  const pressTogether = launcher.sendKeys.bind(launcher);
  return {
    launcher: /** @type {any} */ (
      Object.assign(launcher, {
        /**
         * One after the other; together, no key could come twice.
         *
         * @param {string} id
         * @param {string[]} keys
         */
        async sendKeys(id, keys) {
          for (const key of keys) await pressTogether(id, [key]);
        },
      })
    ),
    allMustRun: false,
    concurrency: 1, // More would be frames of one page.
    emulate(_, features) {
      const wish = JSON.stringify(features);
      if (wish === '{"prefers-reduced-motion":"reduce"}') return Promise.resolve(); // It is always still.
      return Promise.reject(new Error(`WebKitGTK cannot be told ${wish}.`));
    },
    pressTogether: (id, keys) => pressTogether(id, [...keys]),
  };
}

/**
 * A screen in memory. Gives its name.
 *
 * @param {string} program
 * @returns {Promise<string>}
 */
function startScreen(program) {
  const screen = spawn(program, ['-displayfd', '3', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  process.on('exit', () => screen.kill());
  return new Promise((resolve, reject) => {
    screen.on('error', reject);
    screen.on('exit', (code) => reject(new Error(`${program} ended with ${code}.`)));
    screen.stdio[3]?.once('data', (number) => resolve(`:${String(number).trim()}`));
  });
}

/** A folder with the settings of a person who wants things to keep still. */
function settings() {
  const folder = mkdtempSync(join(tmpdir(), 'leb-webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Gives its port.
 *
 * @param {string} program
 * @param {string} display
 * @returns {Promise<number>}
 */
async function startDriver(program, display) {
  const port = await freePort();
  const driver = spawn(program, ['-p', String(port)], {
    // Its language is that of the machine, and "C" is none.
    env: { ...process.env, DISPLAY: display, LC_ALL: 'en_US.UTF-8', XDG_CONFIG_HOME: settings() },
    stdio: 'ignore',
  });
  process.on('exit', () => driver.kill());
  return port;
}
