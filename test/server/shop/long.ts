/** Whether there is time for everything: `npm run test:postgres`. `npm test` does less of what only costs time to repeat. */
export const isLong: boolean = process.env['TESTS'] === 'long';
