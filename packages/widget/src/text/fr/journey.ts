import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('fr');

export const journey: JourneyWords = {
  tag: 'fr',
  label: 'Renouveler votre eSIM',
  cards: 'Vos eSIM',
  noCards: 'Il n’y a aucune eSIM dans ce compte.',
  search: 'Cherchez une eSIM par son nom, sa région ou ses quatre derniers chiffres',
  found: (found, all) =>
    found === 0 ? `Aucune de vos ${all} eSIM ne porte ce nom.` : `${found} sur ${all} eSIM`,
  showAll: 'Afficher toutes les eSIM',
  showMore: (more) =>
    count(more, {
      one: 'Afficher # autre eSIM',
      many: 'Afficher # d’autres eSIM',
      other: 'Afficher # autres eSIM',
    }),
  receipts: 'Reçus',
  receiptsOf: (label) => `Reçus de ${label}`,
  signOut: 'Se déconnecter',
  allCards: 'Toutes les eSIM',
  linkOpened: 'Vous avez ouvert un lien pour renouveler cette eSIM.',
  everything: 'Se connecter pour tout voir',
  signInToKnow: 'Un paiement est peut-être en cours. Connectez-vous pour voir où il en est.',
  loading: 'Chargement',
  notLoaded: 'Cette partie de la page n’a pas pu être chargée.',
  notLoadedNext: 'Rien n’est perdu. Réessayez ou rechargez la page.',
  retry: 'Réessayer',
  close: 'Fermer',
  sending: 'Votre paiement est en cours d’envoi. Cette fenêtre reste ouverte jusqu’à la fin de l’envoi.',
  charged: {
    no: 'Rien n’a été débité.',
    unknown:
      'Nous ne savons pas si le montant a été débité. Contactez l’assistance avant de payer à nouveau.',
    yes: 'Votre paiement est arrivé. Contactez l’assistance avant de payer à nouveau.',
  },
  reminderSummary: (label) => `${label} expire`,
  reminderText: (label, date) =>
    `${label} fonctionne jusqu’au ${date}. Renouvelez avant cette date pour rester en ligne.`,
  reminderNotice: (label, days) =>
    `${label} ${count(days, { one: 'expire dans # jour', many: 'expire dans # de jours', other: 'expire dans # jours' })}`,
  problem,
};
