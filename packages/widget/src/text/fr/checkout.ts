import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('fr');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, { one: '# jour', many: '# de jours', other: '# jours' })
    : term.months % 12 === 0
      ? count(term.months / 12, { one: '# an', many: '# d’années', other: '# ans' })
      : count(term.months, { one: '# mois', many: '# de mois', other: '# mois' });

const lost = (days: number): string =>
  days === 0
    ? 'rien de perdu'
    : count(days, {
        one: '# jour payé perdu',
        many: '# de jours payés perdus',
        other: '# jours payés perdus',
      });

/** `time` is a time of day, or a date with its time. */
const until = (time: string): string => (/\d{4}/.test(time) ? `jusqu’au ${time}` : `jusqu’à ${time}`);

export const checkout: CheckoutWords = {
  tag: 'fr',
  title: 'Vérifiez et payez',
  loading: 'Calcul de votre prix',
  term: length,
  expires: (moment, zone) => `Expire le ${moment} (${zone})`,
  ended: (moment, zone) => `Expirée le ${moment} (${zone})`,
  plan: 'Forfait',
  switched: 'Ce n’est pas le forfait actuel de votre eSIM',
  now: 'Aujourd’hui',
  until: (date) => `D’ici au ${date}`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `${length(term)} de plus, ${lost(losesDays)}`,
  fromToday: (term, losesDays) => `${length(term)} dès aujourd’hui, ${lost(losesDays)}`,
  startsNow: 'Le nouveau forfait commence maintenant.',
  losesDays: (days) =>
    count(days, {
      one: '# jour que vous avez déjà payé est perdu.',
      many: '# de jours que vous avez déjà payés sont perdus.',
      other: '# jours que vous avez déjà payés sont perdus.',
    }),
  acceptLoss: (days) =>
    count(days, {
      one: 'Je comprends que # jour payé sera perdu.',
      many: 'Je comprends que # de jours payés seront perdus.',
      other: 'Je comprends que # jours payés seront perdus.',
    }),
  tax: (label, rate) => `${label} (${rate})`,
  total: 'Total aujourd’hui',
  once: 'Un seul paiement. Pas de renouvellement automatique.',
  direct: 'Vos données de paiement vont directement au service de paiement, pas à la boutique.',
  soldBy: (seller) => `Vendu par ${seller}`,
  terms: 'Conditions',
  heldUntil: (time) => `Ce prix est maintenu ${until(time)}.`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `Ce prix est maintenu encore moins d’une minute, jusqu’à ${time}.`
      : `Ce prix est maintenu encore ${minutes} minutes, jusqu’à ${time}.`,
  runOutNext: 'Revoyez le prix\u202f; si quelque chose a changé, nous vous dirons quoi.',
  seeAgain: 'Revoir le prix',
  changed: 'Vérifiez à nouveau\u00a0: quelque chose a changé.',
  sameAsBefore: 'Rien n’a changé.',
  priceChanged: (was, now) => `Le prix était de ${was}\u202f; il est maintenant de ${now}.`,
  endChanged: (was, now) => `La nouvelle échéance était le ${was}\u202f; c’est maintenant le ${now}.`,
  lossChanged: (was, now) => `Avant\u00a0: ${was}. Maintenant\u00a0: ${now}.`,
  lost,
  testMode: 'Mode test\u00a0: aucun argent réel ne circule.',
  withdrawal: {
    none: 'Aucun droit de rétractation n’est accordé après l’achat.',
    '14-days': 'Vous pouvez vous rétracter de cet achat dans un délai de 14 jours.',
    'waived-with-consent':
      'Vous avez demandé que le service commence tout de suite\u00a0: dès lors, vous ne pouvez plus vous rétracter de cet achat.',
  },
  consent:
    'Je demande que le service commence tout de suite. Je comprends que, dès lors, je ne peux plus me rétracter de cet achat.',
  agree: 'Continuer vers le paiement',
  pay: (amount) => `Payer ${amount} et renouveler`,
  back: 'Retour',
  chooseAgain: 'Choisir à nouveau',
  retry: 'Réessayer',
  reload: 'Recharger la page',
  mayBeBlocked: 'Un bloqueur de publicité ou un filtre de votre réseau le retient peut-être.',
  look: 'Vérifier maintenant',
  done: 'Terminé',
  ways: 'Moyens de paiement',
  card: 'Carte',
  formLoading: 'Chargement du formulaire de paiement',
  opening: 'Préparation de votre paiement',
  confirming: 'Envoi de votre paiement. Il peut vous être demandé de le confirmer.',
  cancelling: 'Retour aux forfaits.',
  charged: {
    no: 'Rien n’a été débité.',
    unknown: 'Nous ne savons pas encore si le montant a été débité. Il ne sera pas débité deux fois.',
    yes: 'Votre paiement est arrivé et il est en sécurité.',
  },
  notTwice: 'Le montant ne sera pas débité deux fois.',
  service: (date) =>
    date === null ? 'Rien n’a changé sur votre eSIM.' : `Votre eSIM fonctionne toujours jusqu’au ${date}.`,
  offline: 'Rien n’est perdu. Tout reprend automatiquement dès que vous êtes de nouveau en ligne.',
  unreadable:
    'Votre renouvellement ne peut pas être affiché pour le moment. Rechargez cette page ou contactez la boutique.',
  resumingTitle: 'Votre renouvellement',
  resuming: 'Nous regardons où en est votre renouvellement.',
  resumingLong: (wasSent) =>
    wasSent
      ? 'La boutique n’a pas encore répondu. Nous continuons d’essayer. Ne payez pas une seconde fois\u00a0: si votre paiement est passé, il est en sécurité, et cette page le retrouvera à votre retour.'
      : 'La boutique n’a pas encore répondu. Nous continuons d’essayer\u202f; vous pouvez aussi revenir en arrière et repasser plus tard.',
  checkingTitle: 'Vérification de votre paiement',
  checking: 'Nous vérifions si votre paiement est passé.',
  checkingSafe:
    'Ne payez pas une seconde fois. Cette page se met à jour toute seule\u202f; si vous la fermez, revenez ici et nous continuerons.',
  checkingLong:
    'Cela prend plus de temps que d’habitude. Vous pouvez fermer cette page\u00a0: la boutique poursuit la vérification, et votre eSIM affichera le résultat à votre retour.',
  receivedTitle: 'Paiement reçu',
  received: 'La prolongation de votre eSIM est encore en cours.',
  receivedSafe: (amount, number) =>
    `Votre paiement de ${amount} est en sécurité (reçu ${number}). Cette page se met à jour toute seule\u202f; vous pouvez la fermer.`,
  receivedLong:
    'Cela prend plus de temps que d’habitude. Inutile d’attendre ici\u00a0: la boutique continue jusqu’à ce que votre eSIM soit prolongée ou que votre argent vous soit rendu.',
  steps: {
    paid: 'Paiement reçu',
    extending: 'Prolongation de votre eSIM',
    active: (date) => `Puis active jusqu’au ${date}`,
  },
  heldTitle: {
    review: 'Paiement reçu',
    refunding: 'Remboursement en cours',
    refunded: 'Votre argent a été renvoyé',
  },
  held: {
    review: () =>
      'Votre paiement est arrivé et il est en sécurité. Votre eSIM n’est pas encore prolongée\u00a0: une personne de la boutique s’en occupe.',
    refunding: (amount, number) =>
      `Votre eSIM n’a pas pu être prolongée. Nous renvoyons ${amount} sur le moyen de paiement utilisé (reçu ${number}).`,
    refunded: (amount, number) =>
      `Votre eSIM n’a pas pu être prolongée. Nous avons renvoyé ${amount} sur le moyen de paiement utilisé (reçu ${number})\u202f; quelques jours peuvent passer avant que votre banque ne l’affiche.`,
  },
  problem,
};
