import { spawnSync } from 'node:child_process';

/** PostgreSQL refuses to run as root, so root hands it to one of these. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The user that PostgreSQL runs as, made where there is none; null when we are not root and it may run as ourselves. */
export function postgresUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  return lookUp('postgres') ?? create('postgres') ?? lookUp('nobody') ?? refuse();
}

function create(name: string): SystemUser | null {
  // shadow (Debian, Fedora, …), then busybox (Alpine).
  spawnSync('useradd', [
    '--system',
    '--no-create-home',
    '--user-group',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ]);
  if (lookUp(name) === null) spawnSync('adduser', ['-S', '-D', '-H', name]);
  return lookUp(name);
}

function lookUp(name: string): SystemUser | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : Number.NaN;
  });
  return uid !== undefined && gid !== undefined && uid > 0 && Number.isInteger(gid)
    ? { name, uid, gid }
    : null;
}

function refuse(): never {
  throw new Error(
    'PostgreSQL does not run as root and no user could be made for it: run `useradd --system postgres`, or start as another user.',
  );
}

/** The part of `spawn` options that makes a child run as this user. */
export const runAs = (user: SystemUser | null): { uid?: number; gid?: number } =>
  user === null ? {} : { uid: user.uid, gid: user.gid };
