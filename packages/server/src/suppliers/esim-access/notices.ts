import { check, fine, trouble, type Answer } from '@leb-renew/core/contract';
import type { SupplierNotice } from '../port.ts';
import { Notice } from './answers.ts';

/** Anybody may have written it: see `EsimAccessOptions.admitsNotice`. */
export function readNotice(raw: Uint8Array): Answer<readonly SupplierNotice[]> {
  try {
    const checked = check(Notice, JSON.parse(new TextDecoder().decode(raw)));
    if (!checked.ok) return trouble('bad-notice', { field: checked.path });
    const { notifyId, notifyType, content } = checked.value;
    return fine([{ id: notifyId ?? null, kind: notifyType, iccid: content.iccid ?? null }]);
  } catch {
    return trouble('bad-notice');
  }
}
