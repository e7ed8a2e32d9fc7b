import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';

const count = counter('fr');

const when = (date: string | null): string => (date === null ? '' : ` Possible à partir du ${date}.`);

export const plans: PlanWords = {
  tag: 'fr',
  title: 'Choisissez un forfait',
  loading: 'Recherche des forfaits',
  none: 'Il n’y a pas de forfait pour cette eSIM en ce moment.',
  unreadable:
    'Nous ne pouvons pas afficher les forfaits pour le moment. Réessayez plus tard ou contactez l’assistance.',
  currency: 'Devise',
  current: 'Forfait actuel',
  perMonth: (price) => `${price}/mois`,
  save: (percent) => `Économisez ${percent}`,
  comparedWith: (name, times) => `par rapport à ${times} × ${name}`,
  allowance: (amount, per) =>
    per === 'term' ? amount : `${amount} par ${per === 'month' ? 'mois' : 'jour'}`,
  unlimited: 'Données illimitées',
  newEnd: (date) => `Valable jusqu’au ${date}`,
  startsNow: 'Ce forfait commence maintenant.',
  losesDays: (days) =>
    count(days, {
      one: 'Vous perdriez # jour que vous avez déjà payé.',
      many: 'Vous perdriez # de jours que vous avez déjà payés.',
      other: 'Vous perdriez # jours que vous avez déjà payés.',
    }),
  refused: {
    terminated: () => 'Le numéro de cette eSIM a été résilié. Elle ne peut pas être renouvelée.',
    'would-shorten': () => 'Votre eSIM est valable plus longtemps que ce forfait ne durerait.',
    'beyond-horizon': (date) => `La validité de votre eSIM irait trop loin dans le futur.${when(date)}`,
    'not-open-yet': (date) => `Il est trop tôt pour renouveler avec ce forfait.${when(date)}`,
    'closed-until': (date) => `Les renouvellements sont fermés pour le moment.${when(date)}`,
    'max-stacked': (date) => `Votre eSIM a déjà autant de forfaits en attente que possible.${when(date)}`,
    suspended: () => 'Le fournisseur a suspendu cette eSIM.',
    revoked: () => 'Le fournisseur a annulé cette eSIM.',
    'other-family': () => 'Ce forfait ne convient pas à votre eSIM.',
    'not-sold': () => 'Le fournisseur ne vend pas ce forfait pour votre eSIM en ce moment.',
  },
  next: (name) => `Continuer avec ${name}`,
  choose: 'Choisissez un forfait pour continuer',
  busy: 'Calcul de votre prix',
  best: 'Idéal pour vous',
  need: 'Combien de temps en avez-vous besoin\u202f?',
  needDays: 'Jours dès aujourd’hui',
  needUntil: 'Ou jusqu’au',
  needCovered: (date) => `C’est déjà couvert\u00a0: votre eSIM est valable jusqu’au ${date}.`,
  needMet: (name, date) =>
    `Parmi les forfaits assez longs, ${name} est le moins cher. Il dure jusqu’au ${date}.`,
  needTooLong: (name, date, days) =>
    `Aucun forfait ne dure aussi longtemps. Le plus proche est ${name}\u00a0: jusqu’au ${date}, il manquerait ${count(days, { one: '# jour', many: '# de jours', other: '# jours' })}.`,
  columns: { plan: 'Forfait', data: 'Données', included: 'Inclus', end: 'Jusqu’au', price: 'Prix' },
};
