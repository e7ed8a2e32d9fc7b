import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Browser Where one is found.
 * @property {string} variable Of the environment, with the path of another.
 * @property {readonly string[]} names On the PATH.
 * @property {() => string[]} usualPlaces
 * @property {readonly string[]} packages Of Debian.
 */

/** @type {Browser} */
const chromium = {
  variable: 'CHROME_PATH',
  names: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
  ],
  usualPlaces: () =>
    inUsualFolders({
      darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
        (app) => `${app}.app/Contents/MacOS/${app}`,
      ),
      win32: [
        'Google/Chrome/Application/chrome.exe',
        'Chromium/Application/chrome.exe',
        'Microsoft/Edge/Application/msedge.exe',
      ],
      others: ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
    }),
  packages: ['chromium'],
};

/** @type {Browser} Chromium's engine without its windows. */
const headlessShell = {
  variable: 'CHROME_PATH',
  names: ['chromium-headless-shell', 'chrome-headless-shell'],
  usualPlaces: () =>
    inUsualFolders({ darwin: [], win32: [], others: ['/usr/lib/chromium/chromium-headless-shell'] }),
  packages: ['chromium-headless-shell'],
};

/** @type {Browser} */
const firefox = {
  variable: 'FIREFOX_PATH',
  names: ['firefox-esr', 'firefox'],
  usualPlaces: () =>
    inUsualFolders({
      darwin: ['Firefox.app/Contents/MacOS/firefox'],
      win32: ['Mozilla Firefox/firefox.exe'],
      others: ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox'],
    }),
  packages: ['firefox-esr'],
};

/**
 * The path of a Chromium to test with: `CHROME_PATH`, else one on the PATH, else one in its usual place, else, on
 * Debian and Ubuntu as root, one installed now (not with `NO_BROWSER_INSTALL=1`).
 *
 * @returns {string}
 */
export function findBrowser() {
  const found = find(chromium);
  if (found) return found;
  throw new Error('No Chromium found. Please install Chromium or Chrome, or set CHROME_PATH to one.');
}

/**
 * The path of what costs least to test with where many pages are opened: Chromium's headless shell, else Chromium.
 *
 * @returns {string}
 */
export function findQuickBrowser() {
  return find(headlessShell) ?? findBrowser();
}

/**
 * The path of a Firefox to test with, found or installed in the same ways (`FIREFOX_PATH`). Undefined where there is none:
 * unlike Chromium, it can be done without.
 *
 * @returns {string | undefined}
 */
export function findFirefox() {
  return find(firefox);
}

/**
 * What drives WebKitGTK: its driver and, where there is no screen, one in memory. Undefined where there is none, or no
 * Debian to install it from.
 *
 * @returns {{ driver: string, screen: string } | undefined}
 */
export function findWebKit() {
  const look = () => {
    const [driver, screen] = [onPath(['WebKitWebDriver']), onPath(['Xvfb'])];
    return driver && screen ? { driver, screen } : undefined;
  };
  return look() ?? (install(['webkit2gtk-driver', 'xvfb']) ? look() : undefined);
}

/** @param {Browser} browser */
function find({ variable, names, usualPlaces, packages }) {
  const given = process.env[variable];
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`${variable} is ${given}, but there is no such file.`);
  }
  const found = onPath(names) ?? usualPlaces().find((file) => existsSync(file));
  return found ?? (install(packages) ? onPath(names) : undefined);
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const exe = process.platform === 'win32' ? '.exe' : '';
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name + exe)))
    .find((file) => existsSync(file));
}

/** @param {{ darwin: readonly string[], win32: readonly string[], others: string[] }} programs */
function inUsualFolders({ darwin, win32, others }) {
  if (process.platform === 'darwin') {
    const homes = ['', process.env['HOME'] ?? ''];
    return homes.flatMap((home) => darwin.map((app) => `${home}/Applications/${app}`));
  }
  if (process.platform === 'win32') {
    const homes = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    );
    return homes.flatMap((home) => win32.map((app) => join(home, app)));
  }
  return others;
}

/**
 * Whether they were installed.
 *
 * @param {readonly string[]} packages
 */
function install(packages) {
  const mayInstall =
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && !process.env['NO_BROWSER_INSTALL'];
  if (!mayInstall) return false;
  console.error(`› Installing ${packages.join(' and ')} with apt-get (NO_BROWSER_INSTALL=1 prevents it)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {string[]} args */
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const start = Date.now();
  apt('update');
  const { status } = apt('install', '-y', '--no-install-recommends', ...packages);
  if (status === 0) console.error(`› Installed in ${Math.round((Date.now() - start) / 1_000)} s`);
  return status === 0;
}
