import { renewals } from './renewals.ts';

const answer = (request: Request) => renewals.fetch(request);
export { answer as DELETE, answer as GET, answer as OPTIONS, answer as POST };
