export { problem, problemCodes } from '@leb-renew/core/contract';
