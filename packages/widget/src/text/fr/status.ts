import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';

const count = counter('fr');

const starts = {
  purchase: 'Sa validité n’a pas encore commencé.',
  install: 'Sa validité commence à l’installation.',
  'first-use': 'Sa validité commence à la première utilisation.',
};

export const status: StatusWords = {
  tag: 'fr',
  loading: 'Recherche de votre eSIM',
  short: {
    unknown: () => 'Non confirmée',
    'not-started': () => 'Pas encore commencée',
    active: () => 'Active',
    // The last day may be longer than the 24 hours that are counted, when clocks change.
    'due-soon': ({ days }) =>
      days === 0
        ? 'Expire aujourd’hui'
        : count(days, {
            one: '# jour restant',
            many: '# de jours restants',
            other: '# jours restants',
          }),
    'due-now': ({ hours }) =>
      hours < 1
        ? 'Moins d’une heure'
        : count(hours, {
            one: '# heure restante',
            many: '# d’heures restantes',
            other: '# heures restantes',
          }),
    grace: ({ works }) => (works ? 'Expirée, service maintenu' : 'Expirée, renouvelable'),
    expired: () => 'Expirée',
    terminated: () => 'Numéro résilié',
    suspended: () => 'Suspendue',
    revoked: () => 'Annulée',
  },
  long: {
    unknown: ({ date }) => `Nous n’avons pas pu confirmer cette date récemment\u00a0: jusqu’au ${date}.`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `Votre service est actif jusqu’au ${date}.`,
    'due-soon': ({ date }) =>
      `Votre service s’arrête le ${date}. Renouvelez avant cette date pour rester en ligne.`,
    'due-now': ({ date, time }) =>
      `Votre service s’arrête le ${date} à ${time}. Renouvelez avant pour rester en ligne.`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `Votre forfait a expiré le ${date}. L’eSIM fonctionne encore jusqu’au ${graceDate}.`
        : `Votre forfait a expiré le ${date} et l’eSIM est hors ligne. Renouvelez au plus tard le ${graceDate} pour la remettre en ligne.`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `Votre forfait a expiré le ${date}. Renouvelez pour revenir en ligne.`
        : `Votre forfait a expiré le ${date}. Renouvelez au plus tard le ${keepDate} pour garder votre numéro.`,
    terminated: ({ date }) =>
      `Votre forfait a expiré le ${date} et le numéro a été résilié. Cette eSIM ne peut pas être renouvelée\u202f; il vous en faut une nouvelle.`,
    suspended: () => 'Le fournisseur a suspendu cette eSIM. L’assistance peut vous dire pourquoi.',
    revoked: () => 'Le fournisseur a annulé cette eSIM. L’assistance peut vous dire pourquoi.',
  },
  activeUntil: (date) => `Active jusqu’au ${date}`,
  asOf: (said, day) => `${said} (au\u00a0${day})`,
  unreadable: {
    short: 'Non confirmée',
    long: 'Nous ne pouvons pas dire pour le moment jusqu’à quand cette eSIM fonctionne. Réessayez plus tard ou contactez l’assistance.',
  },
  devices: {
    phone: 'Téléphone',
    tablet: 'Tablette',
    watch: 'Montre',
    laptop: 'Ordinateur portable',
    router: 'Routeur',
    other: 'Autre appareil',
  },
  expires: 'Expire le',
  ended: 'Expirée le',
  exact: (moment, zone) => `${moment} (${zone})`,
  dataLeft: (left, total, asOf) =>
    `Données restantes\u00a0: ${left} sur ${total}${asOf === null ? '' : ` (au\u00a0${asOf})`}.`,
  underWay: 'Un renouvellement de cette eSIM est en cours. Continuez pour voir où il en est.',
  renew: 'Renouveler',
  resume: 'Continuer le renouvellement',
  reminder: 'Me le rappeler',
  bar: (start, end, state, next) =>
    `Valable du ${start} au ${end}\u00a0: ${state}${next.map((day) => `, période suivante à partir du ${day}`).join('')}`,
};
