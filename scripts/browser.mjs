import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/**
 * The path of a Chromium to test with: `CHROME_PATH`, else one on the PATH, else one in its usual place, else, on
 * Debian and Ubuntu as root, one installed now (not with `NO_BROWSER_INSTALL=1`).
 *
 * @returns {string}
 */
export function findBrowser() {
  const given = process.env['CHROME_PATH'];
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROME_PATH is ${given}, but there is no such file.`);
  }
  const found = onPath() ?? usualPlaces().find((file) => existsSync(file)) ?? installed();
  if (found) return found;
  throw new Error('No Chromium found. Please install Chromium or Chrome, or set CHROME_PATH to one.');
}

function onPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const exe = process.platform === 'win32' ? '.exe' : '';
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name + exe)))
    .find((file) => existsSync(file));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    const homes = ['', process.env['HOME'] ?? ''];
    return homes.flatMap((home) =>
      apps.map((app) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (process.platform === 'win32') {
    const homes = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    );
    const apps = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return homes.flatMap((home) => apps.map((app) => join(home, app)));
  }
  return ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

function installed() {
  const mayInstall =
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && !process.env['NO_BROWSER_INSTALL'];
  if (!mayInstall) return undefined;
  console.error('› Installing chromium with apt-get (NO_BROWSER_INSTALL=1 prevents it)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {string[]} args */
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  return onPath();
}
